import Bibliography
import JournalModel
import Reporting

/// What the front matter of an article says, and what stands beside it under its name.
func readArticle(
  _ files: ContentLayout.ArticleFiles, _ tree: SourceTree, language: LanguageTag,
  _ report: inout Report
) -> LoadedArticle? {
  guard let bytes = tree.bytes(of: files.path, report: &report) else { return nil }
  let matter = FrontMatter(bytes, path: files.path, report: &report)
  guard matter.isReadable else { return nil }
  var fields = FieldReader(matter.entries, at: matter.range, language: language)
  let given = fields.languageTag("language", "lang", report: &report)?.value
  fields.language = files.suffix ?? given ?? language
  var article = LoadedArticle(
    slug: Located(files.address, at: matter.range), issueFolder: files.issueFolder,
    name: files.slug, supersededVersion: files.version,
    translationOf: files.suffix,
    kind: fields.choice("type", among: Article.Kind.names, report: &report) ?? .researchArticle,
    language: fields.language, range: matter.range)
  fields.readTitle(into: &article, &report)
  fields.readContributors(into: &article, &report)
  fields.readSummary(into: &article, &report)
  fields.readPlace(into: &article, &report)
  fields.readDates(into: &article, &report)
  fields.readTerms(into: &article, files, tree, &report)
  fields.readVersion(into: &article, &report)
  fields.readCitation(into: &article, &report)
  fields.readLinks(into: &article, files, tree, &report)
  article.head = matter.head(of: bytes)
  if matter.hasBody {
    article.body = Article.Body(
      path: files.path, offset: matter.bodyOffset, isReferences: matter.isReferences)
    article.mayHoldFormulas = FormulaTable.mayHoldFormula(bytes[matter.bodyOffset...])
  }
  article.galleys = fields.galleys(of: files, slug: article.fileStem, tree, &report)
  // The Journal of Open Source Software fills these in, for papers that it shares with another.
  fields.ignore("aas-doi", "aas-journal")
  fields.finish(unknown: .warning, in: "an article", report: &report)
  return article
}

extension FieldReader {
  fileprivate mutating func readTitle(
    into article: inout LoadedArticle, _ report: inout Report
  ) {
    // A translation may do with the title that its article has.
    let isLacking = lacks(
      "title", isRequired: article.translationOf == nil, reporting: Diagnostic.articleTitleMissing)
    if !isLacking { article.title = longTitle(&report) }
    if article.title == nil, article.translationOf == nil {
      // Its name stands in, so that the rest is looked at: an article without a title is an error.
      article.title = Localized(RichText(article.name), in: language)
    }
    article.subtitle = richText("subtitle", report: &report)
    if let slug = text("slug", report: &report), article.supersededVersion == nil {
      if slug.value.isSlug { article.slug = slug } else { report.add(.slugForm(slug)) }
    }
  }

  /// A title, also as `title: {long: …, short: …}`, of which the long one counts.
  private mutating func longTitle(_ report: inout Report) -> Localized<RichText>? {
    guard let node = node("title", report: &report) else { return nil }
    if case .mapping(let entries) = node.content, entries.contains(where: { $0.name == "long" }) {
      var fields = FieldReader(entries, at: node.range, language: language)
      fields.ignore("short")
      let title = fields.richText("long", report: &report)
      fields.finish(unknown: .warning, in: "a title", report: &report)
      return title
    }
    return node.localized(named: "title", language: language, &report) { node, report in
      node.text(named: "title", &report).map { text in
        let title = text.value.withoutNote
        if title.utf8.count < text.value.utf8.count {
          report.add(.noteLeftOut(text, kept: title))
        }
        return RichText(markdown: text.map { _ in title }, &report)
      }
    }
  }

  fileprivate mutating func readContributors(
    into article: inout LoadedArticle, _ report: inout Report
  ) {
    article.contributors = list("authors", "author", "contributors", report: &report)
      .flatMap { node in
        namedContributors(node, language: language, unknown: .warning, &report)
      }
    // What a person did for a text is no reason to take them off the list of its authors.
    if keyRange("contributors") == nil {
      for index in article.contributors.indices
      where article.contributors[index].roles.allSatisfy({ $0.isContribution }) {
        article.contributors[index].roles.insert(.author, at: 0)
      }
    }
    // An editorial or a notice may be unsigned; so may an old text, whose author is left empty.
    let isSigned: Set<Article.Kind> = [.researchArticle, .reviewArticle, .bookReview]
    if article.contributors.isEmpty, isSigned.contains(article.kind),
      article.translationOf == nil,
      ["authors", "author", "contributors"].allSatisfy({ keyRange($0) == nil })
    {
      misses("authors", "author", "contributors", reporting: .authorMissing(at: range))
    }
    article.affiliations = affiliationList(&report)
    article.affiliations += article.contributors.flatMap(\.keyedAffiliations)
  }

  fileprivate mutating func readSummary(into article: inout LoadedArticle, _ report: inout Report) {
    article.abstracts = abstracts(["abstract"], &report)
    article.abstracts += abstracts(["summary"], isSummary: true, &report)
    article.abstracts += abstracts(
      ["plain-language-summary", "plain-summary"], isPlainLanguage: true, &report)
    if let node = node("keywords", "tags", report: &report) {
      article.keywords =
        node.localized(named: "keywords", language: language, &report) { node, report in
          node.words(named: "keywords", &report)
        }?.entries ?? []
    }
  }

  private mutating func abstracts(
    _ names: [String], isSummary: Bool = false, isPlainLanguage: Bool = false,
    _ report: inout Report
  ) -> [Localized<Article.Abstract>.Entry] {
    markdown(named: names, report: &report).map { entry in
      .init(
        language: entry.language,
        value: Article.Abstract(
          markdown: entry.value.value, isSummary: isSummary, isPlainLanguage: isPlainLanguage,
          range: entry.value.range))
    }
  }

  fileprivate mutating func readPlace(into article: inout LoadedArticle, _ report: inout Report) {
    article.section = text("section", report: &report)
    article.order = number("order", "weight", report: &report)?.value
    if let pages = pageRange("pages", "page", report: &report) {
      article.extent = .pages(pages)
    }
    if let number = text("article-number", report: &report) {
      if article.extent == nil {
        article.extent = .articleNumber(number.value)
      } else {
        report.add(.pagesAndNumber(number))
      }
    }
    article.doi = doi("doi", report: &report)
  }

  fileprivate mutating func readDates(into article: inout LoadedArticle, _ report: inout Report) {
    article.dates.published = approximateDate("date", report: &report)
    article.dates.updated = date("updated", report: &report)
    article.dates.submitted = date("submitted", "received", report: &report)
    article.dates.accepted = date("accepted", report: &report)
    let form = "{submitted: …, accepted: …, published: …, updated: …}"
    if var dates = fields("dates", "publication", form: form, report: &report) {
      dates.ignore("volume", "issue", "date")
      let submitted = dates.date("submitted", "received", report: &report)
      article.dates.submitted = submitted ?? article.dates.submitted
      let accepted = dates.date("accepted", report: &report)
      article.dates.accepted = accepted ?? article.dates.accepted
      let published = dates.date("published", report: &report)
      article.dates.published = published ?? article.dates.published
      article.dates.updated = dates.date("updated", report: &report) ?? article.dates.updated
      dates.finish(unknown: .warning, in: "'dates'", report: &report)
    }
    article.revision = number("revision", report: &report)?.value ?? 0
  }

  /// `version: 2`, which is known without it, and `changes: …`, what is new in it.
  fileprivate mutating func readVersion(
    into article: inout LoadedArticle, _ report: inout Report
  ) {
    article.changes = localizedText("changes", report: &report)
    guard let given = text("version", report: &report) else { return }
    guard let number = Int(given.value), number > 0 else {
      report.add(.versionForm(given))
      return
    }
    article.versionNumber = Located(number, at: given.range)
  }

  fileprivate mutating func readCitation(
    into article: inout LoadedArticle, _ report: inout Report
  ) {
    guard let node = node("citation", report: &report) else { return }
    guard case .mapping = node.content else {
      article.citationText = node.text(named: "citation", &report)?.value
      return
    }
    guard var fields = FieldReader(node, named: "citation", language: language, report: &report)
    else { return }
    article.citationText = fields.text("text", report: &report)?.value
    article.citationStyle = fields.text("style", report: &report)
    article.referenceStyle = fields.text("references", report: &report)
    fields.finish(unknown: .warning, in: "'citation'", report: &report)
  }

  fileprivate mutating func readLinks(
    into article: inout LoadedArticle, _ files: ContentLayout.ArticleFiles, _ tree: SourceTree,
    _ report: inout Report
  ) {
    article.about = texts("about", report: &report)
    article.formerPaths = formerPaths("redirects", "former-paths", "aliases", report: &report)
    article.former = formerRecord(unknown: .warning, &report)
    article.uncited = texts("nocite", report: &report).flatMap { $0.value.citedKeys }
    article.references = referenceSources(of: files, tree, &report)
  }
}

extension ContentLayout.ArticleFiles {
  /// The last part of its address: `engine`, and `engine/v1` of an older version.
  var address: String { version.map { "\(slug)/v\($0)" } ?? slug }
}

extension String {
  /// Whether it can be the last part of an address, and the name of a folder.
  fileprivate var isSlug: Bool {
    !hasPrefix(".") && (1...200).contains(utf8.count)
      && !unicodeScalars.contains {
        "/\\%?#".unicodeScalars.contains($0) || $0.properties.generalCategory == .control
      }
  }
}

extension LoadedArticle {
  /// What its files are called beside its page.
  fileprivate var fileStem: String {
    supersededVersion.map { "\(name)-v\($0)" } ?? slug.value
  }
}

extension YAMLNode {
  /// The words of a list, or of one text divided by semicolons or commas.
  fileprivate func words(named name: String, _ report: inout Report) -> [String]? {
    if case .sequence(let items) = content {
      let words = items.compactMap { $0.text(named: name, &report)?.words(&report) }
      // `[月，日]` has no comma that YAML knows.
      return words.count == 1 ? words[0].parts(between: "؛；", or: "،，、") : words
    }
    return text(named: name, &report)?.words(&report).parts(between: ";؛；", or: ",،，、")
  }
}

extension String {
  /// What stands between semicolons, or between commas where there is none of them.
  fileprivate func parts(between semicolons: String, or commas: String) -> [String] {
    let separators = contains { semicolons.contains($0) } ? semicolons : commas
    return split { separators.contains($0) }.map { String($0).foldingBlanks }
      .filter { !$0.isEmpty }
  }

  /// The keys of `@*`, or `@one, @two`.
  fileprivate var citedKeys: [String] {
    split { ", ;\n\t[]".contains($0) }.map { $0.first == "@" ? String($0.dropFirst()) : String($0) }
  }
}

extension Article.Kind {
  /// The kinds by the names that authors write.
  static let names: [String: Article.Kind] = {
    var names = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    names["article"] = .researchArticle
    names["review"] = .reviewArticle
    names["concern"] = .expressionOfConcern
    names["erratum"] = .correction
    names["corrigendum"] = .correction
    names["removed"] = .removal
    return names
  }()
}

extension Diagnostic {
  fileprivate static func slugForm(_ slug: Located<String>) -> Self {
    Self(
      .error, "slug-form", "'\(slug.value)' cannot be the last part of an address",
      at: slug.range,
      hint: "Write letters, numbers and hyphens, such as 'moon-and-tide', or leave 'slug' out")
  }

  fileprivate static func articleTitleMissing(at range: SourceRange) -> Self {
    Self(
      .error, "article-title-missing", "Article has no title", at: range,
      hint: "Write 'title: …' between the lines '---'")
  }

  fileprivate static func authorMissing(at range: SourceRange) -> Self {
    Self(
      .warning, "article-author-missing", "Article names no author",
      at: SourceRange(
        path: range.path, bytes: range.bytes.lowerBound..<range.bytes.lowerBound),
      hint: "Add 'authors: …' (a body: '- organization: …'), or another 'type', such as 'editorial'"
    )
  }

  fileprivate static func versionForm(_ number: Located<String>) -> Self {
    Self(
      .warning, "version-form", "Version '\(number.value)' is no whole number from 1",
      at: number.range, hint: "Write the number of the version, as in 'version: 2'")
  }

  fileprivate static func pagesAndNumber(_ number: Located<String>) -> Self {
    Self(
      .error, "pages-and-article-number", "Article has both pages and an article number",
      at: number.range, hint: "Keep the one by which the article is cited")
  }
}
