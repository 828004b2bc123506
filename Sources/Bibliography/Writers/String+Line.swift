extension String {
  /// With one space for each run of line breaks, and none at the ends: a second line would be read
  /// as a new field, or lost.
  var withoutLineBreaks: String {
    holdsLineBreak ? split(whereSeparator: \.isNewline).joined(separator: " ") : self
  }

  private var holdsLineBreak: Bool {
    let bytes = utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      case 0x0E..<0xC2: break
      case 0x0A...0x0D: return true
      case 0xC2 where bytes[index + 1] == 0x85: return true
      case 0xE2 where bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]):
        return true
      default: break
      }
    }
    return false
  }
}
