import JournalModel
import Prose
import Reporting

/// A text as one page prints it.
struct PrintedBody: Sendable {
  var html: [UInt8] = []
  /// The notes, where they stand after the text.
  var notes: [UInt8] = []
  var outline: [OutlineView] = []
  var finds = LinkResolver.Finds()
}

extension PageContext {
  /// The text of an article with its links as this page needs them.
  ///
  /// Figures and attachments stand beside the article's page in the journal's first language.
  func printed(_ body: Body, of article: Article, _ report: inout Report) -> PrintedBody {
    guard let document = body.document else { return PrintedBody() }
    var resolver = LinkResolver(
      page: self, source: document.path, home: .article(article.slug))
    resolver.resolve(document, &report)
    var options = options(for: body.language, resolver)
    options.citations =
      body.citesInNotes
      ? .notes(body.citations, leads: body.leads) : .inText(body.citations)
    options.citationWords = body.citationWords
    return printed(document, options, resolver)
  }

  /// The text of a page or an announcement.
  func printed(_ document: Document, language: LanguageTag, _ report: inout Report) -> PrintedBody {
    var resolver = LinkResolver(page: self, source: document.path, home: path)
    resolver.resolve(document, &report)
    return printed(document, options(for: language, resolver), resolver)
  }

  private func printed(
    _ document: Document, _ options: HTMLOptions, _ resolver: LinkResolver
  ) -> PrintedBody {
    let text = document.html(options)
    let top = document.blocks.compactMap(\.heading).map(\.level).min()
    let headings = document.blocks.compactMap(\.heading).filter { $0.level == top }
    let words = document.html(ofLinksTo: headings.map(\.inlines), options)
    let outline = zip(headings, words).compactMap { heading, words in
      heading.id.map { OutlineView(id: $0, html: String(decoding: words, as: UTF8.self)) }
    }
    return PrintedBody(
      html: text.body, notes: text.notes, outline: outline, finds: resolver.finds)
  }

  private func options(for language: LanguageTag, _ resolver: LinkResolver) -> HTMLOptions {
    HTMLOptions(
      words: TextWords(InterfaceText(language: language)), link: resolver.link,
      image: resolver.image, math: site.formulas.mathML)
  }

  /// The text in the language of the page, or else in its own.
  func chosen<Value>(_ entries: [Localized<Value>.Entry]) -> Localized<Value>.Entry? {
    entries.first { $0.language == language }
      ?? entries.first { $0.language.language == language.language } ?? entries.first
  }
}

extension Block {
  fileprivate var heading: Heading? {
    if case .heading(let heading) = kind { heading } else { nil }
  }
}
