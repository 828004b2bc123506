import Reporting

/// Looks through templates for names that nothing answers to and partials that are not there.
struct TemplateCheck {
  let syntax: [String: TemplateSyntax]
  /// Where each template stands, for reports.
  let paths: [String: String]
  private var reported: Set<SourceRange> = []
  private(set) var used: Set<String> = []

  init(syntax: [String: TemplateSyntax], paths: [String: String]) {
    self.syntax = syntax
    self.paths = paths
  }

  /// Checks a page's template and every partial it takes in, against the records of the page.
  mutating func check(
    _ name: String, records: [any TemplateRecord.Type], _ report: inout Report
  ) {
    check(template: name, records, chain: [], &report)
  }

  private mutating func check(
    template name: String, _ records: [any TemplateRecord.Type], chain: [String],
    _ report: inout Report
  ) {
    used.insert(name)
    guard let nodes = syntax[name]?.nodes, let path = paths[name] else { return }
    check(nodes, path, records, chain: chain + [name], &report)
  }

  private mutating func check(
    _ nodes: [TemplateSyntax.Node], _ path: String, _ records: [any TemplateRecord.Type],
    chain: [String], _ report: inout Report
  ) {
    for node in nodes {
      switch node {
      case .variable(let name, let isRaw, let range):
        let place = SourceRange(path: path, bytes: range)
        switch shape(of: name, records, place, &report) {
        case .html where !isRaw: add(.escapesMarkup(name, place), &report)
        case .text where isRaw: add(.rawText(name, place), &report)
        case .flag, .record, .list: add(.notPrinted(name, place), &report)
        default: break
        }
      case .section(let name, let isInverted, let range, let children):
        let place = SourceRange(path: path, bytes: range)
        guard !Self.positions.contains(name) else {
          check(children, path, records, chain: chain, &report)
          continue
        }
        switch shape(of: name, records, place, &report) {
        case .record(let type) where !isInverted, .list(let type) where !isInverted:
          check(children, path, records + [type], chain: chain, &report)
        case nil: break
        default: check(children, path, records, chain: chain, &report)
        }
      case .partial(let name, let range):
        let place = SourceRange(path: path, bytes: range)
        if paths[name] == nil {
          add(.partialMissing(name, among: paths.keys.sorted(), place), &report)
        } else if chain.contains(name) {
          add(.partialInItself(name, place), &report)
        } else {
          check(template: name, records, chain: chain, &report)
        }
      }
    }
  }

  /// Sections for the first and the last of a list.
  private static let positions: Set<String> = ["first()", "last()"]

  /// What a name stands for in the innermost record that knows it; `a.b` is `b` of the record `a`.
  private mutating func shape(
    of name: String, _ records: [any TemplateRecord.Type], _ place: SourceRange,
    _ report: inout Report
  ) -> TemplateShape? {
    let parts = name.split(separator: ".").map(String.init)
    var known: [String] = []
    var shape: TemplateShape?
    for record in records.reversed() where shape == nil {
      known += record.names
      shape = record.shape(of: parts.first ?? "")
    }
    for part in parts.dropFirst() {
      guard case .record(let type)? = shape else {
        shape = nil
        break
      }
      known = type.names
      shape = type.shape(of: part)
    }
    if shape == nil { add(.nameUnknown(name, among: known, place), &report) }
    return shape
  }

  /// A partial is checked once for each place that takes it in, and reported once.
  private mutating func add(_ diagnostic: Diagnostic, _ report: inout Report) {
    if reported.insert(diagnostic.range).inserted { report.add(diagnostic) }
  }
}

extension Diagnostic {
  fileprivate static func nameUnknown(
    _ name: String, among known: [String], _ range: SourceRange
  ) -> Diagnostic {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    let guess = closest(to: last, among: known)
    return Diagnostic(
      .error, "template-name-unknown",
      "Nothing here has the name '\(name)'" + (guess.map { "; did you mean '\($0)'" } ?? ""),
      at: range, hint: guess == nil ? "Look up the names of this page in the manual" : nil)
  }

  fileprivate static func partialMissing(
    _ name: String, among known: [String], _ range: SourceRange
  ) -> Diagnostic {
    let guess = closest(to: name, among: known)
    return Diagnostic(
      .error, "template-partial-missing",
      "Partial '\(name)' does not exist" + (guess.map { "; did you mean '\($0)'" } ?? ""),
      at: range, hint: "Add 'Templates/\(name).mustache'")
  }

  fileprivate static func partialInItself(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "template-partial-in-itself", "Partial '\(name)' takes in itself", at: range,
      hint: "Remove the tag")
  }

  fileprivate static func escapesMarkup(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "template-markup-escaped", "'\(name)' is markup, which two braces print as text",
      at: range, hint: "Write '{{{\(name)}}}'")
  }

  fileprivate static func rawText(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "template-text-unescaped",
      "'\(name)' is text, which three braces would print as markup", at: range,
      hint: "Write '{{\(name)}}'")
  }

  fileprivate static func notPrinted(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "template-name-without-text", "'\(name)' has no text of its own", at: range,
      hint: "Open a section with '{{#\(name)}}'")
  }
}
