import CSL
import Prose

/// What a text cites of the references of its article.
struct CitedReferences {
  private(set) var citations: [CSL.Citation] = []
  /// For each reference.
  private(set) var isCited: [Bool]
  /// Whether there are cites of other keys too.
  private(set) var hasUnknown = false
  /// The places of the references that the citations cite, one after the other, and where those
  /// of each citation end.
  private var places: [Int] = []
  private var ends: [Int] = []

  /// `references` says where each key stands among them.
  init(
    in document: Document?, of references: [String: Int], count: Int, citationsAreNotes: Bool
  ) {
    isCited = Array(repeating: false, count: count)
    guard let document else { return }
    citations.reserveCapacity(document.citations.count)
    ends.reserveCapacity(document.citations.count)
    let numbers = document.noteNumbers(citationsAreNotes: citationsAreNotes)
    let written = document.citations.span
    for index in written.indices {
      let cites = cites(of: written[index], among: references, citationsAreNotes)
      citations.append(.init(cites: cites, noteNumber: numbers.citations[index]))
      ends.append(places.count)
    }
  }

  private mutating func cites(
    of citation: Prose.Citation, among references: [String: Int], _ citationsAreNotes: Bool
  ) -> [Cite] {
    // Each cite is looked at where it stands: it is much to copy.
    let written = citation.cites.span
    var cites: [Cite] = []
    cites.reserveCapacity(written.count)
    for index in written.indices {
      guard let place = references[written[index].key] else {
        hasUnknown = true
        continue
      }
      isCited[place] = true
      places.append(place)
      cites.append(
        citationsAreNotes
          ? Cite(written[index], inNote: citation.footnote != nil, isFirst: cites.isEmpty)
          : Cite(written[index]))
    }
    return cites
  }

  /// The places of the references of a citation.
  func places(of index: Int) -> ArraySlice<Int> {
    places[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}

extension Cite {
  /// A cite of the text as the processor takes it.
  init(_ cite: Prose.Citation.Cite) {
    let locator = cite.locator.map { locator in
      Locator(LocatorLabel(name: locator.label) ?? .page, locator.value)
    }
    let form: Form =
      switch cite.mode {
      case .normal: .normal
      case .suppressAuthor: .suppressAuthor
      case .authorInText: .composite
      case .authorOnly: .authorOnly
      }
    self.init(
      id: cite.key, locator: locator, prefix: cite.prefix, suffix: cite.suffix, form: form)
  }
}
