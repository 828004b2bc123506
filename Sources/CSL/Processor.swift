import Bibliography

/// Formats citations and bibliographies in one style and language.
///
/// In: a style, the locales it may need, and a document of items and citations. Out: formatted
/// text. Compiled once (`Style/StyleCompiler.swift`), immutable afterwards and free to share.
/// Opens no files. Read on in `Processor+Format.swift`, which lists the steps.
public struct Processor: Sendable {
  /// Takes the locales of `Locale.fallbacks(for:)` that there are; `overrides` beat the style.
  public init(style: Style, locales: [Locale], language: String?, overrides: [Locale] = []) {
  }

  public func format(_ document: CitedDocument) -> FormattedDocument {
    FormattedDocument(
      citations: document.citations.map { _ in FormattedText() },
      bibliography: document.items.map { FormattedReference(id: $0.id, text: FormattedText()) })
  }
}
