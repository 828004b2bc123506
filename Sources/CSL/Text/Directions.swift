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
    let tag = String(decoding: self, as: UTF8.self).lowercased()
    return ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]
      .contains(String(tag.prefix { $0 != "-" && $0 != "_" }))
  }

  var hasRightToLeftLetters: Bool {
    String(decoding: self, as: UTF8.self).unicodeScalars.contains {
      $0.isRightToLeft && $0.properties.isAlphabetic
    }
  }
}
