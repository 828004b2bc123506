import Bibliography
import Foundation
import Reporting

extension Sequence {
  /// In the order in which readers look for things: letters before their accents and case, equal
  /// ones in their old order.
  func sortedForReaders(by text: (Element) -> String) -> [Element] {
    let elements = Array(self)
    let keys = elements.map { ReaderOrder.key(of: text($0)) }
    return elements.indices.sorted { a, b in
      keys[a] == keys[b] ? a < b : keys[a].precedes(keys[b])
    }.map { elements[$0] }
  }
}

/// Keys that sort names and titles alike on every machine, whatever its locale.
enum ReaderOrder {
  static func key(of text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: text.utf8.compactMap(key(ofASCII:)), as: UTF8.self)
    }
    var key = ""
    for scalar in text.inReadingOrder {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark:
        if scalar.isVowelSign { key.unicodeScalars.append(scalar) }
      case .uppercaseLetter, .titlecaseLetter: key += scalar.properties.lowercaseMapping
      case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .spaceSeparator:
        let place = place(of: scalar)
        key.unicodeScalars.append(place.letter)
        if place.isAfter { key.unicodeScalars.append("\u{10FFFD}") }
      default: continue
      }
    }
    return key
  }

  /// The letter under which a text is listed, without its accents; nil where it has none.
  static func letter(of text: String) -> String? {
    // Most begin with a letter of ASCII.
    if let first = text.utf8.first, key(ofASCII: first) != nil {
      return Unicode.Scalar(first).properties.uppercaseMapping
    }
    return text.inReadingOrder.first { !key(of: String($0)).isEmpty }.map { letter in
      // The first part of a syllable of Korean, as a letter by itself.
      let part = Int(letter.value) - 0x1100
      let consonants = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
      if consonants.indices.contains(part) { return String(consonants[part]) }
      return letter.properties.uppercaseMapping
    }
  }

  /// Letters that Urdu and Persian add to the Arabic ones stand after those whose shape they share,
  /// and those that only have another number stand with them.
  private static func place(
    of letter: Unicode.Scalar
  ) -> (letter: Unicode.Scalar, isAfter: Bool) {
    switch letter {
    case "پ": ("ب", true)
    case "ٹ": ("ت", true)
    case "چ": ("ج", true)
    case "ڈ": ("د", true)
    case "ڑ": ("ر", true)
    case "ژ": ("ز", true)
    case "ک": ("ك", false)
    case "گ": ("ك", true)
    case "ں": ("ن", true)
    case "ہ", "ھ": ("و", true)
    case "ی", "ى": ("ي", false)
    case "ے": ("ي", true)
    default: (letter, false)
    }
  }

  /// The same for a byte of ASCII; nil for one that does not count.
  private static func key(ofASCII byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: " "):
      byte
    default: nil
    }
  }
}

extension String {
  /// Its characters without composed ones; those vowels of Thai and Lao that stand before the
  /// consonant behind which they are read come after it, as in dictionaries.
  fileprivate var inReadingOrder: [Unicode.Scalar] {
    var scalars = Array(decomposedStringWithCanonicalMapping.unicodeScalars)
    var index = 0
    while index + 1 < scalars.count {
      switch scalars[index].value {
      case 0xE40...0xE44, 0xEC0...0xEC4:
        scalars.swapAt(index, index + 1)
        index += 2
      default: index += 1
      }
    }
    return scalars
  }
}

extension Unicode.Scalar {
  /// Whether it is a vowel sign of an Indian script, of Thai or Lao, and no dot or sign of tone.
  fileprivate var isVowelSign: Bool {
    switch value {
    case 0x900...0xDFF: properties.canonicalCombiningClass.rawValue != 7
    case 0xE30...0xE3A, 0xEB0...0xEBC: true
    default: false
    }
  }
}

extension PersonName {
  /// Family name first, without the particle that is dropped.
  var sortName: String {
    literal.isEmpty ? [nonDroppingParticle, family, given].inWords : literal
  }

  /// Family name, comma, the rest: as an index of names has it.
  var invertedName: String {
    guard literal.isEmpty, !hasFamilyFirst, !family.isEmpty else { return displayName }
    let head = [nonDroppingParticle, family].inWords
    let tail = [given, droppingParticle].inWords
    let isArabic = head.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }
    return [head, tail, suffix].filter { !$0.isEmpty }.joined(separator: isArabic ? "، " : ", ")
  }

  /// As it stands in a byline.
  var displayName: String {
    guard literal.isEmpty else { return literal }
    let parts =
      hasFamilyFirst
      ? [nonDroppingParticle, family, given]
      : [given, droppingParticle, nonDroppingParticle, family]
    let name = isUnspaced ? parts.joined() : parts.inWords
    guard !suffix.isEmpty else { return name }
    return name + (hasCommaSuffix ? ", " : " ") + suffix
  }
}

extension [String] {
  /// The parts that there are, with a space between two.
  var inWords: String {
    var text = ""
    for part in self where !part.isEmpty {
      if !text.isEmpty { text += " " }
      text += part
    }
    return text
  }
}
