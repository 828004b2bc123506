import Prose
import Reporting

/// A Markdown file cut in two: the YAML between the lines `---`, and the body behind it.
struct FrontMatter {
  /// The fields; empty when there are none or they cannot be read.
  var entries: [YAMLEntry]
  /// Where the fields begin.
  var range: SourceRange
  /// The byte after the closing line.
  var bodyOffset: Int
  /// Whether the fields could be read.
  var isReadable: Bool
  /// Whether anything but blanks stands in the body.
  var hasBody: Bool
  /// Whether the body is a list of references under its heading, and nothing else.
  var isReferences: Bool

  init(_ bytes: [UInt8], path: String, report: inout Report) {
    entries = []
    range = SourceRange(startOf: path)
    bodyOffset = 0
    isReadable = false
    hasBody = false
    isReferences = false
    guard TextFile.isValid(bytes, path: path, report: &report) else { return }
    let start = TextFile.contentStart(bytes)
    let first = Self.firstText(bytes, from: start)
    guard let opening = Self.fence(bytes, at: first, closes: false) else {
      let place = SourceRange(path: path, bytes: start..<start)
      if let language = Self.foreignLanguage(bytes[first...]) {
        report.add(.frontMatterForeign(language, at: place))
      } else {
        report.add(.frontMatterMissing(at: place))
      }
      bodyOffset = start
      return
    }
    guard let closing = Self.closingFence(bytes, from: opening) else {
      report.add(.frontMatterUnclosed(at: SourceRange(path: path, bytes: first..<first + 3)))
      bodyOffset = bytes.count
      return
    }
    range = SourceRange(path: path, bytes: opening..<closing.lowerBound)
    bodyOffset = closing.upperBound
    hasBody = bytes[bodyOffset...].contains { $0 > 0x20 }
    isReferences = Self.isReferences(bytes[bodyOffset...])
    let found = report.diagnostics.count
    let node = FrontMatterReader.read(
      bytes, region: opening..<closing.lowerBound, path: path, report: &report)
    isReadable = node != nil || report.diagnostics.count == found
    switch node?.content {
    case .mapping(let entries): self.entries = entries
    case .scalar, .sequence:
      isReadable = false
      report.add(.frontMatterNoFields(at: node?.range ?? range))
    case nil: break
    }
  }

  /// What the site outside of its pages takes from the file: all but the words of its body.
  func head(of bytes: [UInt8]) -> Fingerprint {
    var head = Fingerprint(bytes.span.extracting(..<bodyOffset))
    head.combine([isReadable, hasBody, isReferences].map { $0 ? 1 : 0 })
    return head
  }

  /// Whether the closing line ends at a byte, where the text begins.
  static func ends(at offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset > 0, offset <= bytes.count else { return false }
    let line = bytes[..<(offset - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return fence(bytes, at: line, closes: true) == offset
  }

  /// Whether the first line is the heading of references, and no other heading follows.
  private static func isReferences(_ body: ArraySlice<UInt8>) -> Bool {
    let hash = UInt8(ascii: "#")
    let text = body.drop { $0 <= 0x20 }
    let line = text.prefix { $0 != 0x0A }
    guard line.first == hash,
      ReferenceSection.isTitle(String(decoding: line.drop { $0 == hash }, as: UTF8.self))
    else { return false }
    let rest = text[line.endIndex...]
    return !rest.indices.dropFirst().contains { rest[$0] == hash && rest[$0 - 1] == 0x0A }
  }

  /// The first byte that is neither blank nor part of a comment in front of the fields.
  private static func firstText(_ bytes: [UInt8], from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      if bytes[place] <= 0x20 {
        place += 1
      } else if bytes[place...].starts(with: "<!--".utf8),
        let end = bytes[place...].indices.first(where: { bytes[$0...].starts(with: "-->".utf8) })
      {
        place = end + 3
      } else {
        break
      }
    }
    return place
  }

  /// The language of fields that another program reads.
  private static func foreignLanguage(_ text: ArraySlice<UInt8>) -> String? {
    if text.starts(with: "+++".utf8) { return "TOML" }
    if text.starts(with: "{".utf8) { return "JSON" }
    return text.starts(with: "% ".utf8) ? "lines of '%'" : nil
  }

  private static func closingFence(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    var line = start
    while line < bytes.count {
      if let end = fence(bytes, at: line, closes: true) { return line..<end }
      while line < bytes.count, bytes[line] != 0x0A { line += 1 }
      line += 1
    }
    return nil
  }

  /// The offset of the next line when the one that begins here is `---` (or, where it closes,
  /// `...`).
  private static func fence(_ bytes: [UInt8], at start: Int, closes: Bool) -> Int? {
    guard start + 3 <= bytes.count else { return nil }
    let mark = bytes[start]
    guard mark == UInt8(ascii: "-") || (closes && mark == UInt8(ascii: ".")),
      bytes[start + 1] == mark, bytes[start + 2] == mark
    else { return nil }
    var end = start + 3
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D {
      end += 1
    }
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0A ? end + 1 : nil
  }
}

extension Diagnostic {
  fileprivate static func frontMatterMissing(at range: SourceRange) -> Self {
    Self(
      .error, "front-matter-missing", "File does not begin with its fields between two lines '---'",
      at: range, hint: "Begin the file with '---', 'title: …' and '---', each on its own line")
  }

  fileprivate static func frontMatterForeign(_ language: String, at range: SourceRange) -> Self {
    Self(
      .error, "front-matter-foreign", "Fields stand in \(language), which is not read", at: range,
      hint: "Write them in YAML between two lines '---', as 'title: …'")
  }

  fileprivate static func frontMatterUnclosed(at range: SourceRange) -> Self {
    Self(
      .error, "front-matter-unclosed", "Fields that begin here have no closing line '---'",
      at: range, hint: "Add a line '---' between the fields and the text")
  }

  fileprivate static func frontMatterNoFields(at range: SourceRange) -> Self {
    Self(
      .error, "front-matter-no-fields",
      "No fields of the form 'name: value' between the lines '---'",
      at: range, hint: "Write each field on its own line, as 'title: …'")
  }
}
