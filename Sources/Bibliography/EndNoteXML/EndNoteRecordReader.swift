import Reporting

/// Makes an item of a `record` of EndNote's XML.
struct EndNoteRecordReader {
  private let source: SourceBytes
  private var item = Item(id: "", type: .document)

  init(_ source: SourceBytes) {
    self.source = source
  }

  mutating func read(_ record: XMLElement, report: inout Report) -> Item {
    item.range = source.range(record.place)
    readType(record["ref-type"], report: &report)
    if let label = text(record["label"]) { item.id = label }
    if let contributors = record["contributors"] { readNames(contributors) }
    if let titles = record["titles"] { readTitles(titles, periodical: record["periodical"]) }
    if let dates = record["dates"] { readDate(dates, report: &report) }
    for element in record.elements { read(element) }
    let keywords = record["keywords"]?.elements.compactMap(text) ?? []
    let holdsComma = keywords.contains { $0.contains(",") }
    item[.keyword] =
      keywords.isEmpty ? nil : keywords.joined(separator: holdsComma ? "; " : ", ")
    item[.url] = record["urls"].flatMap(firstAddress)
    return item
  }

  private mutating func readType(_ element: XMLElement?, report: inout Report) {
    guard let element else { return }
    let name = element.attributes["name"] ?? ""
    if let type = Self.types[name] ?? text(element).flatMap({ Self.typesByNumber[$0] }) {
      item.type = type
    } else {
      report.add(.unknownType(name, at: source.range(element.place)))
    }
  }

  private mutating func readNames(_ contributors: XMLElement) {
    let variables: [(String, NameVariable)] = [
      ("authors", .author), ("secondary-authors", .editor),
      ("tertiary-authors", .collectionEditor), ("subsidiary-authors", .translator),
    ]
    for (name, variable) in variables {
      item[variable] =
        contributors[name]?.elements.compactMap(text)
        .map(PersonName.init(inverted:)) ?? []
    }
  }

  private mutating func readTitles(_ titles: XMLElement, periodical: XMLElement?) {
    item[.title] = text(titles["title"])
    item[.titleShort] = text(titles["short-title"])
    let secondary = text(titles["secondary-title"]) ?? text(periodical?["full-title"])
    if [.book, .report, .thesis].contains(item.type) {
      item[.collectionTitle] = text(titles["tertiary-title"]) ?? secondary
    } else {
      item[.containerTitle] = secondary
      item[.collectionTitle] = text(titles["tertiary-title"])
      item[.containerTitleShort] = text(periodical?["abbr-1"])
    }
  }

  private mutating func readDate(_ dates: XMLElement, report: inout Report) {
    guard let element = dates["year"], let year = text(element) else { return }
    if let date = dates["pub-dates"]?["date"].flatMap(text),
      let precise = ItemDate(prose: date) ?? ItemDate(prose: "\(date) \(year)")
    {
      item[.issued] = precise
    } else if let date = ItemDate(edtf: year) ?? ItemDate(prose: year) {
      item[.issued] = date
    } else {
      item[.issued] = ItemDate(literal: year)
    }
  }

  private mutating func read(_ element: XMLElement) {
    guard let value = text(element) else { return }
    switch element.name {
    case "number":
      let isInPeriodical = [.articleJournal, .articleMagazine, .articleNewspaper]
        .contains(item.type)
      item[isInPeriodical ? .issue : .number] = value
    case "pages": item[.page] = value.withPlainHyphens.withoutPageWord
    case "isbn":
      let digits = value.filter { $0.isNumber || $0 == "X" }
      item[digits.count == 8 || item.type == .articleJournal ? .issn : .isbn] = value
    case "electronic-resource-num": item[.doi] = BibTeXEntryReader.bareDOI(value)
    case "language": item[.language] = BibTeXLanguage.tag(for: value) ?? value
    case "access-date": item[.accessed] = ItemDate(edtf: value) ?? ItemDate(prose: value)
    default:
      guard let variable = Self.variables[element.name] else { return }
      item[variable] = value
    }
  }

  private func firstAddress(_ urls: XMLElement) -> String? {
    for name in ["web-urls", "related-urls"] {
      if let url = urls[name]?["url"].flatMap(text) { return url }
    }
    return nil
  }

  // MARK: Text

  /// The text of an element with EndNote's styles as markup, on one line; nil if it is empty.
  private func text(_ element: XMLElement?) -> String? {
    guard let element else { return nil }
    let words = richText(element).split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func richText(_ element: XMLElement) -> String {
    var result = ""
    for node in element.nodes {
      switch node {
      case .text(let text): result += text
      case .element(let child):
        let content = richText(child)
        let tags = child.name == "style" ? Self.tags(of: child.attributes["face"] ?? "") : []
        let open = tags.map { "<\($0)>" }.joined()
        let close = tags.reversed().map { "</\($0)>" }.joined()
        // Space at the ends belongs outside the markup.
        let start = content.prefix(while: \.isWhitespace)
        let end = content.last?.isWhitespace == true ? " " : ""
        let inner = content.trimmed
        result += start + (inner.isEmpty ? "" : open + inner + close + end)
      }
    }
    return result
  }

  private static func tags(of face: String) -> [String] {
    face.split(separator: " ").compactMap { word in
      switch word {
      case "italic": "i"
      case "bold": "b"
      case "superscript": "sup"
      case "subscript": "sub"
      default: nil
      }
    }
  }

  // MARK: Tables

  private static let variables: [String: TextVariable] = [
    "volume": .volume, "edition": .edition, "publisher": .publisher,
    "pub-location": .publisherPlace, "abstract": .abstract, "notes": .note,
    "work-type": .genre, "num-vols": .numberOfVolumes, "section": .section,
    "call-num": .callNumber, "remote-database-name": .source,
  ]

  private static let types: [String: ItemType] = [
    "Journal Article": .articleJournal, "Electronic Article": .articleJournal,
    "Magazine Article": .articleMagazine, "Newspaper Article": .articleNewspaper, "Book": .book,
    "Edited Book": .book, "Electronic Book": .book, "Book Section": .chapter,
    "Electronic Book Section": .chapter, "Conference Proceedings": .paperConference,
    "Conference Paper": .paperConference, "Thesis": .thesis, "Report": .report,
    "Government Document": .report, "Dataset": .dataset, "Online Database": .dataset,
    "Computer Program": .software, "Web Page": .webpage, "Blog": .postWeblog,
    "Film or Broadcast": .motionPicture, "Audiovisual Material": .motionPicture, "Music": .song,
    "Map": .map, "Patent": .patent, "Case": .legalCase, "Statute": .legislation,
    "Legal Rule or Regulation": .regulation, "Bill": .bill, "Hearing": .hearing,
    "Manuscript": .manuscript, "Unpublished Work": .manuscript,
    "Personal Communication": .personalCommunication, "Encyclopedia": .entryEncyclopedia,
    "Dictionary": .entryDictionary, "Artwork": .graphic, "Figure": .figure,
    "Standard": .standard, "Pamphlet": .pamphlet, "Serial": .periodical,
    "Classical Work": .classic, "Ancient Text": .classic, "Generic": .document,
  ]

  private static let typesByNumber: [String: ItemType] = [
    "17": .articleJournal, "43": .articleJournal, "19": .articleMagazine,
    "23": .articleNewspaper, "6": .book, "28": .book, "5": .chapter, "10": .paperConference,
    "47": .paperConference, "32": .thesis, "27": .report, "59": .dataset, "9": .software,
    "12": .webpage, "16": .webpage, "21": .motionPicture, "25": .patent, "7": .legalCase,
    "31": .legislation, "34": .manuscript, "36": .manuscript, "13": .document,
  ]
}

extension Diagnostic {
  fileprivate static func unknownType(_ type: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "endnote-unknown-type", "Unknown type '\(type)' is read as 'Generic'", at: range,
      hint: "Write a type that EndNote has, such as 'Journal Article'")
  }
}
