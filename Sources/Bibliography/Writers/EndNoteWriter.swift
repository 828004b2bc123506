/// Writes items in EndNote's import format: a percent sign, a letter, a space, the value.
struct EndNoteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ item: Item) {
    let type = Self.type(of: item.type)
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    line("0", type)
    for name in item[.author] { line("A", Self.text(of: name)) }
    for name in item[.editor] { line("E", Self.text(of: name)) }
    for name in item[.translator] { line("?", Self.text(of: name)) }
    text("T", item[.title])
    text("!", item[.titleShort])
    let isInPeriodical = ["Journal Article", "Magazine Article", "Newspaper Article"].contains(type)
    text(isInPeriodical ? "J" : "B", item[.containerTitle])
    text("S", item[.collectionTitle])
    if let issued = item[.issued] {
      line("D", issued.start.map { String($0.year) } ?? issued.literal)
      if issued.start?.month != nil { line("8", issued.start.map(Self.date)) }
    }
    text("V", item[.volume])
    text("N", item[.issue] ?? item[.number])
    line("P", item.pages.map { $0.first + ($0.last.map { "-" + $0 } ?? "") })
    text("7", item[.edition])
    text("I", item[.publisher])
    text("C", item[.publisherPlace])
    text("9", item[.genre])
    text("@", item[.issn] ?? item[.isbn])
    line("R", item[.doi])
    line("U", item[.url])
    line("F", item.id)
    for keyword in item.keywords { line("K", keyword) }
    line("G", item[.language])
    text("X", item[.abstract])
    text("Z", item[.note])
  }

  /// "Family, Given, Suffix"; a comma at the end, doubled inside, keeps a body in one piece.
  private static func text(of name: PersonName) -> String {
    if !name.literal.isEmpty {
      let literal = name.literal.replacing("،", with: ",")
      guard let comma = literal.firstIndex(of: ",") else { return literal + "," }
      return literal[..<comma] + ",," + literal[literal.index(after: comma)...]
    }
    let isElided = name.nonDroppingParticle.last.map { "'’-".contains($0) } ?? false
    let family = [name.nonDroppingParticle, name.family].filter { !$0.isEmpty }
      .joined(separator: isElided ? "" : " ")
    let given = [name.given, name.droppingParticle].filter { !$0.isEmpty }.joined(separator: " ")
    let parts = [family, given].filter { !$0.isEmpty }
    // One name alone must not be taken for given and family name.
    if parts.count == 1, name.suffix.isEmpty { return parts[0] + "," }
    return (parts + (name.suffix.isEmpty ? [] : [name.suffix])).joined(separator: ", ")
  }

  private static func date(_ date: PartialDate) -> String {
    [date.year, date.month, date.day].compactMap(\.self).map(ItemDate.twoDigits)
      .joined(separator: "-")
  }

  private mutating func text(_ tag: String, _ value: String?) {
    line(tag, value.map(RichText.plain))
  }

  private mutating func line(_ tag: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    bytes.append(UInt8(ascii: "%"))
    bytes.append(contentsOf: tag.utf8)
    bytes.append(UInt8(ascii: " "))
    bytes.append(contentsOf: value.withoutLineBreaks.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func type(of type: ItemType) -> String {
    switch type {
    case .articleJournal, .review, .reviewBook: "Journal Article"
    case .articleMagazine: "Magazine Article"
    case .articleNewspaper: "Newspaper Article"
    case .book, .collection: "Book"
    case .classic: "Classical Work"
    case .pamphlet: "Pamphlet"
    case .chapter: "Book Section"
    case .paperConference: "Conference Paper"
    case .thesis: "Thesis"
    case .report: "Report"
    case .dataset: "Dataset"
    case .software: "Computer Program"
    case .webpage: "Web Page"
    case .post, .postWeblog: "Blog"
    case .motionPicture, .broadcast: "Film or Broadcast"
    case .song: "Music"
    case .map: "Map"
    case .patent: "Patent"
    case .legalCase: "Case"
    case .legislation, .regulation, .treaty: "Statute"
    case .bill: "Bill"
    case .hearing: "Hearing"
    case .manuscript: "Manuscript"
    case .speech: "Unpublished Work"
    case .personalCommunication, .interview: "Personal Communication"
    case .entryEncyclopedia, .entry: "Encyclopedia"
    case .entryDictionary: "Dictionary"
    case .graphic: "Artwork"
    case .figure: "Figure"
    case .standard: "Standard"
    case .periodical: "Serial"
    default: "Generic"
    }
  }
}
