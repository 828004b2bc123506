import Reporting

/// Puts the partials into the templates of pages and looks up every name: reports those that
/// nothing answers to, and partials that are not there.
struct TemplateCompiler {
  /// Records that a template can ask, the innermost last; a named one answers to its name.
  struct Scope {
    var name: String?
    var record: any TemplateRecord.Type
  }

  let syntax: [String: TemplateSyntax]
  /// The names of all templates, also of those that could not be read.
  let names: Set<String>
  private var template = Template()
  /// How many parts the template has.
  private var count = 0
  /// The step after the last section.
  private var sectionEnd = 0
  /// Which of the open records those that are opened within them ask, by their numbers.
  private var asked: Set<Int> = []
  private var reported: Set<SourceRange> = []
  private(set) var used: Set<String> = []

  /// The parts of a page's template, with those of its partials, are at most so many, and their text
  /// is at most so long: partials that are taken in twice double, and each line of one is indented.
  static let maximumCount = 20_000
  static let maximumBytes = 4_000_000

  init(syntax: [String: TemplateSyntax], names: Set<String>) {
    self.syntax = syntax
    self.names = names
  }

  /// The template of a page, for its records.
  mutating func template(_ name: String, _ scopes: [Scope], _ report: inout Report) -> Template {
    template = Template()
    (count, sectionEnd, asked) = (0, 0, [])
    add(partial: name, Surroundings(scopes: scopes), &report)
    if isTooLarge {
      let path = syntax[name]?.path ?? ""
      report.add(.tooLarge(name, count: count, SourceRange(startOf: path)))
    }
    return template
  }

  private var isTooLarge: Bool {
    count > Self.maximumCount || template.literals.count > Self.maximumBytes
  }

  /// What a part of a template stands in.
  private struct Surroundings {
    var scopes: [Scope]
    /// The templates that are being put in, the innermost last.
    var chain: [String] = []
    var indentation: [UInt8] = []
    var isInList = false
  }

  private mutating func add(
    partial name: String, _ surroundings: Surroundings, _ report: inout Report
  ) {
    used.insert(name)
    guard let syntax = syntax[name] else { return }
    var surroundings = surroundings
    surroundings.chain.append(name)
    add(syntax.nodes, of: syntax, surroundings, &report)
  }

  private mutating func add(
    _ nodes: [TemplateSyntax.Node], of syntax: TemplateSyntax, _ surroundings: Surroundings,
    _ report: inout Report
  ) {
    for node in nodes {
      count += 1
      if isTooLarge { return }
      switch node {
      case .lineStart: add(literal: surroundings.indentation[...])
      case .literal(let range): add(literal: syntax.bytes[range])
      case .variable(let name, let isRaw, let range):
        let place = SourceRange(path: syntax.path, bytes: range)
        add(variable: name, isRaw: isRaw, surroundings, place, &report)
      case .section(let name, let isInverted, let range, let children):
        let place = SourceRange(path: syntax.path, bytes: range)
        guard
          let (step, inner) = section(name, isInverted: isInverted, surroundings, place, &report)
        else { continue }
        let index = template.steps.count
        template.steps.append(step(false, 0))
        add(children, of: syntax, inner, &report)
        let opensRecord = inner.scopes.count > surroundings.scopes.count
        let isAsked = opensRecord && asked.remove(surroundings.scopes.count) != nil
        template.steps[index] = step(isAsked, template.steps.count)
        sectionEnd = template.steps.count
      case .partial(let name, let indentation, let range):
        let place = SourceRange(path: syntax.path, bytes: range)
        var inner = surroundings
        inner.indentation = indentation.map { inner.indentation + syntax.bytes[$0] } ?? []
        if !names.contains(name) {
          add(.partialMissing(name, among: names.sorted(), place), &report)
        } else if surroundings.chain.contains(name) {
          add(.partialInItself(name, place), &report)
        } else if surroundings.chain.count >= TemplateSyntax.maximumDepth {
          add(.partialTooDeep(name, place), &report)
        } else {
          add(partial: name, inner, &report)
        }
      }
    }
  }

  /// Text after text is one step, unless a section ends between them.
  private mutating func add(literal bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    var start = template.literals.count
    template.literals += bytes
    if template.steps.count > sectionEnd, case .literal(let range)? = template.steps.last {
      start = range.lowerBound
      template.steps.removeLast()
    }
    template.steps.append(.literal(start..<template.literals.count))
  }

  private mutating func add(
    variable name: String, isRaw: Bool, _ surroundings: Surroundings, _ range: SourceRange,
    _ report: inout Report
  ) {
    guard let (place, shape) = look(for: name, surroundings.scopes, range, &report) else { return }
    switch shape {
    case .text where !isRaw: template.steps.append(.text(place))
    case .html where isRaw: template.steps.append(.markup(place))
    case .html: add(.escapesMarkup(name, range), &report)
    case .text: add(.rawText(name, range), &report)
    case .flag, .record, .list: add(.notPrinted(name, range), &report)
    }
  }

  /// The step that opens a section, once it is known whether the record that it opens is asked
  /// within and where it ends, and what stands around its parts.
  private mutating func section(
    _ name: String, isInverted: Bool, _ surroundings: Surroundings, _ range: SourceRange,
    _ report: inout Report
  ) -> (step: (Bool, Int) -> Template.Step, inner: Surroundings)? {
    switch name {
    case "first()" where surroundings.isInList:
      return ({ .first(!isInverted, end: $1) }, surroundings)
    case "last()" where surroundings.isInList:
      return ({ .last(!isInverted, end: $1) }, surroundings)
    default: break
    }
    guard let (place, shape) = look(for: name, surroundings.scopes, range, &report) else {
      return nil
    }
    if isInverted { return ({ .inverted(place, end: $1) }, surroundings) }
    var inner = surroundings
    switch shape {
    case .record(let type): inner.scopes.append(Scope(record: type))
    case .list(let type):
      inner.scopes.append(Scope(record: type))
      inner.isInList = true
    case .text, .html, .flag: break
    }
    return ({ .section(place, isAsked: $0, end: $1) }, inner)
  }

  /// Where a name is in the innermost record that knows it; `a.b` is `b` of the record `a`.
  private mutating func look(
    for name: String, _ scopes: [Scope], _ range: SourceRange, _ report: inout Report
  ) -> (place: Template.Place, shape: TemplateShape)? {
    let parts = name.utf8.split(separator: UInt8(ascii: "."))
      .map { String(decoding: $0, as: UTF8.self) }
    for (index, scope) in scopes.enumerated().reversed() {
      var rest = parts[...]
      var shape = TemplateShape.record(scope.record)
      if let name = scope.name {
        guard rest.popFirst() == name else { continue }
      } else {
        guard let first = rest.first, scope.record.field(named: first) != nil else { continue }
      }
      var fields: [Int] = []
      for part in rest {
        guard case .record(let type) = shape, let field = type.field(named: part) else {
          let known =
            if case .record(let type) = shape { type.names } else { names(in: scopes[index...]) }
          add(.nameUnknown(name, among: known, range), &report)
          return nil
        }
        fields.append(field)
        shape = type.shape(at: field)
      }
      if index < scopes.count - 1 { asked.insert(index) }
      let start = template.paths.count
      template.paths += fields.dropFirst()
      let place = Template.Place(
        record: index, field: fields.first, rest: start..<template.paths.count)
      return (place, shape)
    }
    add(.nameUnknown(name, among: names(in: scopes[...]), range), &report)
    return nil
  }

  /// What records answer to, the innermost first.
  private func names(in scopes: ArraySlice<Scope>) -> [String] {
    scopes.reversed().flatMap { scope in scope.name.map { [$0] } ?? scope.record.names }
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
      "Nothing here has the name '\(name)'" + didYouMean(guess), at: range,
      hint: guess == nil ? "Write one of: \(Set(known).sorted().joined(separator: ", "))" : nil)
  }

  fileprivate static func partialMissing(
    _ name: String, among known: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "template-partial-missing",
      "Partial '\(name)' does not exist" + didYouMean(closest(to: name, among: known)), at: range,
      hint: "Add 'Templates/\(name).mustache'")
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

  fileprivate static func partialTooDeep(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "template-too-deep",
      "Partial '\(name)' stands in \(TemplateSyntax.maximumDepth) others, more than are read",
      at: range, hint: "Put partials together")
  }

  fileprivate static func tooLarge(_ name: String, count: Int, _ range: SourceRange) -> Diagnostic {
    let excess =
      count > TemplateCompiler.maximumCount
      ? "\(TemplateCompiler.maximumCount) parts" : "\(TemplateCompiler.maximumBytes) bytes of text"
    return Diagnostic(
      .error, "template-too-large", "'\(name)' has more than \(excess) with its partials",
      at: range,
      hint: "Take in fewer partials, and shorten what they say")
  }
}
