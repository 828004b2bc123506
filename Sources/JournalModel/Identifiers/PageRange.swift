/// The printed pages of an article, `30-54` or `xii`; a single page has no last.
package struct PageRange: Sendable, Hashable, Codable {
  package let first: String
  package let last: String?

  /// Why a text is no range of pages.
  package enum Flaw: Error, Sendable {
    case form
    case reversed
  }

  /// Takes hyphen, dash or the tilde of Korean between two pages of letters and digits.
  ///
  /// - Throws: `Flaw` when the form is wrong or the last page stands before the first.
  package init(_ text: String) throws(Flaw) {
    var pages: [String] = []
    var page = Page()
    for scalar in text.unicodeScalars {
      if Self.isDash(scalar) {
        if page.isBegun { pages.append(try page.end()) }
      } else {
        try page.add(scalar)
      }
    }
    if page.isBegun { pages.append(try page.end()) }
    guard (1...2).contains(pages.count) else { throw .form }
    if pages.count == 2, let first = Int(pages[0]), let last = Int(pages[1]), last < first {
      throw .reversed
    }
    first = pages[0]
    last = pages.count == 2 && pages[1] != pages[0] ? pages[1] : nil
  }

  /// With a hyphen, as metadata formats have it.
  package var text: String { last.map { "\(first)-\($0)" } ?? first }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "‐", "‑", "−", "~": true
    default: false
    }
  }

  /// A page on the way, letter by letter.
  private struct Page {
    private(set) var isBegun = false
    private var text = ""
    private var isInNumber = false
    private var isBehindNumber = false

    /// Blanks are left out: `A 12` is a page, `12 to 14` is none.
    mutating func add(_ scalar: Unicode.Scalar) throws(Flaw) {
      isBegun = true
      switch scalar {
      case "0"..."9":
        guard !isBehindNumber else { throw .form }
        isInNumber = true
      case "A"..."Z", "a"..."z": break
      case " ":
        isBehindNumber = isBehindNumber || isInNumber
        return
      default: throw .form
      }
      text.unicodeScalars.append(scalar)
    }

    /// The whole page, and room for the next.
    mutating func end() throws(Flaw) -> String {
      let text = text
      self = Page()
      guard !text.isEmpty else { throw .form }
      return text
    }
  }
}
