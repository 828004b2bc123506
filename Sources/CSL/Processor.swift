public import Bibliography

/// Formats citations and bibliographies in one style and language.
///
/// In: a style, the locales it may need, and a document of items and citations. Out: formatted
/// text. Compiled once (`Style/StyleCompiler.swift`), immutable afterwards and free to share.
/// Opens no files. Read on in `DocumentFormatter.swift`, which lists the steps.
public final class Processor: Sendable {
  let style: CompiledStyle

  /// Takes the locales of `Locale.fallbacks(for:)` that there are; `overrides` beat the style.
  ///
  /// Without a language the style's default locale counts, else American English. A processor for
  /// works of one `type` knows nothing of what the style says of others; it is small and fast.
  public init(
    style: Style, locales: [Locale], language: String?, overrides: [Locale] = [],
    type: ItemType? = nil
  ) {
    self.style = StyleCompiler.compile(
      style, locales: locales, language: language, overrides: overrides, type: type)
  }

  /// Whether the style lists works; some note styles only cite them.
  public var hasBibliography: Bool { style.bibliography != nil }

  /// Whether words such as "and" run from right to left.
  public var runsRightToLeft: Bool { style.options.runsRightToLeft }

  /// Whether citations print the pages, or other parts, that are cited; many styles of numbers do not.
  public var printsLocators: Bool { style.citation.usesLocator }

  /// The citations in the order of the document and the bibliography in that of the style.
  public func format(_ document: CitedDocument) -> FormattedDocument {
    var formatter = DocumentFormatter(document, self)
    return formatter.format()
  }

  /// One document in several styles; what one took of memory the next takes again.
  public static func format(_ document: CitedDocument, in styles: [Processor])
    -> [FormattedDocument]
  {
    guard let first = styles.first else { return [] }
    var formatter = DocumentFormatter(document, first)
    return styles.map { style in
      formatter.begin(style)
      return formatter.format()
    }
  }

  /// What each step makes of the item with an id: its hints, and its trees before and after.
  public func format(_ document: CitedDocument, tracing id: String) -> [TraceStep] {
    var formatter = DocumentFormatter(document, self)
    return formatter.trace(id)
  }
}
