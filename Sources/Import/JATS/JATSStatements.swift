import Reporting

/// What the authors of an article declare: in their notes, with its funding, and in parts of its back
/// that hold nothing else.
struct JATSStatements {
  /// Of one subject in one text.
  private var texts: [(subject: String, text: String)] = []
  /// Where the parts of the back stand that are among them.
  private var ranges: [SourceRange] = []

  static let none = JATSStatements()

  private init() {}

  /// - Parameters:
  ///   - root: the article.
  ///   - referenced: what its text refers to, which has to stay there.
  ///   - report: takes notes that declare nothing of the kind.
  init(_ root: MarkupElement, referenced: Set<String>, report: inout Report) {
    let metadata = root.first("front")?.first("article-meta")
    for note in (metadata?.elements(named: "author-notes") ?? []).flatMap({
      $0.elements(named: "fn")
    }) where !add(note) {
      report.add(.jatsNoteLeftOut(note))
    }
    for group in metadata?.elements(named: "funding-group") ?? [] {
      for statement in group.elements(named: "funding-statement") { _ = add(statement) }
    }
    let parts = root.elements(named: "back").flatMap(\.elements)
    for part in parts.flatMap({ $0.name == "fn-group" ? $0.elements(named: "fn") : [$0] })
    where !referenced.contains(part.attribute("id") ?? "") && part.holdsOnlyWords && add(part) {
      ranges.append(part.range)
    }
  }

  /// Whether the element is not to stand in the text.
  func contain(_ element: MarkupElement) -> Bool { ranges.contains(element.range) }

  /// The field of the article.
  var field: YAMLValue? {
    texts.isEmpty ? nil : .map(texts.map { .init($0.subject, .text($0.text)) })
  }

  private mutating func add(_ element: MarkupElement) -> Bool {
    let text =
      element.name == "funding-statement"
      ? MarkdownText.paragraph(markdownInline(element)) : JATSFront.abstract(element)
    guard let subject = Self.subject(of: element), !text.isEmpty else { return false }
    if let index = texts.firstIndex(where: { $0.subject == subject }) {
      // Some publishers say the same in a note and with the funding.
      if !texts[index].text.contains(text) { texts[index].text += "\n\n" + text }
    } else {
      texts.append((subject, text))
    }
    return true
  }

  private static func subject(of element: MarkupElement) -> String? {
    switch (element.name, element.attribute("fn-type") ?? element.attribute("sec-type")) {
    case ("ack", _): "acknowledgements"
    case ("fn", "conflict"), ("fn", "coi-statement"): "interests"
    case ("fn", "con"): "contributions"
    case ("fn", "financial-disclosure"), ("fn", "supported-by"), ("funding-statement", _):
      "funding"
    case ("sec", "data-availability"): "data"
    case ("sec", "code-availability"): "code"
    case ("sec", "ethics-statement"): "ethics"
    case ("sec", "ai-statement"): "ai-use"
    default: nil
    }
  }
}

extension MarkupElement {
  /// Who has the rights in a figure or a table, and permits its use.
  var wordsOfPermission: [MarkupElement] {
    elements(named: "permissions").flatMap { part in
      part.elements(named: "copyright-statement")
        + part.elements(named: "license").flatMap { $0.elements(named: "license-p") }
    }
  }

  /// Whether it has paragraphs alone, without blocks, pictures or references to the rest of the text.
  fileprivate var holdsOnlyWords: Bool {
    elements.allSatisfy { part in
      ["title", "label"].contains(part.name)
        || part.name == "p"
          && !part.holds(
            JATSBody.blockNames.union(["xref", "fn", "inline-graphic", "inline-formula"]))
    }
  }

  private func holds(_ names: Set<String>) -> Bool {
    elements.contains { names.contains($0.name) || $0.holds(names) }
  }
}

extension Diagnostic {
  fileprivate static func jatsNoteLeftOut(_ note: MarkupElement) -> Diagnostic {
    let type = note.attribute("fn-type").map { " of the type '\($0)'" } ?? ""
    return Diagnostic(
      .warning, "jats-note-left-out", "Note of the authors\(type) has no place in the content",
      at: note.range, hint: "Write what it says into the text, if readers should have it")
  }
}
