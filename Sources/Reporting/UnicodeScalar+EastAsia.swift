extension Unicode.Scalar {
  /// Whether it is a letter of Chinese or Japanese, which put no blank between words.
  package var isHanOrKana: Bool {
    switch value {
    case 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF66...0xFF9F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether it is a letter of Korean.
  package var isHangul: Bool {
    switch value {
    case 0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7A3: true
    default: false
    }
  }

  /// Whether it is a letter of a script without blanks between words, or of Korean, which joins
  /// particles to them.
  package var joinsWords: Bool {
    switch value {
    // Thai and Lao, Burmese, Khmer.
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF: true
    default: value >= 0x1100 && (isHanOrKana || isHangul)
    }
  }

  /// Whether it is a letter or a mark beside which Chinese and Japanese put no blank.
  package var standsWithoutBlanks: Bool { isHanOrKana || isEastAsianMark }

  /// Whether it is punctuation of Chinese, Japanese and Korean, or a letter of Latin as wide as theirs.
  package var isEastAsianMark: Bool {
    switch value {
    case 0x3001...0x3003, 0x3008...0x3020, 0x30FB, 0xFF01...0xFF65: true
    default: false
    }
  }
}
