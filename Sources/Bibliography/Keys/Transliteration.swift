/// Letters of Latin, Greek, Cyrillic, Arabic and Hebrew script in ASCII, roughly: for keys, not for
/// readers.
package enum Transliteration {
  /// The text with accents dropped and other scripts spelled in ASCII; what cannot be is left out.
  package static func ascii(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if let letters = letters(for: scalar) {
        result += letters
      }
    }
    return result
  }

  private static func letters(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0xC0..<0x250, 0x1E00..<0x1F00: latin(scalar)
    case 0x370..<0x400, 0x1F00..<0x2000: lookUp(scalar, script: "GREEK", in: greek)
    case 0x400..<0x500: lookUp(scalar, script: "CYRILLIC", in: cyrillic)
    case 0x5D0...0x5EA: at(Int(scalar.value) - 0x5D0, of: hebrew)
    case 0x600..<0x700: arabic(scalar)
    case 0x2010...0x2015: "-"
    default: nil
    }
  }

  /// By the name of the letter: "LATIN SMALL LETTER E WITH ACUTE" is "e".
  private static func latin(_ scalar: Unicode.Scalar) -> String? {
    guard let name = letterName(of: scalar, script: "LATIN") else { return nil }
    switch name {
    case "SHARP S", "LONG S": return name == "LONG S" ? "s" : "ss"
    case "THORN": return "th"
    case "ETH": return "d"
    case "DOTLESS I": return "i"
    case "ENG": return "ng"
    default: return name.utf8.count <= 2 ? name.lowercased() : nil
    }
  }

  private static func lookUp(
    _ scalar: Unicode.Scalar, script: String, in table: [String: String]
  ) -> String? {
    letterName(of: scalar, script: script).flatMap { table[$0] }
  }

  /// "ALPHA" of "GREEK SMALL LETTER ALPHA WITH TONOS".
  private static func letterName(of scalar: Unicode.Scalar, script: String) -> String? {
    guard let name = scalar.properties.name, name.hasPrefix(script) else { return nil }
    let words = name.split(separator: " ")
    guard let letter = words.firstIndex(of: "LETTER") else { return nil }
    return words[(letter + 1)...].prefix { $0 != "WITH" }.joined(separator: " ")
  }

  private static func at(_ index: Int, of list: String) -> String? {
    let letters = list.split(separator: " ", omittingEmptySubsequences: false)
    return letters.indices.contains(index) ? String(letters[index]) : nil
  }

  private static var greek: [String: String] {
    [
      "ALPHA": "a", "BETA": "v", "GAMMA": "g", "DELTA": "d", "EPSILON": "e", "ZETA": "z",
      "ETA": "i", "THETA": "th", "IOTA": "i", "KAPPA": "k", "LAMDA": "l", "MU": "m", "NU": "n",
      "XI": "x", "OMICRON": "o", "PI": "p", "RHO": "r", "SIGMA": "s", "FINAL SIGMA": "s",
      "TAU": "t", "UPSILON": "y", "PHI": "f", "CHI": "ch", "PSI": "ps", "OMEGA": "o",
    ]
  }

  private static var cyrillic: [String: String] {
    [
      "A": "a", "BE": "b", "VE": "v", "GHE": "g", "DE": "d", "IE": "e", "IO": "e", "ZHE": "zh",
      "ZE": "z", "I": "i", "SHORT I": "i", "KA": "k", "EL": "l", "EM": "m", "EN": "n", "O": "o",
      "PE": "p", "ER": "r", "ES": "s", "TE": "t", "U": "u", "SHORT U": "u", "EF": "f", "HA": "kh",
      "TSE": "ts", "CHE": "ch", "SHA": "sh", "SHCHA": "shch", "YERU": "y", "E": "e", "YU": "iu",
      "YA": "ia", "UKRAINIAN IE": "ie", "BYELORUSSIAN-UKRAINIAN I": "i", "YI": "i", "DJE": "dj",
      "JE": "j", "LJE": "lj", "NJE": "nj", "TSHE": "c", "DZHE": "dz", "DZE": "dz",
    ]
  }

  /// From alef on.
  private static var hebrew: String {
    "a b g d h v z ch t y k k l m m n n s a p p ts ts k r sh t"
  }

  /// Consonants and long vowels of Arabic, Persian and Urdu; vowel signs are left out.
  private static func arabic(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ا", "آ", "أ", "إ", "ٱ": "a"
    case "ب": "b"
    case "پ": "p"
    case "ت", "ط", "ٹ": "t"
    case "ث": "th"
    case "ج": "j"
    case "چ": "ch"
    case "ح", "ه", "ہ", "ھ", "ة", "ۃ", "ۀ": "h"
    case "خ": "kh"
    case "د", "ڈ", "ض": "d"
    case "ذ": "dh"
    case "ر", "ڑ": "r"
    case "ز", "ظ": "z"
    case "ژ": "zh"
    case "س", "ص": "s"
    case "ش": "sh"
    case "غ": "gh"
    case "ف": "f"
    case "ق": "q"
    case "ك", "ک": "k"
    case "گ": "g"
    case "ل": "l"
    case "م": "m"
    case "ن", "ں": "n"
    case "و", "ؤ": "w"
    case "ي", "ى", "ی", "ئ": "y"
    case "ے": "e"
    case "٠"..."٩": String(scalar.value - 0x660)
    case "۰"..."۹": String(scalar.value - 0x6F0)
    default: nil
    }
  }
}
