import Bibliography
import Reporting

/// The references of an article, each with the key by which the text cites it.
struct JATSReferences {
  private(set) var items: [Item] = []
  /// Where each stands among the items.
  private var places: [String: Int] = [:]
  /// What stands before the key in each id: our own files and those of pandoc have `ref-`.
  private let prefix: String

  init(_ root: MarkupElement, report: inout Report) {
    var named: Set<String> = []
    let lists = root.elements(named: "back").flatMap { $0.descendants(named: "ref-list") }
    let all = lists.flatMap { $0.elements(named: "ref") }
    prefix = all.allSatisfy { $0.attribute("id")?.hasPrefix("ref-") == true } ? "ref-" : ""
    for reference in all {
      let id = reference.attribute("id").map(key(of:)) ?? "ref\(items.count + 1)"
      guard let (item, unplaced) = Self.item(reference, id: id) else { continue }
      places[item.id] = places[item.id] ?? items.count
      items.append(item)
      // Once for all references: a list of hundreds has the same fields in each.
      for part in unplaced where named.insert(part.kindOfField).inserted {
        report.add(.jatsFieldLeftOut(part))
      }
    }
  }

  /// The key of the reference that a cross reference leads to; nil when it is no citation.
  func cited(_ target: String) -> String? {
    target.hasPrefix(prefix) && places[key(of: target)] != nil ? key(of: target) : nil
  }

  private func key(of id: String) -> String {
    (id.count > prefix.count ? String(id.dropFirst(prefix.count)) : id).fromXMLName
  }

  subscript(id: String) -> Item? { places[id].map { items[$0] } }

  /// The ids that the list has between two others.
  func ids(between first: String, and last: String) -> [String]? {
    guard let start = places[first], let end = places[last], start < end else { return nil }
    return items[(start + 1)..<end].map(\.id)
  }

  /// The reference, and the parts of it that have no place there.
  private static func item(
    _ reference: MarkupElement, id: String
  ) -> (item: Item, unplaced: [MarkupElement])? {
    func words(of elements: [MarkupElement]) -> (Item, [MarkupElement])? {
      let text = elements.map(\.text.foldingSpace).filter { !$0.isEmpty }.joined(separator: " ")
      return text.isEmpty ? nil : (Item(id: id, type: .document, text: [.title: text]), [])
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
      ["article-title", "source", "chapter-title", "data-title", "part-title"].contains(where: {
        citation.first($0) != nil
      })
    else {
      return words(of: [mixed.first ?? citation])
    }
    let tagged = JATSCitation(citation)
    return (tagged.item(id: id), tagged.unplaced)
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
      ?? citation.first("data-title") ?? citation.first("part-title")).map(richText)
    let source = citation.first("source").map(richText)
    var item = Item(id: id, type: type(hasPart: part != nil))
    item[.title] = part ?? source
    if part != nil { item[.containerTitle] = source }
    let fields: [(TextVariable, String)] = [
      (.volume, "volume"), (.publisher, "publisher-name"), (.publisherPlace, "publisher-loc"),
      (.edition, "edition"), (.isbn, "isbn"), (.issn, "issn"), (.number, "elocation-id"),
      (.collectionTitle, "series"), (.eventTitle, "conf-name"), (.eventPlace, "conf-loc"),
      (.version, "version"), (.note, "comment"),
    ]
    for (variable, name) in fields {
      if let value = citation.first(name)?.content { item[variable] = value.foldingSpace }
    }
    item[.issue] = citation.first("issue")?.content
    item[.numberOfPages] = citation.elements(named: "size").first(where: isCountOfPages)?.content
    item[.publisher] = item[.publisher] ?? citation.first("institution")?.content?.foldingSpace
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
      case "isbn": item[.isbn] = item[.isbn] ?? identifier.content
      case "issn": item[.issn] = item[.issn] ?? identifier.content
      default: break
      }
    }
    let link = (citation.descendants(named: "ext-link") + citation.descendants(named: "uri")).first
    item[.url] = link.flatMap { $0.attribute("xlink:href") ?? $0.content }
    let groups = citation.elements(named: "person-group")
    for variable in [NameVariable.author, .editor, .translator, .compiler, .director] {
      item[variable] = names(groups.filter { Self.role(of: $0) == variable })
    }
    item[.author] += groups.isEmpty ? names([citation]) : []
    item[.issued] = issued
    if let access = citation.first("date-in-citation") {
      item[.accessed] = date(access) ?? access.content.map { ItemDate(literal: $0.foldingSpace) }
    }
    return item
  }

  private static func role(of group: MarkupElement) -> NameVariable? {
    switch group.attribute("person-group-type") {
    case "author", "allauthors", "inventor", nil: .author
    case "editor", "guest-editor": .editor
    case "translator": .translator
    case "compiler": .compiler
    case "director": .director
    default: nil
    }
  }

  private func isCountOfPages(_ size: MarkupElement) -> Bool {
    ["page", "pages"].contains(size.attribute("units"))
  }

  /// What `item` has not read and says something.
  var unplaced: [MarkupElement] {
    var parts: [MarkupElement] = []
    let people = citation.elements(named: "person-group").filter { Self.role(of: $0) != nil }
    for name in [citation] + people where !name.elements.isEmpty {
      for part in name.elements {
        switch part.name {
        case "name", "string-name":
          if part.first("surname") != nil { parts += part.elements.filter { !Self.isRead($0) } }
        case "pub-id":
          if !Self.identifiers.contains(part.attribute("pub-id-type") ?? "") { parts.append(part) }
        case "size": if !isCountOfPages(part) { parts.append(part) }
        case "month": if Self.months(part).isEmpty { parts.append(part) }
        case "season":
          if Self.season(part) == nil, Self.months(part).isEmpty { parts.append(part) }
        case "day": if part.content.flatMap({ Int($0) }) == nil { parts.append(part) }
        case "date": if part.first("year") == nil { parts.append(part) }
        case "person-group": if Self.role(of: part) == nil { parts.append(part) }
        default: if !Self.isRead(part) { parts.append(part) }
        }
      }
    }
    return parts.filter { !$0.text.foldingSpace.isEmpty }
  }

  private static func isRead(_ part: MarkupElement) -> Bool { read.contains(part.name) }

  private static let identifiers: Set = ["doi", "pmid", "pmcid", "isbn", "issn"]

  /// What is read, and what only sets words or stands between them.
  private static let read: Set = [
    "article-title", "chapter-title", "collab", "comment", "conf-loc", "conf-name", "data-title",
    "date-in-citation", "edition", "elocation-id", "etal", "ext-link", "fpage",
    "given-names", "institution", "isbn", "issn", "issue", "label", "lpage", "page-range",
    "part-title", "publisher-loc", "publisher-name", "series", "source", "suffix", "surname", "uri",
    "version", "volume", "year",
    "bold", "fn", "italic", "monospace", "named-content", "sc", "string-date", "styled-content",
    "sub", "sup", "underline", "x", "xref",
  ]

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
        // As BibTeX has it, too.
        case "etal": return PersonName(literal: "others")
        case "collab": return child.content.map { PersonName(literal: $0.foldingSpace) }
        default: return nil
        }
      }
    }
  }

  /// The date beside the other fields, or in an element of its own.
  private var issued: ItemDate? {
    if let date = date(citation) ?? citation.first("date").flatMap(date) { return date }
    guard let text = citation.first("string-date") else { return nil }
    return date(text)
      ?? text.content.map { ItemDate(prose: $0) ?? ItemDate(literal: $0.foldingSpace) }
  }

  private func date(_ element: MarkupElement) -> ItemDate? {
    guard let text = element.first("year")?.content else { return nil }
    guard let year = Int(text) ?? Int(text.prefix { $0.isNumber }) else {
      return ItemDate(literal: text)
    }
    if let season = element.first("season").flatMap(Self.season) {
      return ItemDate(PartialDate(year: year), season: season)
    }
    // Some publishers call months a season: `<season>May-Jun</season>`.
    let months = (element.first("month") ?? element.first("season")).map(Self.months) ?? []
    let day = months.count > 1 ? nil : element.first("day")?.content.flatMap { Int($0) }
    let start = PartialDate(
      year: year, month: months.first,
      day: months.first.flatMap { month in
        day.flatMap { PartialDate.days(in: month, of: year).contains($0) ? $0 : nil }
      })
    return ItemDate(start, to: months.dropFirst().first.map { PartialDate(year: year, month: $0) })
  }

  /// One month or two, as in `May-June`; none if the words are others.
  private static func months(_ element: MarkupElement) -> [Int] {
    let words = element.text.split { !$0.isLetter && !$0.isNumber }
    let months = words.compactMap { JATSFront.number(ofMonth: String($0)) }
      .filter { (1...12).contains($0) }
    return months.count == words.count && months.count < 3 ? months : []
  }

  private static func season(_ element: MarkupElement) -> Int? {
    element.content.flatMap { ItemDate(prose: $0 + " 2000")?.season }
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
