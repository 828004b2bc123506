import JournalModel
import Reporting

/// The front matter of an article, from `article-meta`.
struct JATSFront {
  let root: MarkupElement
  let metadata: MarkupElement
  let language: String

  init(_ root: MarkupElement, metadata: MarkupElement, language: String) {
    self.root = root
    self.metadata = metadata
    self.language = language
  }

  func pairs(statements: JATSStatements, report: inout Report) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    func add(_ key: String, _ value: YAMLValue?) {
      if let value { pairs.append(.init(key, value)) }
    }
    let titles = metadata.first("title-group")
    add(
      "title", localized(titles?.first("article-title"), titles?.translations("trans-title") ?? []))
    add("subtitle", titles?.first("subtitle").map { .text(markdownInline($0)) })
    add("type", kind.map(YAMLValue.text))
    add("language", .text(language))
    add("authors", authors(report: &report))
    let affiliations = affiliations
    if !affiliations.isEmpty { add("affiliations", .list(affiliations)) }
    add("abstract", abstracts(of: nil))
    for type in Self.abstractTypes { add(type, abstracts(of: type)) }
    add("keywords", keywords)
    add("pages", pages)
    add("article-number", metadata.first("elocation-id")?.content.map(YAMLValue.text))
    add("doi", identifier("doi").map(YAMLValue.text))
    add("date", date(of: publicationDate))
    add("dates", history)
    add("license", licence.map(YAMLValue.text))
    add("copyright", copyright)
    add("funding", funding)
    add("statements", statements.field)
    for element in metadata.elements where Self.unplaced.contains(element.name) {
      report.add(.jatsFieldLeftOut(element))
    }
    return pairs
  }

  /// Fields of an article of which ours have none.
  private static let unplaced: Set = ["product", "related-article", "related-object"]

  /// What a translation says in its own language.
  func translationPairs() -> [YAMLValue.Pair] {
    let titles = metadata.first("title-group")
    let pairs: [(String, YAMLValue?)] = [
      ("title", titles?.first("article-title").map { .text(markdownInline($0)) }),
      ("subtitle", titles?.first("subtitle").map { .text(markdownInline($0)) }),
      ("language", .text(language)),
      ("abstract", abstracts(of: nil)),
      ("keywords", keywords),
    ]
    return pairs.compactMap { key, value in value.map { .init(key, $0) } }
  }

  /// Our kind of the `article-type`, or a closer one that we have written; nil where the default is
  /// right.
  private var kind: String? {
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
    let text = YAMLValue.text(markdownInline(own))
    let translations = others.filter { $0.language != language }
    guard !translations.isEmpty else { return text }
    return .map(
      [.init(language, text)]
        + translations.map { .init($0.language, .text(markdownInline($0.element))) })
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
      case "p": markdownInline(child)
      case "sec":
        (child.first("title").map { "**\(markdownInline($0))** " } ?? "") + abstract(child)
      case "title", "label", "object-id": nil
      default: child.elements.isEmpty ? markdownInline(child) : abstract(child)
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

  private func date(of element: MarkupElement?) -> YAMLValue? {
    guard let element, let year = element.first("year")?.content.flatMap({ Int($0) }) else {
      return nil
    }
    let month = element.first("month")?.content.flatMap { Int($0) }
    let day = month == nil ? nil : element.first("day")?.content.flatMap { Int($0) }
    return CalendarDate(year: year, month: month, day: day).map { .text($0.text) }
  }

  private var history: YAMLValue? {
    let dates = metadata.first("history")?.elements(named: "date") ?? []
    let pairs = [("received", "submitted"), ("accepted", "accepted")].compactMap {
      type, key -> YAMLValue.Pair? in
      date(of: dates.first { $0.attribute("date-type") == type }).map { .init(key, $0) }
    }
    return pairs.isEmpty ? nil : .map(pairs)
  }

  private var licence: String? {
    guard let licence = metadata.first("permissions")?.first("license") else { return nil }
    let address = licence.attribute("xlink:href") ?? licence.first("license_ref")?.content
    return address
      ?? licence.descendants(named: "ext-link").compactMap {
        $0.attribute("xlink:href")
      }.first { $0.contains("creativecommons.org/") }
  }

  private var copyright: YAMLValue? {
    let permissions = metadata.first("permissions")
    guard let holder = permissions?.first("copyright-holder")?.content else { return nil }
    let year = permissions?.first("copyright-year")?.content
    return .map(
      [.init("holder", .text(holder.foldingSpace))]
        + (year.map { [.init("year", .text($0))] } ?? []))
  }

  private var funding: YAMLValue? {
    let awards = metadata.elements(named: "funding-group").flatMap {
      $0.elements(named: "award-group")
    }
    let values = awards.compactMap { award -> YAMLValue? in
      guard let source = award.first("funding-source") else { return nil }
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

extension Diagnostic {
  fileprivate static func jatsFieldLeftOut(_ element: MarkupElement) -> Diagnostic {
    Diagnostic(
      .warning, "jats-field-left-out", "Field '\(element.name)' has no place in the content",
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
