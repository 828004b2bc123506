import Reporting

/// Names of fields that nobody knows and that look like one which their entry lacks: `titel`.
///
/// Most unknown names (`file`, `timestamp`, …) look like none, and nothing is said of them.
struct MisspelledFields {
  /// Where unknown names stand in the entry that is being scanned.
  var names: [Range<Int>] = []
  /// What unknown names look like: files use the same few in every entry.
  private var guesses: [String: BibTeXField?] = [:]

  /// Reports what the entry is likely to have meant.
  mutating func report(
    in entry: BibTeXEntry, of source: SourceBytes, to report: inout Report
  ) {
    for place in names {
      let name = source.text(place)
      guard let field = guess(name.lowercased()), !Self.alike(field).contains(where: entry.has)
      else { continue }
      report.add(.misspelled(name, field, at: source.range(place)))
    }
  }

  private mutating func guess(_ name: String) -> BibTeXField? {
    if let known = guesses[name] { return known }
    let guess = closest(to: name, among: Self.usual.keys).flatMap { Self.usual[$0] }
    guesses[name] = .some(guess)
    return guess
  }

  /// What a reference is poorer without; names of three letters look like too many others.
  private static let usual = Dictionary(
    uniqueKeysWithValues: [
      BibTeXField.author, .booktitle, .date, .editor, .institution, .journal, .journaltitle,
      .number, .pages, .publisher, .school, .title, .volume, .year,
    ].map { (String(describing: $0), $0) })

  /// The fields any of which says what one of them says.
  private static func alike(_ field: BibTeXField) -> [BibTeXField] {
    let groups: [[BibTeXField]] = [
      [.date, .year], [.institution, .school, .publisher], [.journal, .journaltitle],
      [.number, .issue],
    ]
    return groups.first { $0.contains(field) } ?? [field]
  }
}

extension Diagnostic {
  fileprivate static func misspelled(
    _ name: String, _ field: BibTeXField, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .warning, "bibtex-unknown-field",
      "Unknown field '\(name)' is not shown" + didYouMean(String(describing: field)), at: range,
      hint: "Write '\(field)'")
  }
}
