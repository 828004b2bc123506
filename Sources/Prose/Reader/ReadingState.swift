import Reporting

/// What is known of a document while it is read: anchors, numbers, citations, problems.
struct ReadingState {
  let source: [UInt8]
  let path: String
  let options: ReadingOptions
  let text: MarkedText
  let found: MarkScanner.Findings
  var report: Report
  var citations: [Citation] = []
  var crossReferences: [CrossReference] = []
  var footnotes: [Footnote] = []
  var notes: [Document.Note] = []
  var formulas: [Located<Math>] = []
  /// The author's note that is being read.
  var footnote: Int?
  /// Whether it has been said that the text is nested too deep.
  var isTooDeep = false
  /// Whether code looks as if it were meant to cite.
  var hasCitationsInCode = false
  /// The text that is being read.
  var words = TextPiece()
  var figures = 0
  var tables = 0
  var equations = 0
  /// What labels stand for.
  var targets: [String: CrossReference.Target] = [:]
  /// The section that is being read, for labels that stand in its text.
  var section: CrossReference.Target?
  /// Whether notes are referred to that nobody has written.
  let hasUndefinedNotes: Bool
  /// Behind the last of these that was reported.
  var undefinedNotesEnd = 0
  private var ids: Set<String>
  /// How often a wish could not be granted as it was.
  private var repeats: [String: Int] = [:]

  init(
    source: [UInt8], path: String, options: ReadingOptions, text: MarkedText,
    found: MarkScanner.Findings, report: Report
  ) {
    self.source = source
    self.path = path
    self.options = options
    self.text = text
    self.found = found
    self.report = report
    ids = options.reservedIDs
    let defined = Set(found.footnotes.map { $0.label.lowercased() })
    hasUndefinedNotes = !found.noteReferences.allSatisfy { defined.contains($0.lowercased()) }
  }

  func place(_ bytes: Range<Int>) -> SourceRange { SourceRange(path: path, bytes: bytes) }

  /// The source a mark stands for, as text.
  func sourceText(of range: Range<Int>) -> String {
    String(decoding: source[range], as: UTF8.self)
  }

  /// Makes sure that nothing else has this anchor; reports it when an author gave it twice.
  mutating func claim(explicit id: String, at range: Range<Int>) -> String? {
    if ids.insert(id).inserted { return id }
    report.add(.idDuplicate(id, at: place(range)))
    return nil
  }

  /// An anchor like `wish` that nothing else has; names the author gives elsewhere are kept free.
  mutating func claim(wish: String) -> String {
    let reserved = ["fn-", "fnref-", "ref-", "cite-"].contains { wish.hasPrefix($0) }
    let wish = reserved ? "section-\(wish)" : wish
    var id = wish
    while found.labels.contains(id) || !ids.insert(id).inserted {
      let number = repeats[wish, default: 0] + 1
      repeats[wish] = number
      id = "\(wish)-\(number)"
    }
    return id
  }

  /// Remembers what a label stands for.
  mutating func define(_ labels: [String], as target: CrossReference.Target) {
    for label in labels where targets[label] == nil { targets[label] = target }
  }

  /// Whether the author has written the word that a reference begins with, as in `Figure @fig:a`.
  private func isNamed(_ kind: CrossReference.Kind, before place: Int) -> Bool {
    let text = source[max(0, place - 28)..<place]
    guard let end = text.lastIndex(where: { !isBlank($0) && !"[~\\".utf8.contains($0) }),
      end + 1 < place
    else { return false }
    let words = String(decoding: text[...end], as: UTF8.self)
      .split { !$0.isLetter && $0 != "." }
    return kind.words.contains(words.last?.lowercased() ?? "")
  }

  /// Looks up every cross reference, once the whole text has been read.
  mutating func resolveCrossReferences() {
    for index in crossReferences.indices {
      let reference = crossReferences[index]
      if let target = targets[reference.label] {
        crossReferences[index].target = target
        if reference.form == .labelled, target.number != nil,
          isNamed(target.kind, before: reference.range.lowerBound)
        {
          crossReferences[index].form = .number
        }
      } else {
        let near = targets.keys.sorted().first { $0.lowercased() == reference.label.lowercased() }
        report.add(.referenceUnknown(reference.label, near: near, at: place(reference.range)))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func idDuplicate(_ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "anchor-duplicate", "Anchor '\(id)' is given twice", at: range,
      hint: "Choose another name after the #")
  }

  fileprivate static func referenceUnknown(
    _ label: String, near: String?, at range: SourceRange
  ) -> Diagnostic {
    let question = near.map { "; did you mean '\($0)'?" } ?? ""
    return Diagnostic(
      .warning, "cross-reference-unknown",
      "Cross reference '\(label)' leads to nothing in this text\(question)", at: range,
      hint: "Give the figure, table, formula or heading the label {#\(label)}")
  }
}
