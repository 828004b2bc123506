import Reporting

/// The directions in which the letters of a text run, of Latin ones and of those of Hebrew, Arabic
/// and their kin.
struct Directions: OptionSet {
  var rawValue: UInt8

  static let leftToRight = Self(rawValue: 1)
  static let rightToLeft = Self(rawValue: 2)
}

extension ArraySlice<UInt8> {
  /// Whether a language tag names a language whose script runs from right to left.
  var isLanguageFromRightToLeft: Bool {
    let subtag = prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    return String(decoding: subtag, as: UTF8.self).lowercased().isLanguageFromRightToLeft
  }

  var hasRightToLeftLetters: Bool {
    String(decoding: self, as: UTF8.self).unicodeScalars.contains {
      $0.isRightToLeft && $0.properties.isAlphabetic
    }
  }
}
