import Bibliography
import Foundation

extension Sequence {
  /// In the order in which readers look for things: letters before their accents and case, equal
  /// ones in their old order.
  func sortedForReaders(by text: (Element) -> String) -> [Element] {
    let elements = Array(self)
    let keys = elements.map { ReaderOrder.key(of: text($0)) }
    return elements.indices.sorted { a, b in
      keys[a] == keys[b] ? a < b : keys[a].utf8.lexicographicallyPrecedes(keys[b].utf8)
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
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark: continue
      case .uppercaseLetter, .titlecaseLetter: key += scalar.properties.lowercaseMapping
      case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .spaceSeparator:
        key.unicodeScalars.append(scalar)
      default: continue
      }
    }
    return key
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

extension PersonName {
  /// Family name first, without the particle that is dropped.
  var sortName: String {
    literal.isEmpty
      ? [nonDroppingParticle, family, given].filter { !$0.isEmpty }.joined(separator: " ")
      : literal
  }

  /// Family name, comma, the rest: as an index of names has it.
  var invertedName: String {
    guard literal.isEmpty, !isStaticallyOrdered, !family.isEmpty else { return displayName }
    let head = [nonDroppingParticle, family].filter { !$0.isEmpty }.joined(separator: " ")
    let tail = [given, droppingParticle].filter { !$0.isEmpty }.joined(separator: " ")
    return [head, tail, suffix].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// As it stands in a byline.
  var displayName: String {
    guard literal.isEmpty else { return literal }
    let parts =
      isStaticallyOrdered
      ? [nonDroppingParticle, family, given]
      : [given, droppingParticle, nonDroppingParticle, family]
    let name = parts.filter { !$0.isEmpty }.joined(separator: " ")
    guard !suffix.isEmpty else { return name }
    return name + (hasCommaSuffix ? ", " : " ") + suffix
  }
}
