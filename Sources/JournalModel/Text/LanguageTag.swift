import Reporting

/// A language tag in the form of BCP 47: `en`, `ur`, `pt-BR`, `zh-Hant`.
@usableFromInline
package struct LanguageTag: Sendable, Hashable, Comparable, Codable {
  /// In the conventional case: language lower, script title, region upper.
  package let text: String

  /// Checks the form of RFC 5646 §2.1 (not the registry); nil when it is no language tag.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    // Few tags have more than one part.
    if (2...3).contains(text.utf8.count), text.utf8.allSatisfy(Self.isLetter) {
      self.text = text.lowercased()
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.utf8.count),
      language.utf8.allSatisfy(Self.isLetter)
    else { return nil }
    var tag = language.lowercased()
    for part in parts.dropFirst() {
      guard (1...8).contains(part.utf8.count),
        part.utf8.allSatisfy({ Self.isLetter($0) || Self.isDigit($0) })
      else { return nil }
      switch part.utf8.count {
      case 4 where part.utf8.allSatisfy(Self.isLetter): tag += "-" + part.capitalized
      case 2: tag += "-" + part.uppercased()
      default: tag += "-" + part.lowercased()
      }
    }
    self.text = tag
  }

  /// Coded as its text.
  @usableFromInline
  package init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  @usableFromInline
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package static let english = LanguageTag(known: "en")

  private init(known: String) { text = known }

  /// The first subtag: `ur` of `ur-PK`.
  package var language: String {
    text.utf8.firstIndex(of: UInt8(ascii: "-")).map { String(text[..<$0]) } ?? text
  }

  package var direction: TextDirection {
    if text.utf8.count > 3,
      let script = text.split(separator: "-").dropFirst().first(where: { $0.utf8.count == 4 })
    {
      return ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Aran"].contains(script)
        ? .rightToLeft : .leftToRight
    }
    return language.isLanguageFromRightToLeft ? .rightToLeft : .leftToRight
  }

  @usableFromInline
  package static func < (a: LanguageTag, b: LanguageTag) -> Bool {
    a.text.precedes(b.text)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// The direction of a script.
package enum TextDirection: String, Sendable, Hashable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"
}

extension StringProtocol {
  /// The text with its first character in upper case and the rest in lower case.
  fileprivate var capitalized: String {
    prefix(1).uppercased() + dropFirst().lowercased()
  }
}
