import JournalModel
import Reporting

extension RichText {
  /// Reads `*emphasis*`, `**strong**`, `_emphasis_`, `H~2~O`, `x^2^`, backslash escapes, the tags
  /// `<i> <em> <b> <strong> <sup> <sub> <sc>`, `[Small]{.smallcaps}`, characters by name as `&amp;`,
  /// code between backticks, dashes, the words of links, and formulas, letters and commands of TeX;
  /// anything else is text.
  init(markdown text: Located<String>, _ report: inout Report) {
    let markdown = text.value
    guard Self.holdsMarkup(markdown) else {
      self.init(markdown)
      return
    }
    var scanner = RichTextScanner(text: Array(markdown.unicodeScalars))
    self.init(scanner.allRuns())
    for oddity in scanner.oddities { report.add(.odd(oddity, in: text)) }
  }

  /// Whether there is a character that means something else than itself.
  private static func holdsMarkup(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "<"), UInt8(ascii: "\\"),
        UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"),
        UInt8(ascii: "&"), UInt8(ascii: "["):
        return true
      case UInt8(ascii: "-") where last == byte: return true
      default: last = byte
      }
    }
    return false
  }
}

extension Located<String> {
  /// The words of a short text of which nothing but words is shown, such as a keyword.
  func words(_ report: inout Report) -> String { RichText(markdown: self, &report).plain }
}

extension Diagnostic {
  fileprivate static func odd(_ oddity: RichTextScanner.Oddity, in text: Located<String>) -> Self {
    switch oddity {
    case .command(let command): commandUnknown(command, in: text)
    case .letter(let spelling, let letter): letterDoubtful(spelling, as: letter, in: text)
    case .attributes(let attributes): attributesIdle(attributes, in: text)
    case .link(let address): linkIdle(address, in: text)
    case .character(let name): characterUnknown(name, in: text)
    }
  }

  private static func linkIdle(_ address: String, in text: Located<String>) -> Self {
    Self(
      .warning, "field-link",
      "Link to '\(address)' is left out of '\(text.value)', the text between its brackets is kept",
      at: text.range, hint: "Write the text alone; links may stand in an abstract or the text")
  }

  private static func characterUnknown(_ name: String, in text: Located<String>) -> Self {
    Self(
      .warning, "field-character",
      "'\(name)' in '\(text.value)' is no character; it is printed as it stands", at: text.range,
      hint: "Write the character itself, or '\\&' for the sign '&'")
  }

  private static func commandUnknown(_ command: String, in text: Located<String>) -> Self {
    Self(
      .warning, "field-tex",
      "Unknown command '\\\(command)' is left out of '\(text.value)', what follows it is kept",
      at: text.range, hint: "Write the text as it shall appear")
  }

  private static func attributesIdle(_ attributes: String, in text: Located<String>) -> Self {
    Self(
      .warning, "field-attributes",
      "Attributes '\(attributes)' are left out of '\(text.value)', the text between its brackets is kept",
      at: text.range, hint: "Write the text alone; of attributes only '{.smallcaps}' is shown here")
  }

  private static func letterDoubtful(
    _ spelling: String, as letter: String, in text: Located<String>
  ) -> Self {
    Self(
      .warning, "field-tex-doubtful",
      "'\(spelling)' in '\(text.value)' may be TeX or not; read as '\(letter)'", at: text.range,
      hint: "Write '\(letter)' for the letter, or leave out the backslash")
  }
}
