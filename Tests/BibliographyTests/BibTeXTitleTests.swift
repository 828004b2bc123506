import Bibliography
import Reporting
import Testing

/// Titles that are written as BibTeX and read again.
@Suite struct BibTeXTitleTests {
  /// What reading makes of the title that is written, without marks of what is protected.
  private func again(_ title: String, language: String?) -> String {
    var item = Item(id: "a", type: .book, text: [.title: title])
    item[.language] = language
    var report = Report()
    let items = Item.readBibTeX(Item.writeBibTeX([item]), path: "a.bib", report: &report)
    return (items.first?[.title] ?? "").replacing("<span class=\"nocase\">", with: "")
      .replacing("</span>", with: "")
  }

  /// A generator whose numbers are always the same.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64 = 88_172_645_463_325_252

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  /// Titles in sentence case: in title case, capitals of words are the style's.
  @Test(arguments: [nil, "en", "de"]) func comeBackAsTheyWere(language: String?) {
    let words = [
      "grep", "and", "Kashmir", "of", "DNA", "iPod", "x2", "über", "Žižek", "αβγ", "Москва",
      "война",
      "e-mail", "D’Arcy", "2.0", "a.b", "Node.js", "1990--1995", "<i>in vitro</i>",
      "<i>E. coli</i>",
      "H<sub>2</sub>O", "“grep”", "(the Loom)", "100%", "A&B", "C_x", "{b}", "~", "ñandú", "łódź",
    ]
    let marks = ["", "", "", "", ":", ".", "?", "!", ",", ";", " –", "?”", ".)"]
    var numbers = Numbers()
    for _ in 0..<3000 {
      let count = Int.random(in: 1...7, using: &numbers)
      let parts = (0..<count).map { _ in
        words[Int.random(in: words.indices, using: &numbers)]
          + marks[Int.random(in: marks.indices, using: &numbers)]
      }
      let title = (parts + ["in small letters"]).joined(separator: " ")
      #expect(again(title, language: language) == title)
    }
  }
}
