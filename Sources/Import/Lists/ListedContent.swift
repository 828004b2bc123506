import Bibliography
import JournalModel
import Reporting

/// Makes the files of a content folder from a list of articles; those of one volume and number
/// share an issue.
struct ListedContent {
  private let journal: ListedJournal
  private let present: PresentContent
  private var files: [ContentFile] = []
  private var slugs = Slugs()
  private var slugsByDOI: [String: String] = [:]

  init(_ journal: ListedJournal, present: PresentContent) {
    self.journal = journal
    self.present = present
  }

  mutating func contentFiles(title: String?, at range: SourceRange, report: inout Report)
    -> [ContentFile]
  {
    guard !journal.articles.isEmpty else {
      report.add(.listEmpty(at: range))
      return []
    }
    let folders = Dictionary(grouping: journal.articles.indices) { journal.articles[$0].folder }
      .map { (name: $0.key, articles: $0.value) }.sorted { $0.name.precedes($1.name) }
    var names: [Int: String] = [:]
    for folder in folders {
      for index in folder.articles {
        let slug = slugs.slug(
          for: journal.articles[index].title, otherwise: "article"
        ) { present.hasArticle($0, besides: nil, in: folder.name) }
        names[index] = slug
        if let doi = journal.articles[index].doi { slugsByDOI[doi.lowercased()] = slug }
      }
    }
    for folder in folders {
      let articles = folder.articles.map { (journal.articles[$0], names[$0] ?? "article") }
      addIssue(folder.name, articles)
      for (article, slug) in articles {
        add(article, slug, in: "issues/\(folder.name)/", report: &report)
      }
    }
    return [journalFile(title: title, at: range, report: &report)] + files
  }

  private func journalFile(
    title: String?, at range: SourceRange, report: inout Report
  ) -> ContentFile {
    let title = title ?? journal.title
    if title == nil { report.add(.listJournalUnnamed(at: range)) }
    var pairs: [YAMLValue.Pair] = [.init("title", .text(title ?? "Untitled journal"))]
    var issns: [YAMLValue.Pair] = []
    // Each article of a list tells them again.
    var known: Set<String> = []
    for (kind, issn) in journal.issns where known.insert(issn).inserted {
      guard let issn = checkedISSN(issn, at: range, report: &report) else { continue }
      if !issns.contains(where: { $0.key == kind }) { issns.append(.init(kind, .text(issn))) }
    }
    if !issns.isEmpty { pairs.append(.init("issn", .map(issns))) }
    if let publisher = journal.publisher { pairs.append(.init("publisher", .text(publisher))) }
    var languages: [String] = []
    for language in journal.articles.compactMap(\.language) where !languages.contains(language) {
      languages.append(language)
    }
    pairs.append(
      .init("languages", .list((languages.isEmpty ? ["en"] : languages).map { .text($0) })))
    let roots = journal.articles.compactMap { $0.formerAddress?.root }
    if let root = roots.first {
      pairs.append(.init("legacy", .map([.init("ojs-url", .text(root))])))
    }
    return ContentFile(path: "journal.yml", text: YAMLValue.lines(of: pairs))
  }

  private mutating func addIssue(_ folder: String, _ articles: [(ListedArticle, String)]) {
    var pairs: [YAMLValue.Pair] = []
    if let volume = articles.lazy.compactMap(\.0.volume).first {
      pairs.append(.init("volume", .text(volume)))
    }
    if let number = articles.lazy.compactMap(\.0.number).first {
      pairs.append(.init("number", .text(number)))
    }
    if let year = articles.compactMap({ $0.0.date?.year }).min() {
      pairs.append(.init("year", .text(String(year))))
    }
    if let date = articles.compactMap(\.0.date).min() {
      pairs.append(.init("date", .text(date.text)))
    }
    let order = articles.enumerated().sorted { a, b in
      let (x, y) = (a.element.0.firstPage ?? .max, b.element.0.firstPage ?? .max)
      return x == y ? a.offset < b.offset : x < y
    }
    pairs.append(.init("order", .list(order.map { .text($0.element.1) })))
    files.append(
      ContentFile(path: "issues/\(folder)/issue.yml", text: YAMLValue.lines(of: pairs)))
  }

  private mutating func add(
    _ article: ListedArticle, _ slug: String, in folder: String, report: inout Report
  ) {
    var pairs: [YAMLValue.Pair] = []
    func add(_ key: String, _ value: YAMLValue?) {
      if let value { pairs.append(.init(key, value)) }
    }
    add("title", .text(article.title))
    add("subtitle", article.subtitle.map(YAMLValue.text))
    let about = about(of: article, report: &report)
    let kind = article.kind.flatMap { $0.isNotice && about.isEmpty ? nil : $0 }
    add("type", kind.map { .text($0.rawValue) })
    if kind?.isNotice == true { add("about", .list(about.map { .text($0) })) }
    add("language", article.language.map(YAMLValue.text))
    add(
      "authors",
      article.authors.isEmpty
        ? nil : .list(article.authors.map { $0.value(at: article.range, report: &report) }))
    add("abstract", article.abstract.map(YAMLValue.text))
    add("keywords", article.keywords.isEmpty ? nil : .list(article.keywords.map { .text($0) }))
    if let number = article.articleNumber {
      add("article-number", .text(number))
    } else if let pages = checkedPages(article.pages, at: article.range, report: &report) {
      pairs.append(pages)
    }
    add("doi", checkedDOI(article.doi, at: article.range, report: &report))
    add("date", article.date.map { .text($0.text) })
    add("license", checkedLicence(article.licence, at: article.range, report: &report))
    if !article.funders.isEmpty {
      add("funding", .list(article.funders.map { $0.value(at: article.range, report: &report) }))
    }
    if let former = article.formerAddress {
      add("legacy", .map([.init("ojs-id", .text(former.id))]))
    } else if let path = article.addressPath {
      add("redirects", .list([.text(path)]))
    }
    if !article.references.isEmpty {
      pairs += [.init("bibliography", .text(slug + ".json")), .init("nocite", .text("@*"))]
      files.append(
        ContentFile(
          path: "\(folder)\(slug).json", bytes: Item.writeCSLJSON(article.references)))
    }
    files.append(
      ContentFile(
        path: "\(folder)\(slug).md",
        text: "---\n" + YAMLValue.lines(of: pairs) + "---\n" + article.body))
  }

  /// The names of the articles that a notice is about, as far as the list has them.
  private func about(of article: ListedArticle, report: inout Report) -> [String] {
    article.about.compactMap { doi in
      if let slug = slugsByDOI[doi.lowercased()] { return slug }
      report.add(.listNoticeAboutUnknown(doi, at: article.range))
      return nil
    }
  }
}

extension ListedArticle {
  /// Volume and number; without a volume the year stands in its place.
  fileprivate var folder: String {
    let year = date.map { String($0.year) }
    let parts = [volume ?? (number == nil ? nil : year), number].compactMap(\.self)
    return Slugs.slug(of: parts.isEmpty ? year ?? "" : parts.joined(separator: "-")).nilWhenEmpty
      ?? "imported"
  }

  fileprivate var firstPage: Int? {
    pages.flatMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }
  }

  /// The number that it had in Open Journal Systems, and the address of the journal there.
  fileprivate var formerAddress: (root: String, id: String)? {
    guard let address, let mark = address.firstRange(of: "/article/view/") else { return nil }
    let id = address[mark.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return id.isEmpty ? nil : (String(address[..<mark.lowerBound]), String(id))
  }

  /// The path of the old address; nil where there is none but the root.
  fileprivate var addressPath: String? {
    guard let address, let scheme = address.firstRange(of: "://") else { return nil }
    let path = address[scheme.upperBound...].drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" }
    return path.count > 1 ? String(path) : nil
  }

  fileprivate var body: String {
    guard !writtenReferences.isEmpty else { return "" }
    let items = writtenReferences.enumerated().map { index, text in
      "\(index + 1). " + MarkdownText.reference(text)
    }
    return "\n## References\n\n" + items.joined(separator: "\n") + "\n"
  }
}

extension ListedArticle.Author {
  fileprivate func value(at range: SourceRange, report: inout Report) -> YAMLValue {
    var pairs: [YAMLValue.Pair] = []
    func add(_ key: String, _ text: String) {
      if !text.isEmpty { pairs.append(.init(key, .text(text))) }
    }
    if !name.literal.isEmpty || name.family.isEmpty {
      add(isOrganization ? "organization" : "literal", name.literal.nilWhenEmpty ?? name.given)
    } else {
      add("given", name.given)
      add("dropping-particle", name.droppingParticle)
      add("particle", name.nonDroppingParticle)
      add("family", name.family)
      add("suffix", name.suffix)
    }
    if let value = checkedORCID(orcid, at: range, report: &report) {
      pairs.append(.init("orcid", value))
    }
    let places = affiliations.map { affiliation -> YAMLValue in
      let ror = checkedROR(affiliation.ror, at: range, report: &report)
      return .map(
        [.init("name", .text(affiliation.name))] + (ror.map { [.init("ror", $0)] } ?? []))
    }
    if !places.isEmpty { pairs.append(.init("affiliations", .list(places))) }
    if let role { pairs.append(.init("roles", .list([.text(role)]))) }
    return .map(pairs)
  }
}

extension ListedArticle.Funder {
  fileprivate func value(at range: SourceRange, report: inout Report) -> YAMLValue {
    var pairs: [YAMLValue.Pair] = [.init("funder", .text(name))]
    if let doi = checkedDOI(doi, at: range, report: &report) { pairs.append(.init("doi", doi)) }
    if !awards.isEmpty { pairs.append(.init("awards", .list(awards.map { .text($0) }))) }
    return .map(pairs)
  }
}

extension Diagnostic {
  fileprivate static func listEmpty(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "list-empty", "List holds no article of a journal", at: range,
      hint: "Give a file with at least one article that has a title")
  }

  fileprivate static func listJournalUnnamed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "list-journal-unnamed", "List does not name the journal", at: range,
      hint: "Give its name with --title, or write it into journal.yml")
  }

  fileprivate static func listNoticeAboutUnknown(_ doi: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .warning, "list-notice-about-unknown",
      "Notice is about '\(doi)', which is not in the list", at: range,
      hint: "Write 'type' and 'about' into its front matter once that article is here")
  }
}
