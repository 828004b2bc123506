import Bibliography
import JournalModel
import Reporting

/// The front matter of an article, from `article-meta`.
struct JATSFront {
  let root: MarkupElement
  let metadata: MarkupElement
  let language: String
  /// What the journal holds already.
  let present: PresentContent

  init(
    _ root: MarkupElement, metadata: MarkupElement, language: String,
    present: PresentContent = PresentContent()
  ) {
    self.root = root
    self.metadata = metadata
    self.language = language
    self.present = present
  }

  func pairs(statements: JATSStatements, report: inout Report) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    func add(_ key: String, _ value: YAMLValue?) {
      if let value { pairs.append(.init(key, value)) }
    }
    let titles = metadata.first("title-group")
    add(
      "title", localized(titles?.first("article-title"), titles?.translations("trans-title") ?? []))
    add("subtitle", titles?.first("subtitle").map { .text(markdownTitle($0)) })
    add("type", kind.map(YAMLValue.text))
    add("about", about(report: &report))
    add("language", .text(language))
    add("authors", authors(report: &report))
    let affiliations = affiliations
    if !affiliations.isEmpty { add("affiliations", .list(affiliations)) }
    add("abstract", abstracts(of: nil))
    for type in Self.abstractTypes { add(type, abstracts(of: type)) }
    add("keywords", keywords)
    add("pages", pages)
    add("article-number", metadata.first("elocation-id")?.content.map(YAMLValue.text))
    add("doi", checkedDOI(identifier("doi"), at: metadata.range, report: &report))
    add("date", date(of: publicationDate, &report))
    add("dates", history(&report))
    add("license", licence(&report))
    add("copyright", copyright(&report))
    add("funding", funding(&report))
    add("statements", statements.field)
    for element in metadata.elements
    where !Self.placed.contains(element.name) && !namesSubject(element)
      && (element.name.hasPrefix("related-") || !element.text.foldingSpace.isEmpty)
    {
      report.add(.jatsFieldLeftOut(element))
    }
    return pairs
  }

  /// What is read here or elsewhere, or says nothing that is not said besides.
  private static let placed: Set = [
    "abstract", "aff", "article-categories", "article-id", "article-version",
    "article-version-alternatives", "author-notes", "contrib-group", "counts", "elocation-id",
    "fpage", "funding-group", "history", "issue", "issue-id", "issue-part", "issue-title",
    "issue-title-group", "kwd-group", "lpage", "page-range", "permissions", "pub-date",
    "pub-date-not-available", "pub-history", "self-uri", "supplementary-material", "title-group",
    "trans-abstract", "volume", "volume-id", "volume-series",
  ]

  /// What a translation says in its own language.
  func translationPairs() -> [YAMLValue.Pair] {
    let titles = metadata.first("title-group")
    let pairs: [(String, YAMLValue?)] = [
      ("title", titles?.first("article-title").map { .text(markdownTitle($0)) }),
      ("subtitle", titles?.first("subtitle").map { .text(markdownTitle($0)) }),
      ("language", .text(language)),
      ("abstract", abstracts(of: nil)),
      ("keywords", keywords),
    ]
    return pairs.compactMap { key, value in value.map { .init(key, $0) } }
  }

  /// Our kind of the `article-type`, or a closer one that we have written; nil where the default is
  /// right.
  var kind: String? {
    switch root.attribute("article-type") {
    case "other" where ["essay", "interview"].contains(root.attribute("specific-use")),
      "retraction" where root.attribute("specific-use") == "removal":
      root.attribute("specific-use")
    case "research-article": "research-article"
    case "review-article": "review-article"
    case "editorial": "editorial"
    case "book-review", "product-review": "book-review"
    case "letter", "reply": "letter"
    case "translation": "translation"
    case "other": "other"
    case "retraction": "retraction"
    case "correction": "correction"
    case "expression-of-concern": "expression-of-concern"
    default: nil
    }
  }

  private func identifier(_ type: String) -> String? {
    metadata.elements(named: "article-id").first { $0.attribute("pub-id-type") == type }?.content
  }

  private func localized(
    _ own: MarkupElement?, _ others: [(language: String, element: MarkupElement)]
  ) -> YAMLValue? {
    guard let own else { return nil }
    let text = YAMLValue.text(markdownTitle(own))
    let translations = others.filter { $0.language != language }
    guard !translations.isEmpty else { return text }
    return .map(
      [.init(language, text)]
        + translations.map { .init($0.language, .text(markdownTitle($0.element))) })
  }

  /// Types of abstracts that are fields of their own.
  static let abstractTypes = ["summary", "plain-language-summary"]

  /// The abstract of a type, by language where there is more than the article's own.
  private func abstracts(of type: String?) -> YAMLValue? {
    let own = metadata.elements(named: "abstract").map {
      (language: $0.language ?? language, element: $0)
    }
    var pairs: [YAMLValue.Pair] = []
    for abstract in own + metadata.translations("trans-abstract")
    where abstract.element.attribute("abstract-type") == type
      && !pairs.contains(where: { $0.key == abstract.language })
    {
      pairs.append(.init(abstract.language, .text(Self.abstract(abstract.element))))
    }
    if pairs.count == 1, pairs[0].key == language { return pairs[0].value }
    return pairs.isEmpty ? nil : .map(pairs)
  }

  /// Paragraphs, those of lists too; the title of a part of a structured abstract stands before its
  /// text.
  static func abstract(_ element: MarkupElement) -> String {
    element.elements.compactMap { child -> String? in
      switch child.name {
      case "p": MarkdownText.paragraph(markdownInline(child))
      case "sec":
        (child.first("title").map { "**\(markdownInline($0))** " } ?? "") + abstract(child)
      case "title", "label", "object-id": nil
      default:
        child.elements.isEmpty ? MarkdownText.paragraph(markdownInline(child)) : abstract(child)
      }
    }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var keywords: YAMLValue? {
    let groups = metadata.elements(named: "kwd-group").map { group in
      (
        language: group.attribute("xml:lang").flatMap { LanguageTag($0)?.text } ?? language,
        words: group.elements(named: "kwd").map { $0.content?.foldingSpace ?? "" }
          .filter { !$0.isEmpty }
      )
    }.filter { !$0.words.isEmpty }
    guard groups.count > 1 else { return groups.first.map { .list($0.words.map(YAMLValue.text)) } }
    var pairs: [YAMLValue.Pair] = []
    for group in groups {
      let words = group.words.map(YAMLValue.text)
      if let index = pairs.firstIndex(where: { $0.key == group.language }),
        case .list(let before) = pairs[index].value
      {
        pairs[index].value = .list(before + words)
      } else {
        pairs.append(.init(group.language, .list(words)))
      }
    }
    return pairs.count == 1 ? pairs[0].value : .map(pairs)
  }

  private var pages: YAMLValue? {
    guard let first = metadata.first("fpage")?.content else { return nil }
    let last = metadata.first("lpage")?.content
    return .text(last.map { $0 == first ? first : "\(first)-\($0)" } ?? first)
  }

  /// The electronic publication, not that of its issue, else the earliest date given.
  private var publicationDate: MarkupElement? {
    let dates = metadata.elements(named: "pub-date")
    let electronic = dates.filter {
      $0.attribute("publication-format") == "electronic" || $0.attribute("pub-type") == "epub"
    }
    return electronic.first { $0.attribute("date-type") == "pub" } ?? electronic.first
      ?? dates.first
  }

  /// A date by its attribute for programs, else by its parts.
  private func date(of element: MarkupElement?, _ report: inout Report) -> YAMLValue? {
    guard let element else { return nil }
    if let date = element.attribute("iso-8601-date") {
      return checkedDate(date, at: element.range, report: &report)
    }
    guard let year = element.first("year")?.content else { return nil }
    let month = element.first("month")?.content.flatMap(Self.number(ofMonth:))
    let day = month == nil ? nil : element.first("day")?.content
    let parts = [year] + [month.map(String.init), day].compactMap(\.self)
    return checkedDate(parts.joined(separator: "-"), at: element.range, report: &report)
  }

  /// "12" or the English name of a month, in full or short.
  static func number(ofMonth text: String) -> Int? {
    Int(text) ?? MonthName(text.filter(\.isLetter))?.number
  }

  private func history(_ report: inout Report) -> YAMLValue? {
    let dates = metadata.first("history")?.elements(named: "date") ?? []
    var pairs: [YAMLValue.Pair] = []
    for (type, key) in [("received", "submitted"), ("accepted", "accepted")] {
      let element = dates.first { $0.attribute("date-type") == type }
      if let date = date(of: element, &report) { pairs.append(.init(key, date)) }
    }
    return pairs.isEmpty ? nil : .map(pairs)
  }

  /// The address of a licence; words alone are named, lest the journal's own licence stand for them.
  private func licence(_ report: inout Report) -> YAMLValue? {
    guard let permissions = metadata.first("permissions") else { return nil }
    let licence = permissions.first("license")
    let address =
      licence?.attribute("xlink:href") ?? licence?.first("license_ref")?.content
      ?? licence?.descendants(named: "ext-link").compactMap { $0.attribute("xlink:href") }
      .first { $0.contains("creativecommons.org/") }
    if let address {
      return checkedLicence(address, at: permissions.range, report: &report)
    }
    let words = [licence, permissions.first("copyright-statement")].compactMap(\.self)
      .first { !$0.text.foldingSpace.isEmpty }
    if let words { report.add(.jatsLicenceLeftOut(words)) }
    return nil
  }

  private func copyright(_ report: inout Report) -> YAMLValue? {
    let permissions = metadata.first("permissions")
    guard let holder = permissions?.first("copyright-holder")?.content else {
      // Where no licence is named, these words are what `licence` reports.
      if permissions?.first("license") != nil,
        let words = permissions?.first("copyright-statement"), words.content != nil
      {
        report.add(.jatsFieldLeftOut(words))
      }
      return nil
    }
    let year = permissions?.first("copyright-year")
    let date = checkedDate(
      year?.content, at: year?.range ?? metadata.range, report: &report)
    return .map(
      [.init("holder", .text(holder.foldingSpace))] + (date.map { [.init("year", $0)] } ?? []))
  }

  private func funding(_ report: inout Report) -> YAMLValue? {
    let awards = metadata.elements(named: "funding-group").flatMap {
      $0.elements(named: "award-group")
    }
    for award in awards where award.first("funding-source") == nil && award.content != nil {
      report.add(.jatsFieldLeftOut(award))
    }
    let sources = awards.flatMap { award in
      award.elements(named: "funding-source").map { (award, $0) }
    }
    let values = sources.compactMap { award, source -> YAMLValue? in
      let name = source.first("institution-wrap")?.first("institution")?.content ?? source.content
      let numbers = award.elements(named: "award-id").compactMap(\.content)
      let identifiers = source.descendants(named: "institution-id").compactMap(\.content)
      let ror = identifiers.lazy.compactMap { ROR($0) }.first?.url
      let doi = identifiers.lazy.compactMap { DOI($0) }.first?.text
      return name.map {
        .map(
          [.init("funder", .text($0.foldingSpace))]
            + [("ror", ror), ("doi", doi)].compactMap { key, value in
              value.map { .init(key, .text($0)) }
            } + (numbers.isEmpty ? [] : [.init("awards", .list(numbers.map(YAMLValue.text)))]))
      }
    }
    return values.isEmpty ? nil : .list(values)
  }
}

extension MarkupElement {
  /// What field it is: its name, and its type where it has one.
  var kindOfField: String {
    let type =
      attribute("pub-id-type") ?? attribute("person-group-type")
      ?? attribute("related-article-type")
    return "'\(name)'" + (type.map { " (\($0))" } ?? "")
  }
}

extension Diagnostic {
  fileprivate static func jatsLicenceLeftOut(_ element: MarkupElement) -> Diagnostic {
    Diagnostic(
      .warning, "jats-licence-left-out",
      "Licence in words has no place in the content: '\(element.text.foldingSpace)'",
      at: element.range,
      hint: "Write its address as 'license' into the imported file: without it the journal's counts"
    )
  }

  static func jatsFieldLeftOut(_ element: MarkupElement) -> Diagnostic {
    Diagnostic(
      .warning, "jats-field-left-out", "Field \(element.kindOfField) has no place in the content",
      at: element.range, hint: "Write what it says into the text, if readers should have it")
  }
}

extension MarkupElement {
  /// Elements of a name with their language; in newer versions inside a group with the language.
  fileprivate func translations(
    _ name: String
  ) -> [(language: String, element: MarkupElement)] {
    let groups = elements(named: "trans-title-group").flatMap { group in
      group.elements(named: name).map {
        ($0.attribute("xml:lang") ?? group.attribute("xml:lang"), $0)
      }
    }
    let direct = elements(named: name).map { ($0.attribute("xml:lang"), $0) }
    return (groups + direct).compactMap { language, element in
      language.flatMap { LanguageTag($0) }.map { ($0.text, element) }
    }
  }

  /// The elements of a name below that stand in none of the same name, nor in one of another.
  func outermost(_ name: String, outside other: String? = nil) -> [MarkupElement] {
    elements.flatMap { element -> [MarkupElement] in
      if element.name == name { return [element] }
      return element.name == other ? [] : element.outermost(name, outside: other)
    }
  }

  func descendants(named name: String) -> [MarkupElement] {
    elements.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(named: name) }
  }

  /// The same without those of translations and replies in the same file.
  func ownDescendants(named name: String) -> [MarkupElement] {
    elements.filter { $0.name != "sub-article" && $0.name != "response" }.flatMap {
      ($0.name == name ? [$0] : []) + $0.ownDescendants(named: name)
    }
  }
}

extension String {
  /// With runs of white space as one space, and none at the ends.
  var foldingSpace: String {
    split { $0.isWhitespace }.joined(separator: " ")
  }
}
