import Reporting

/// Writes items as RIS bytes: two letters, two spaces, a hyphen, a space, the value, CRLF.
struct RISWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ item: WritableItem, pdf: String?) {
    let type = Self.type(of: item.type)
    line("TY", type)
    line("ID", item.id)
    for name in item[.author] { line("AU", Self.text(of: name)) }
    // Of a book the second authors are the editors of its series; EndNote does not know ED elsewhere.
    for name in item[.editor] { line(type == "BOOK" ? "ED" : "A2", Self.text(of: name)) }
    for name in item[.translator] { line("A4", Self.text(of: name)) }
    text("TI", item[.title])
    text("ST", item[.titleShort])
    text("T2", item[.containerTitle])
    let isInPeriodical = ["JOUR", "MGZN", "NEWS"].contains(type)
    if isInPeriodical { text("JO", item[.containerTitleShort] ?? item[.containerTitle]) }
    text("T3", item[.collectionTitle])
    writeDate(of: item)
    text("VL", item[.volume])
    // The number of an article is none of an issue; EndNote has it in the seventh field of one's own.
    text("IS", item[.issue] ?? (isInPeriodical ? nil : item[.number]) ?? item[.collectionNumber])
    if isInPeriodical { text("C7", item[.number]) }
    if let pages = item.pages {
      line("SP", pages.first)
      line("EP", pages.last)
    } else if type == "BOOK" || type == "THES" {
      line("SP", item[.numberOfPages])
    }
    text("NV", item[.numberOfVolumes])
    text("ET", item[.edition])
    text("PB", item[.publisher])
    text("CY", item[.publisherPlace])
    text("M3", item[.genre])
    text("SN", item[.issn] ?? item[.isbn])
    line("DO", item[.doi])
    line("UR", item[.url])
    line("L1", pdf)
    if let accessed = item[.accessed]?.start { line("Y2", Self.date(accessed, season: nil)) }
    for keyword in item.keywords { line("KW", keyword) }
    line("LA", item[.language])
    text("AB", item[.abstract])
    text("N1", item[.note])
    line("C1", item[.license])
    bytes.append(contentsOf: "ER  - \r\n\r\n".utf8)
  }

  private mutating func writeDate(of item: WritableItem) {
    guard let issued = item[.issued] else { return }
    guard let start = issued.start else {
      line("PY", issued.literal)
      return
    }
    line("PY", String(start.year))
    line("DA", Self.date(start, season: issued.season))
  }

  /// "2024/06/30/", "2024/06//", "2024///Spring": year, month, day, other.
  private static func date(_ date: PartialDate, season: Int?) -> String {
    let digits = String(date.year.magnitude)
    let year = (date.year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.count))
    let month = date.month.map(ItemDate.twoDigits) ?? ""
    let day = date.month == nil ? "" : date.day.map(ItemDate.twoDigits) ?? ""
    let seasons = ["", "Spring", "Summer", "Autumn", "Winter"]
    let other = season.flatMap { seasons.indices.contains($0) ? seasons[$0] : nil } ?? ""
    return "\(year)\(digits)/\(month)/\(day)/\(other)"
  }

  /// "Family, Given, Suffix"; a comma parts a name, whatever the script, so a body has none.
  private static func text(of name: PersonName) -> String {
    if !name.literal.isEmpty {
      return name.literal.replacing(",", with: "").replacing("،", with: "")
    }
    let (family, given) = (name.familyWithParticle, name.givenWithParticle)
    if !name.suffix.isEmpty { return family + ", " + given + ", " + name.suffix }
    return family.isEmpty || given.isEmpty ? family + given : family + ", " + given
  }

  private mutating func text(_ tag: String, _ value: WritableText?) {
    guard let text = value?.plainInOneLine, !text.isEmpty else { return }
    put(tag, text)
  }

  private mutating func line(_ tag: String, _ value: WritableText?) {
    guard let text = value?.inOneLine, !text.isEmpty else { return }
    put(tag, text)
  }

  private mutating func line(_ tag: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    put(tag, value.withoutLineBreaks)
  }

  private mutating func put(_ tag: String, _ value: String) {
    for byte in tag.utf8 { bytes.append(byte) }
    bytes += Self.mark
    bytes.append(contentsOf: value.utf8.span)
    bytes.append(0x0D)
    bytes.append(0x0A)
  }

  /// Between a tag and its value.
  private static let mark = Array("  - ".utf8)

  private static func type(of type: ItemType) -> String {
    switch type {
    case .articleJournal, .review, .reviewBook: "JOUR"
    case .articleMagazine: "MGZN"
    case .articleNewspaper: "NEWS"
    case .book, .collection, .classic: "BOOK"
    case .pamphlet: "PAMP"
    case .chapter: "CHAP"
    case .paperConference: "CPAPER"
    case .thesis: "THES"
    case .report: "RPRT"
    case .dataset: "DATA"
    case .software: "COMP"
    case .webpage: "ELEC"
    case .post, .postWeblog: "BLOG"
    case .motionPicture: "MPCT"
    case .broadcast: "VIDEO"
    case .song, .musicalScore: "SOUND"
    case .map: "MAP"
    case .patent: "PAT"
    case .legalCase: "CASE"
    case .legislation, .regulation, .treaty: "STAT"
    case .bill: "BILL"
    case .hearing: "HEAR"
    case .manuscript: "MANSCPT"
    case .personalCommunication, .interview: "PCOMM"
    case .entryEncyclopedia, .entry: "ENCYC"
    case .entryDictionary: "DICT"
    case .graphic: "ART"
    case .figure: "FIGURE"
    case .standard: "STAND"
    case .periodical: "SER"
    default: "GEN"
    }
  }
}
