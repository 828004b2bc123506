import Foundation
import Reporting

/// What a character becomes in the search, so that spellings of one word meet.
///
/// Compatibility decomposition without marks, lower case, digits of any script as those of ASCII, and
/// the letters that Arabic and Urdu keyboards give differently made one. Vowel signs of Indian
/// scripts are no marks to be left out: they make other words. `search.js` folds queries by the same
/// rules; both are held to `search-vectors.json`.
struct LetterFolding {
  enum Folded: Equatable {
    case separator
    /// Marks, tatweel, joiners: the word goes on as if they were not there.
    case nothing
    case apostrophe
    /// The zero-width non-joiner, behind which a part of the word begins.
    case joint
    case letters([UInt8])
    /// Of a script without blanks between words, where pairs of letters are terms.
    case unspaced([UInt8])
  }

  private var known: [UInt32: Folded] = [:]

  mutating func fold(_ scalar: Unicode.Scalar) -> Folded {
    let value = Int(scalar.value)
    if value < Self.beyondLatin { return Self.latin[value] }
    if value < Self.beyondArabic { return Self.greekToArabic[value - Self.beyondLatin] }
    if let folded = known[scalar.value] { return folded }
    let folded = Self.folded(scalar)
    known[scalar.value] = folded
    return folded
  }

  private static let beyondLatin = 0x300
  private static let beyondArabic = 0x700

  /// What most articles share; the second holds marks, Greek, Cyrillic, Hebrew and Arabic, and is
  /// made where one of them is met.
  private static let latin = folded(0..<beyondLatin)
  private static let greekToArabic = folded(beyondLatin..<beyondArabic)

  /// All of them at once: to decompose one takes as long as to decompose hundreds.
  private static func folded(_ values: Range<Int>) -> [Folded] {
    let scalars = values.compactMap { Unicode.Scalar(UInt32($0)) }
    let mark: Unicode.Scalar = "\u{E000}"
    let text = scalars.map(String.init).joined(separator: String(mark))
    let parts = text.decomposedStringWithCompatibilityMapping.unicodeScalars
      .split(separator: mark, omittingEmptySubsequences: false)
    return zip(scalars, parts).map { scalar, part in folded(scalar) { part } }
  }

  static func folded(_ scalar: Unicode.Scalar) -> Folded {
    folded(scalar) { String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars[...] }
  }

  private static func folded(
    _ scalar: Unicode.Scalar, decomposed: () -> Substring.UnicodeScalarView
  ) -> Folded {
    switch scalar.value {
    case 0x27, 0x2019: return .apostrophe
    case 0x200C: return .joint
    // Half rings, primes and other marks of transliteration that Unicode calls letters; tatweel,
    // hamza on the line; joiners and marks of direction.
    case 0x2B9...0x2C1, 0x2C6...0x2CF, 0x621, 0x640, 0xAD, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x2069, 0xFEFF:
      return .nothing
    // Dashes, quotes and other marks, found without a look into Unicode's tables.
    case 0x2010...0x2027, 0x2030...0x205F: return .separator
    default: break
    }
    if scalar.isHangulSyllable { return .unspaced(Array(String(scalar).utf8)) }
    guard scalar.isFolded else {
      return scalar.properties.generalCategory.isMark ? .nothing : .separator
    }
    var letters: [UInt8] = []
    var isUnspaced = false
    for part in decomposed() {
      for lower in part.properties.lowercaseMapping.unicodeScalars where lower.isFolded {
        let folded = unified(lower)
        letters += folded.utf8
        isUnspaced = folded.unicodeScalars.last?.joinsWords == true
      }
    }
    if letters.isEmpty { return .nothing }
    return isUnspaced ? .unspaced(letters) : .letters(letters)
  }

  /// A syllable of Korean from its beginning and the next of its letters, as some systems write it
  /// (Unicode, "Conjoining Jamo Behavior").
  static func syllable(_ beginning: [UInt8], _ letter: Unicode.Scalar) -> [UInt8]? {
    guard (0x1161...0x11C2).contains(letter.value),
      let first = String(decoding: beginning, as: UTF8.self).unicodeScalars.first?.value
    else { return nil }
    let value: UInt32? =
      switch (first, letter.value) {
      case (0x1100...0x1112, 0x1161...0x1175):
        0xAC00 + ((first - 0x1100) * 21 + letter.value - 0x1161) * 28
      case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (first - 0xAC00) % 28 == 0:
        first + letter.value - 0x11A7
      default: nil
      }
    return value.flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) }
  }

  /// Letters that decomposition leaves apart.
  private static func unified(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    // Yeh in its forms; kaf; heh and teh marbuta in their forms; alef wasla.
    case 0x649, 0x64A, 0x6CD, 0x6D0: "\u{6CC}"
    case 0x643, 0x6AA: "\u{6A9}"
    case 0x629, 0x6BE, 0x6C1, 0x6C3, 0x6D5: "\u{647}"
    case 0x671: "\u{627}"
    case 0xDF: "ss"
    case 0xE6: "ae"
    case 0x153: "oe"
    case 0xF8: "o"
    case 0xF0, 0x111: "d"
    case 0xFE: "th"
    case 0x127: "h"
    case 0x131: "i"
    case 0x142: "l"
    case 0x3C2: "\u{3C3}"
    // Hindi writes one for the other.
    case 0x901: "\u{902}"
    default:
      if scalar.value >= 0x80, scalar.properties.numericType == .decimal,
        let digit = scalar.properties.numericValue
      {
        String(Int(digit))
      } else {
        String(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isHangulSyllable: Bool { (0xAC00...0xD7A3).contains(value) }

  /// Whether it is part of a word: a letter, a number, or a vowel sign of an Indian script, but not
  /// the dot below a letter, which many leave out.
  fileprivate var isFolded: Bool {
    properties.generalCategory.isLetterOrNumber
      || (0x900...0xDFF).contains(value) && properties.generalCategory.isMark
        && properties.canonicalCombiningClass.rawValue != 7
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isMark: Bool {
    switch self {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  fileprivate var isLetterOrNumber: Bool {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
