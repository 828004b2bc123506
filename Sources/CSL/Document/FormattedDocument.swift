public import Bibliography

/// A document's citations and its bibliography, formatted.
public struct FormattedDocument: Sendable, Hashable {
  /// One for each citation of the document, in its order.
  public var citations: [FormattedText]
  /// In the order of the style; empty when the style has no bibliography.
  public var bibliography: [FormattedReference]

  public init(citations: [FormattedText] = [], bibliography: [FormattedReference] = []) {
    self.citations = citations
    self.bibliography = bibliography
  }
}

/// An entry of the bibliography.
public struct FormattedReference: Sendable, Hashable {
  /// The id of its item.
  public var id: String
  /// Its `citation-number`, which citations in styles of numbers show; from 1.
  public var number: Int
  public var text: FormattedText

  public init(id: String, number: Int, text: FormattedText) {
    self.id = id
    self.number = number
    self.text = text
  }
}
