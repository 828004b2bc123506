/// Writes items in EndNote's import format: a percent sign, a letter, a space, the value.
struct EndNoteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ item: WritableItem) {
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
    // The number of an article is none of an issue, but the seventh field of one's own.
    text("N", item[.issue] ?? (isInPeriodical ? nil : item[.number]))
    if isInPeriodical { text("]", item[.number]) }
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
    let (family, given) = (name.familyWithParticle, name.givenWithParticle)
    if family.isEmpty || given.isEmpty {
      let only = family + given
      if only.isEmpty { return name.suffix }
      // One name alone must not be taken for given and family name.
      return name.suffix.isEmpty ? only + "," : only + ", " + name.suffix
    }
    let text = family + ", " + given
    return name.suffix.isEmpty ? text : text + ", " + name.suffix
  }

  private static func date(_ date: PartialDate) -> String {
    [date.year, date.month, date.day].compactMap(\.self).map(ItemDate.twoDigits)
      .joined(separator: "-")
  }

  private mutating func text(_ tag: Unicode.Scalar, _ value: WritableText?) {
    guard let text = value?.plainInOneLine, !text.isEmpty else { return }
    put(tag, text)
  }

  private mutating func line(_ tag: Unicode.Scalar, _ value: WritableText?) {
    guard let text = value?.inOneLine, !text.isEmpty else { return }
    put(tag, text)
  }

  private mutating func line(_ tag: Unicode.Scalar, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    put(tag, value.withoutLineBreaks)
  }

  private mutating func put(_ tag: Unicode.Scalar, _ value: String) {
    bytes.append(UInt8(ascii: "%"))
    bytes.append(UInt8(ascii: tag))
    bytes.append(0x20)
    bytes.append(contentsOf: value.utf8)
    bytes.append(0x0A)
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
