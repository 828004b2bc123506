/// Which syntax a text is read with, and how far its author is trusted.
package struct ReadingOptions: Sendable, Equatable {
  /// An extension that GitHub adds to CommonMark, by the name the library knows it under.
  package enum Extension: String, Sendable, CaseIterable {
    case table, strikethrough, autolink, tagfilter, tasklist
  }

  package var extensions: [Extension]
  /// Pandoc's syntax beyond GitHub's: citations, cross references, attributes, mathematics.
  package var readsScholarlySyntax: Bool
  /// Straight quotes, `--`, `---` and `...` become the characters they stand for.
  package var usesTypographicPunctuation: Bool
  /// An image alone in a paragraph becomes a figure.
  package var makesFigures: Bool
  /// Headings get anchors.
  package var makesAnchors: Bool
  /// Raw HTML is kept; otherwise it is left out and reported.
  package var trustsHTML: Bool
  /// Anchors the page already has.
  package var reservedIDs: Set<String>
  /// Keys of the bibliography that end elsewhere than the syntax of citations has it.
  package var unusualKeys = UnusualKeys()

  package init(
    extensions: [Extension] = Extension.allCases, readsScholarlySyntax: Bool = true,
    usesTypographicPunctuation: Bool = true,
    makesFigures: Bool = true, makesAnchors: Bool = true, trustsHTML: Bool = false,
    reservedIDs: Set<String> = []
  ) {
    self.extensions = extensions
    self.readsScholarlySyntax = readsScholarlySyntax
    self.usesTypographicPunctuation = usesTypographicPunctuation
    self.makesFigures = makesFigures
    self.makesAnchors = makesAnchors
    self.trustsHTML = trustsHTML
    self.reservedIDs = reservedIDs
  }

  /// For articles and pages of a journal.
  package static let scholarly = ReadingOptions()
}
