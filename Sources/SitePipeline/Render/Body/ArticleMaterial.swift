import Bibliography
import Exports
import JournalModel
import Prose
import Reporting

/// What the pages and exports of one article share: its texts, read once.
///
/// A class, since each of them holds it.
final class ArticleMaterial: Sendable {
  let article: Article
  /// In the order of the article's bodies; without a text, its references alone, if it has some.
  let bodies: [Body]
  let abstracts: [Abstract]
  let statements: [Statement]
  let formulas: FormulaTable
  /// "How to Cite" without markup, on pages in the article's own language.
  let citation: String?

  struct Abstract: Sendable {
    var language: LanguageTag
    var value: Article.Abstract
    var text: ShortText
  }

  struct Statement: Sendable {
    var subject: Article.Statement.Subject
    var texts: [Localized<ShortText>.Entry]
  }

  init(_ article: Article, _ site: RenderContext, citation: String?, _ report: inout Report) {
    self.article = article
    self.citation = citation
    formulas = site.formulas
    let reader = BodyReader(
      site: site, article: article,
      references: article.readReferences(in: site.tree, shared: site.bibliographies, &report))
    var bodies = article.bodies.compactMap { reader.body($0, &report) }
    if article.bodies.isEmpty, let body = reader.bodyOfReferences(&report) { bodies.append(body) }
    self.bodies = bodies
    reader.reportUnknownUncited(&report)
    reader.reportUnused(bodies, &report)
    let trusts = site.options.trustsHTML
    abstracts = article.abstracts.map { entry in
      Abstract(
        language: entry.language, value: entry.value,
        text: ShortText(
          entry.value.markdown, at: entry.value.range, trustsHTML: trusts,
          formulas: site.formulas, &report))
    }
    statements = article.statements.map { statement in
      Statement(
        subject: statement.subject,
        texts: statement.text.entries.map { entry in
          .init(
            language: entry.language,
            value: ShortText(entry.value, at: article.range, trustsHTML: trusts, &report))
        })
    }
  }

  /// The text for a page in a language: its own, else the article's.
  func body(for page: PageContext) -> Body? {
    bodies.first { $0.language == page.language }
      ?? bodies.first { $0.language.language == page.language.language } ?? bodies.first
  }

  /// What exports need of the texts.
  var text: ArticleText {
    var text = ArticleText(
      citation: citation,
      abstracts: abstracts.map { abstract in
        .init(
          language: abstract.language, isSummary: abstract.value.isSummary,
          isPlainLanguage: abstract.value.isPlainLanguage, blocks: abstract.text.document.blocks,
          plain: abstract.text.plain)
      },
      statements: statements.compactMap { statement in
        let own = statement.texts.first { $0.language == article.language }
        return (own ?? statement.texts.first).map {
          .init(subject: statement.subject, blocks: $0.value.document.blocks)
        }
      },
      mathML: formulas.mathML)
    if let body = bodies.first {
      text.references = body.described
      text.body = body.document
      text.citationWords = body.citationWords
      text.citationParts = body.citationParts
      text.words = TextWords(InterfaceText(language: body.language))
    }
    text.translatedReferences = bodies.dropFirst().map { body in
      .init(language: body.language, value: body.described.map(\.plain))
    }
    return text
  }
}
