import Reporting

extension ReadingState {
  /// Puts a citation into the document's list, or makes cross references of `@fig:x` and its kin.
  mutating func resolve(_ citation: Citation, into inlines: inout [Inline]) {
    if citation.cites.allSatisfy({ isCrossReference($0.key) }) {
      inlines += references(of: citation)
      return
    }
    var citation = citation
    citation.footnote = footnote
    citations.append(citation)
    if footnote == nil { notes.append(.citation(citations.count - 1)) }
    inlines.append(Inline(.citation(citations.count - 1), at: citation.range))
  }

  /// Says of citations what they stand in.
  mutating func place(_ indices: [Int], in place: Citation.Place) {
    for index in indices { citations[index].place = place }
  }

  /// `fig:x` is never a reference of the bibliography; `fig-x` only if nothing has that name.
  private func isCrossReference(_ key: String) -> Bool {
    guard
      let end = key.utf8.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") })
    else { return false }
    switch key[..<end].lowercased() {
    case "fig", "tbl", "tab", "sec", "eq", "eqn", "lst":
      return key.utf8[end] == UInt8(ascii: ":") || found.labels.contains(key)
    default: return false
    }
  }

  /// The references of a group such as `[see @fig:a; @fig:b]`, with the words around them.
  private mutating func references(of citation: Citation) -> [Inline] {
    var inlines: [Inline] = []
    for cite in citation.cites {
      if !inlines.isEmpty { inlines.append(Inline(.text(", "), at: cite.range)) }
      if !cite.prefix.isEmpty { inlines.append(Inline(.text(cite.prefix + " "), at: cite.range)) }
      let form: CrossReference.Form = cite.mode == .suppressAuthor ? .number : .labelled
      inlines.append(reference(to: cite.key, form, at: cite.range))
      let suffix = cite.locator.map { ", " + $0.value } ?? ""
      if !(suffix + cite.suffix).isEmpty {
        inlines.append(Inline(.text(suffix + cite.suffix), at: cite.range))
      }
    }
    return inlines
  }

  /// The references of `\ref{a,b}`.
  mutating func references(
    to labels: [String], _ form: CrossReference.Form, at range: Range<Int>
  ) -> [Inline] {
    var inlines: [Inline] = []
    for label in labels {
      if !inlines.isEmpty { inlines.append(Inline(.text(", "), at: range)) }
      inlines.append(reference(to: label, form, at: range))
    }
    return inlines
  }

  private mutating func reference(
    to label: String, _ form: CrossReference.Form, at range: Range<Int>
  ) -> Inline {
    // `@Fig:x` begins a sentence; the label is the same.
    let name = found.labels.contains(label) ? label : lowerFirst(label)
    crossReferences.append(CrossReference(label: name, form: form, range: range))
    return Inline(.crossReference(crossReferences.count - 1), at: range)
  }

  private func lowerFirst(_ label: String) -> String {
    let lower = label.prefix(1).lowercased() + label.dropFirst()
    return found.labels.contains(lower) ? lower : label
  }

  /// Numbers a formula that has a label.
  mutating func number(_ math: Math, at range: Range<Int>) -> Math {
    guard let label = math.id else { return math }
    var math = math
    equations += 1
    math.number = equations
    math.id = claim(explicit: label, at: range)
    define(
      [label] + math.otherLabels,
      as: CrossReference.Target(kind: .equation, id: label, number: equations))
    return math
  }

  /// What a stretch between two marks is, and the label it gives to the element around it.
  mutating func stretch(
    _ pairing: Mark.Pairing, _ attributes: Attributes, _ inlines: [Inline], at range: Range<Int>
  ) -> (Inline?, label: String?) {
    let kind: Inline.Kind
    switch pairing {
    case .superscript: kind = .superscript(inlines)
    case .subscript: kind = .subscript(inlines)
    case .strong: kind = .strong(inlines)
    case .emphasis: kind = .emphasis(inlines)
    case .smallCaps: kind = .smallCaps(inlines)
    case .strikethrough: kind = .strikethrough(inlines)
    case .code: kind = .code(inlines.plainText)
    case .span: return span(attributes, inlines, at: range)
    }
    return (Inline(kind, at: range), nil)
  }

  private mutating func span(
    _ attributes: Attributes, _ inlines: [Inline], at range: Range<Int>
  ) -> (Inline?, label: String?) {
    let label = attributes[key: "label"] ?? attributes.id
    if inlines.isEmpty, let label, attributes.classes.isEmpty { return (nil, label) }
    if inlines.count == 1, case .math(var math) = inlines[0].kind, let label, math.id == nil {
      math.id = label
      return (Inline(.math(number(math, at: range)), at: range), nil)
    }
    if attributes.classes == ["smallcaps"], attributes.pairs.isEmpty, attributes.id == nil {
      return (Inline(.smallCaps(inlines), at: range), nil)
    }
    var attributes = attributes
    if let id = attributes.id { attributes.id = claim(explicit: id, at: range) }
    report(ignored: attributes, at: range)
    return (Inline(.span(attributes, inlines), at: range), nil)
  }

  /// Attributes that follow nothing they could belong to.
  mutating func restoreAttributes(at range: Range<Int>, into inlines: inout [Inline]) {
    let text = sourceText(of: range)
    if text.hasPrefix("{:") {
      report.add(.templateSyntax(text, at: place(range)))
    } else {
      report.add(.attributesMisplaced(text, at: place(range)))
      inlines.append(Inline(.text(text), at: range))
    }
  }

  /// Names attributes that no page shows.
  mutating func report(ignored attributes: Attributes, at range: Range<Int>) {
    for pair in attributes.pairs where !attributes.isPrintable(pair.key) {
      report.add(.attributeUnknown(pair.key, at: place(range)))
    }
  }

  mutating func report(leftOut reason: Mark.LeftOut, at range: Range<Int>) {
    let text = sourceText(of: range)
    switch reason {
    case .template: report.add(.templateSyntax(text, at: place(range)))
    case .tex: report.add(.texLeftOut(text, at: place(range)))
    case .metadata: report.add(.metadataMisplaced(at: place(range)))
    case .control: report.add(.controlCharacter(source[range.lowerBound], at: place(range)))
    }
  }

  mutating func report(doubtful doubt: Mark.Doubt, printedAs text: String, at range: Range<Int>) {
    report.add(.texDoubtful(sourceText(of: range), text, doubt, at: place(range)))
  }

  mutating func report(_ mistake: Mark.Mistake, at range: Range<Int>) {
    // No more than a message quotes.
    let line = source[range.lowerBound..<min(range.lowerBound + 250, source.count)]
      .prefix { $0 != UInt8(ascii: "\n") }
    report.add(.mistake(mistake, String(decoding: line, as: UTF8.self), at: place(range)))
  }

  mutating func report(rawFormat: String, at range: Range<Int>) {
    report.add(.rawFormatLeftOut(rawFormat, at: place(range)))
  }
}

extension Attributes {
  /// Whether a pair with this key may reach a page.
  package func isPrintable(_ key: String) -> Bool {
    switch key {
    case "lang", "dir", "title", "width", "height", "alt", "fig-alt", "label", "startFrom",
      "start", "align", "role", "translate":
      true
    default: key.hasPrefix("data-")
    }
  }
}

extension Diagnostic {
  fileprivate static func templateSyntax(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "template-syntax-foreign",
      "'\(excerpt(text))' belongs to another program's templates; left out", at: range,
      hint: "Write what it stands for")
  }

  fileprivate static func texLeftOut(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "tex-left-out", "TeX '\(excerpt(text))' has no meaning on a page; left out",
      at: range, hint: "Remove it, or write `\\\\` for a backslash")
  }

  fileprivate static func texDoubtful(
    _ source: String, _ printed: String, _ doubt: Mark.Doubt, at range: SourceRange
  ) -> Diagnostic {
    let hint =
      switch doubt {
      case .letter(let letter): "Write '\(letter)' for the letter, or leave out the backslash"
      case .formula: "Write '$…$' for a formula, or leave out the backslashes"
      case .path: "Write code and paths between backticks, and `\\\\` for a backslash"
      }
    return Diagnostic(
      .warning, "tex-doubtful",
      "'\(excerpt(source))' may be TeX or not; printed as '\(excerpt(printed))'", at: range,
      hint: hint)
  }

  fileprivate static func mistake(
    _ mistake: Mark.Mistake, _ text: String, at range: SourceRange
  ) -> Diagnostic {
    let text = excerpt(text)
    return switch mistake {
    case .citation:
      Diagnostic(
        .warning, "citation-unclosed", "Citation '\(text)' has no closing bracket", at: range,
        hint: "Write ']' after it, in the same paragraph")
    case .note:
      Diagnostic(
        .warning, "footnote-unclosed",
        "Note '\(text)' has no closing bracket; printed as it stands", at: range,
        hint: "Write ']' after it, in the same paragraph")
    case .formula:
      Diagnostic(
        .warning, "formula-unclosed", "Formula '\(text)' has no end; printed as it stands",
        at: range, hint: "Write '$$' after it, and no blank line within")
    case .attributes:
      Diagnostic(
        .warning, "attributes-malformed",
        "'\(text)' cannot be read as attributes; printed as it stands", at: range,
        hint: "Write them as {#name .class key=value}")
    }
  }

  fileprivate static func metadataMisplaced(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "metadata-misplaced", "Metadata inside the text is not read", at: range,
      hint: "Move it to the head of the file")
  }

  fileprivate static func controlCharacter(_ byte: UInt8, at range: SourceRange) -> Diagnostic {
    let name = String(byte, radix: 16, uppercase: true)
    return Diagnostic(
      .warning, "control-character",
      "Control character U+00\(byte < 16 ? "0" : "")\(name); left out",
      at: range, hint: "Delete it")
  }

  fileprivate static func rawFormatLeftOut(_ format: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "raw-format-left-out", "Text for '\(format)' is left out", at: range,
      hint: "Write it as Markdown")
  }

  fileprivate static func attributesMisplaced(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "attributes-misplaced",
      "Attributes '\(excerpt(text))' follow nothing they could belong to", at: range,
      hint: "Set them right after a heading, image, link, code or bracketed text")
  }

  fileprivate static func attributeUnknown(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "attribute-unknown", "Attribute '\(key)' is not used", at: range,
      hint: "Remove it, or use a class")
  }
}
