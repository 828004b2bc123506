/// The printed pages of an article, `30-54` or `xii`; a single page has no last.
package struct PageRange: Sendable, Hashable, Codable {
  package let first: String
  package let last: String?

  /// Why a text is no range of pages.
  package enum Flaw: Error, Sendable {
    case form
    case reversed
  }

  /// Takes hyphen or dash between two pages of letters and digits.
  ///
  /// - Throws: `Flaw` when the form is wrong or the last page stands before the first.
  package init(_ text: String) throws(Flaw) {
    let stretches = text.unicodeScalars.split(whereSeparator: Self.isDash)
    // `A 12` is a page, `12 to 14` is none.
    guard stretches.allSatisfy({ Self.numbers(in: $0) < 2 }) else { throw .form }
    let parts = stretches.map { part in
      String(String.UnicodeScalarView(part.filter { $0 != " " }))
    }
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isAlphanumeric) })
    else { throw .form }
    if parts.count == 2, let first = Int(parts[0]), let last = Int(parts[1]), last < first {
      throw .reversed
    }
    first = parts[0]
    last = parts.count == 2 && parts[1] != parts[0] ? parts[1] : nil
  }

  /// With a hyphen, as metadata formats have it.
  package var text: String { last.map { "\(first)-\($0)" } ?? first }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "‐", "‑", "−": true
    default: false
    }
  }

  /// How many of the words have a digit.
  private static func numbers(in words: String.UnicodeScalarView.SubSequence) -> Int {
    words.split(separator: " ").count { $0.contains { ("0"..."9").contains($0) } }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
