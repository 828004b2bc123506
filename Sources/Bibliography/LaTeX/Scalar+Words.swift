extension Span<UInt8> {
  /// The character beyond ASCII that begins at an index of UTF-8; U+FFFD where none does.
  package func scalar(at index: Int) -> Unicode.Scalar {
    func rest(_ offset: Int) -> UInt32 {
      index + offset < count ? UInt32(self[index + offset] & 0x3F) : 0
    }
    let first = UInt32(self[index])
    let value =
      switch first {
      case 0xC0..<0xE0: (first & 0x1F) << 6 | rest(1)
      case 0xE0..<0xF0: (first & 0x0F) << 12 | rest(1) << 6 | rest(2)
      case 0xF0...: (first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)
      default: UInt32(0xFFFD)
      }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}

extension Unicode.Scalar {
  /// Whether it is part of a word: a letter, a digit or a mark on one.
  var isInWord: Bool {
    switch value {
    case 0..<0x80: isLetter || ("0"..."9").contains(self)
    // Punctuation, which is looked up most often.
    case 0x2010..<0x2030: false
    default: isLetter || properties.numericType != nil || isMark
    }
  }

  var isLetter: Bool {
    switch value {
    case 0..<0x80: ("a"..."z").contains(self) || ("A"..."Z").contains(self)
    // All of Latin-1's, Extended-A and Extended-B, and not one in general punctuation.
    case 0xC0..<0x250: self != "×" && self != "÷"
    case 0x2010..<0x2030: false
    default: properties.isAlphabetic
    }
  }

  var isCapital: Bool {
    isASCII ? ("A"..."Z").contains(self) : properties.isUppercase
  }

  var isMark: Bool {
    !isASCII && properties.generalCategory == .nonspacingMark
  }
}
