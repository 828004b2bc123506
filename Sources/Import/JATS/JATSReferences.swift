import Bibliography

/// The references of an article, each with the key by which the text cites it.
struct JATSReferences {
  private(set) var items: [Item] = []
  private var ids: Set<String> = []

  init(_ root: MarkupElement) {
    let lists = root.elements(named: "back").flatMap { $0.descendants(named: "ref-list") }
    for reference in lists.flatMap({ $0.elements(named: "ref") }) {
      guard let item = Self.item(reference, number: items.count + 1) else { continue }
      ids.insert(item.id)
      items.append(item)
    }
  }

  /// Whether a cross reference with this target is a citation.
  func contains(_ id: String) -> Bool { ids.contains(id) }

  private static func item(_ reference: MarkupElement, number: Int) -> Item? {
    let id = reference.attribute("id") ?? "ref\(number)"
    func words(of elements: [MarkupElement]) -> Item? {
      let text = elements.map(\.text.foldingSpace).filter { !$0.isEmpty }.joined(separator: " ")
      return text.isEmpty ? nil : Item(id: id, type: .document, text: [.title: text])
    }
    let structured =
      reference.descendants(named: "element-citation")
      + reference.descendants(named: "nlm-citation")
    let mixed =
      reference.descendants(named: "mixed-citation") + reference.descendants(named: "citation")
    // Several works in one reference, or a remark: the text cites them as one.
    if mixed.count > 1 { return words(of: mixed) }
    if structured.count > 1 { return words(of: structured) }
    guard let citation = structured.first ?? mixed.first else {
      return words(of: reference.elements.filter { $0.name != "label" })
    }
    // Only text, without a tagged title: the whole reference is its title.
    guard
      citation.first("article-title") != nil || citation.first("source") != nil
        || citation.first("chapter-title") != nil || citation.first("data-title") != nil
    else {
      return words(of: [mixed.first ?? citation])
    }
    return JATSCitation(citation).item(id: id)
  }
}

/// One citation whose parts are tagged.
private struct JATSCitation {
  private let citation: MarkupElement
  private let kind: String

  init(_ citation: MarkupElement) {
    self.citation = citation
    kind = (citation.attribute("publication-type") ?? citation.attribute("citation-type") ?? "")
      .lowercased()
  }

  func item(id: String) -> Item {
    let part =
      (citation.first("article-title") ?? citation.first("chapter-title")
      ?? citation.first("data-title")).map(richText)
    let source = citation.first("source").map(richText)
    var item = Item(id: id, type: type(hasPart: part != nil))
    item[.title] = part ?? source
    if part != nil { item[.containerTitle] = source }
    let fields: [(TextVariable, String)] = [
      (.volume, "volume"), (.publisher, "publisher-name"), (.publisherPlace, "publisher-loc"),
      (.edition, "edition"), (.isbn, "isbn"), (.number, "elocation-id"),
      (.collectionTitle, "series"), (.eventTitle, "conf-name"), (.note, "comment"),
    ]
    for (variable, name) in fields {
      if let value = citation.first(name)?.content { item[variable] = value.foldingSpace }
    }
    item[.issue] = citation.first("issue")?.content
    if let first = citation.first("fpage")?.content {
      let last = citation.first("lpage")?.content
      item[.page] = last.map { $0 == first ? first : "\(first)-\($0)" } ?? first
    } else {
      item[.page] = citation.first("page-range")?.content
    }
    for identifier in citation.elements(named: "pub-id") {
      switch identifier.attribute("pub-id-type") {
      case "doi": item[.doi] = identifier.content
      case "pmid": item[.pmid] = identifier.content
      case "pmcid": item[.pmcid] = identifier.content
      default: break
      }
    }
    let link = (citation.descendants(named: "ext-link") + citation.descendants(named: "uri")).first
    item[.url] = link.flatMap { $0.attribute("xlink:href") ?? $0.content }
    let groups = citation.elements(named: "person-group")
    item[.author] = names(
      groups.filter { ["author", nil].contains($0.attribute("person-group-type")) }
        + (groups.isEmpty ? [citation] : []))
    for (variable, type) in [(NameVariable.editor, "editor"), (.translator, "translator")] {
      item[variable] = names(groups.filter { $0.attribute("person-group-type") == type })
    }
    item[.issued] = date
    return item
  }

  private func type(hasPart: Bool) -> ItemType {
    switch kind {
    case "journal", "journal-article": .articleJournal
    case "book": hasPart ? .chapter : .book
    case "confproc", "conference": .paperConference
    case "thesis": .thesis
    case "report", "working-paper": .report
    case "web", "website", "webpage": .webpage
    case "data", "database": .dataset
    case "software": .software
    case "newspaper": .articleNewspaper
    case "patent": .patent
    case "preprint": .article
    default: hasPart ? .articleJournal : .book
    }
  }

  private func names(_ groups: [MarkupElement]) -> [PersonName] {
    groups.flatMap { group in
      group.elements.compactMap { child -> PersonName? in
        switch child.name {
        case "name", "string-name":
          guard let family = child.first("surname")?.content else {
            return child.content.map { PersonName(literal: $0.foldingSpace) }
          }
          return PersonName(
            family: family.foldingSpace,
            given: child.first("given-names")?.content?.foldingSpace ?? "",
            suffix: child.first("suffix")?.content ?? "")
        case "collab": return child.content.map { PersonName(literal: $0.foldingSpace) }
        default: return nil
        }
      }
    }
  }

  private var date: ItemDate? {
    guard let text = citation.first("year")?.content else { return nil }
    guard let year = Int(text.prefix { $0.isNumber }) else { return ItemDate(literal: text) }
    let month = citation.first("month")?.content.flatMap(JATSFront.number(ofMonth:)).flatMap {
      (1...12).contains($0) ? $0 : nil
    }
    return ItemDate(PartialDate(year: year, month: month))
  }

  /// The text with the markup of CSL-JSON.
  private func richText(_ element: MarkupElement) -> String {
    func text(_ element: MarkupElement) -> String {
      element.children.map { child in
        switch child {
        case .text(let text): text
        case .element(let element):
          switch element.name {
          case "italic": "<i>\(text(element))</i>"
          case "bold": "<b>\(text(element))</b>"
          case "sup": "<sup>\(text(element))</sup>"
          case "sub": "<sub>\(text(element))</sub>"
          case "sc": "<sc>\(text(element))</sc>"
          default: text(element)
          }
        }
      }.joined()
    }
    return text(element).foldingSpace
  }
}
