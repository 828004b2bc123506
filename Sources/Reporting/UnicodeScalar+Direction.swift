extension Unicode.Scalar {
  /// Whether it belongs to a script that runs from right to left: Hebrew, Arabic and what stands
  /// between and after them (Unicode, UAX 9).
  package var isRightToLeft: Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
