public import Bibliography

/// What a processor formats: the known items and every citation of the text, in its order.
///
/// The items are prepared when they are given: several processors can format one document.
public struct CitedDocument: Sendable {
  let items: ItemStore
  public var citations: [Citation]
  /// Whether the bibliography also lists items that nothing cites.
  public var includesUncited: Bool
  /// Whether entries of the bibliography show their `citation-number`; off for lists that count by
  /// themselves.
  public var numbersEntries = true
  /// Whether each cite of several in a citation is marked with its item.
  public var marksCites = false
  /// Whether citations know their predecessors ("ibid."); off, each stands alone.
  package var tracksPositions = true

  /// Items in the order of the file; of two with one id the first counts.
  public init(items: [Item], citations: [Citation] = [], includesUncited: Bool = false) {
    self.items = ItemStore(items)
    self.citations = citations
    self.includesUncited = includesUncited
  }
}

/// One place in the text that cites.
public struct Citation: Sendable, Hashable {
  public var cites: [Cite]
  /// The number of the note it stands in, or nil in the running text.
  public var noteNumber: Int?

  public init(cites: [Cite], noteNumber: Int? = nil) {
    self.cites = cites
    self.noteNumber = noteNumber
  }
}

/// One work in a citation.
public struct Cite: Sendable, Hashable {
  /// How much of the cite is shown.
  public enum Form: Sendable, Hashable {
    case normal
    /// Without the names of the author, which the sentence gives.
    case suppressAuthor
    /// Only the names of the author.
    case authorOnly
    /// The author in the sentence, the rest in the citation: "Lovelace (1843)".
    case composite
  }

  /// The id of an item.
  public var id: String
  public var locator: Locator?
  /// Text before and after the cite, with the rich text of fields.
  public var prefix: String
  public var suffix: String
  public var form: Form
  /// Set by callers that know the position better than the document tells.
  package var forcedPosition: CitePosition?
  package var forcedNearNote: Bool?
  package var forcedFirstNote: Int?

  public init(
    id: String, locator: Locator? = nil, prefix: String = "", suffix: String = "",
    form: Form = .normal
  ) {
    self.id = id
    self.locator = locator
    self.prefix = prefix
    self.suffix = suffix
    self.form = form
  }
}

/// Where a cite stands relative to earlier cites of the same item (CSL 1.0.2, "Choose").
package enum CitePosition: UInt8, Sendable, Hashable {
  case first, subsequent, ibid, ibidWithLocator
}

/// The pages, chapter or other part that a cite points to.
public struct Locator: Sendable, Hashable {
  public var label: LocatorLabel
  public var value: String

  public init(_ label: LocatorLabel = .page, _ value: String) {
    self.label = label
    self.value = value
  }
}
