import JournalModel

extension TextDirection {
  /// The direction of the first letter of a text, as a browser would find it; nil without one.
  init?(of html: [UInt8]) {
    var (isInTag, isInEntity) = (false, false)
    var bytes = html.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      switch scalar {
      case "<": isInTag = true
      case ">": isInTag = false
      case "&" where !isInTag: isInEntity = true
      case ";": isInEntity = false
      default:
        guard !isInTag, !isInEntity, scalar.isLetter else { continue }
        self = Self.isRightToLeft(scalar.value) ? .rightToLeft : .leftToRight
        return
      }
    }
    return nil
  }

  /// Hebrew, Arabic and what stands between and after them (Unicode, UAX 9).
  private static func isRightToLeft(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    switch self {
    case "a"..."z", "A"..."Z": true
    case _ where isASCII: false
    default: properties.isAlphabetic
    }
  }
}
