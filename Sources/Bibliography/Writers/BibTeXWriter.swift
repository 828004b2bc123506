import Reporting

/// Writes items as BibTeX bytes.
struct BibTeXWriter {
  private(set) var bytes: [UInt8] = []
  private var keys: Set<String> = []
  /// How many keys have been made of an id.
  private var counts: [String: Int] = [:]

  mutating func write(_ item: WritableItem) {
    if !bytes.isEmpty { put("\n") }
    let type = Self.entryType(of: item)
    put("@\(type){\(key(for: item))")
    writeNames(of: item)
    writeTitles(of: item, type: type)
    writeNumbers(of: item, type: type)
    writeDate(of: item)
    writeIdentifiers(of: item)
    writeNotes(of: item)
    put("\n}\n")
  }

  // MARK: Type and key

  private static func entryType(of item: WritableItem) -> String {
    switch item.type {
    case .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook: "article"
    case .book, .classic: "book"
    case .collection: "collection"
    case .pamphlet: "booklet"
    case .chapter: item[.editor].isEmpty && item[.containerTitle] == nil ? "inbook" : "incollection"
    case .entry, .entryDictionary, .entryEncyclopedia: "inreference"
    case .paperConference: "inproceedings"
    case .thesis: isMasters(item[.genre]?.string) ? "mastersthesis" : "phdthesis"
    case .report: "techreport"
    case .manuscript, .speech: "unpublished"
    case .dataset: "dataset"
    case .software: "software"
    case .webpage, .post, .postWeblog: "online"
    case .patent: "patent"
    case .legalCase: "jurisdiction"
    case .legislation, .bill: "legislation"
    case .motionPicture, .broadcast: "movie"
    case .song: "music"
    case .graphic, .figure: "artwork"
    case .personalCommunication: "letter"
    case .standard: "standard"
    case .performance: "performance"
    case .periodical: "periodical"
    default: "misc"
    }
  }

  private static func isMasters(_ genre: String?) -> Bool {
    genre?.lowercased().hasPrefix("master") ?? false
  }

  /// The id, with what BibTeX does not take in a key spelled or left out.
  private mutating func key(for item: WritableItem) -> String {
    let spelled =
      Self.isKey(item.id)
      ? item.id
      : Transliteration.ascii(item.id).filter {
        $0.isLetter || $0.isNumber || "-_.:+/".contains($0)
      }
    let stem = spelled.isEmpty ? CitationKeys.key(for: item.item) : spelled
    var count = counts[stem, default: 1]
    var key = count == 1 ? stem : "\(stem)-\(count)"
    while !keys.insert(key).inserted {
      count += 1
      key = "\(stem)-\(count)"
    }
    counts[stem] = count + 1
    return key
  }

  private static func isKey(_ id: String) -> Bool {
    id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  // MARK: Fields

  private mutating func writeNames(of item: WritableItem) {
    let names: [(String, NameVariable)] = [
      ("author", .author), ("editor", .editor), ("translator", .translator),
      ("bookauthor", .containerAuthor),
    ]
    var usesPrefix = false
    for (_, variable) in names {
      usesPrefix = usesPrefix || item[variable].contains { !$0.nonDroppingParticle.isEmpty }
    }
    for (field, variable) in names where !item[variable].isEmpty {
      let list = item[variable].map { BibTeXName.text(of: $0, usesPrefix: usesPrefix) }
      raw(field, list.joined(separator: " and "))
    }
    // biblatex's word for particles that stay with the family name.
    if usesPrefix { raw("options", "useprefix=true") }
  }

  private mutating func writeTitles(of item: WritableItem, type: String) {
    let isEnglish = item[.language].map { $0.string == "en" || $0.string.hasPrefix("en-") } ?? true
    let isPart = ["inbook", "incollection", "inproceedings", "inreference"].contains(type)
    let volume = item[.volumeTitle]
    // A volume with a title of its own: biblatex calls that of the whole the main title.
    title("title", isPart ? item[.title] : volume ?? item[.title], isEnglish: isEnglish)
    title("shorttitle", item[.titleShort], isEnglish: isEnglish)
    if volume != nil {
      title("maintitle", item[isPart ? .containerTitle : .title], isEnglish: isEnglish)
    }
    switch type {
    case "article", "periodical":
      text("journal", item[.containerTitle])
      text("shortjournal", item[.containerTitleShort])
    case _ where isPart:
      title("booktitle", volume ?? item[.containerTitle], isEnglish: isEnglish)
    default: text("howpublished", item[.containerTitle])
    }
    title("series", item[.collectionTitle], isEnglish: isEnglish)
    title("eventtitle", item[.eventTitle] ?? item[.event], isEnglish: isEnglish)
    text("venue", item[.eventPlace])
    if let date = item[.eventDate], date.start != nil { raw("eventdate", date.edtf) }
    title("origtitle", item[.originalTitle], isEnglish: isEnglish)
    if let date = item[.originalDate], date.start != nil { raw("origdate", date.edtf) }
    text("origpublisher", item[.originalPublisher])
    list("origlocation", item[.originalPublisherPlace])
  }

  private mutating func writeNumbers(of item: WritableItem, type: String) {
    text("edition", item[.edition])
    text("volume", item[.volume])
    text("volumes", item[.numberOfVolumes])
    let isArticle = type == "article"
    text("number", isArticle ? item[.issue] : item[.collectionNumber] ?? item[.number])
    if isArticle { text("eid", item[.number]) }
    if let pages = item.pages {
      raw(
        "pages",
        TeXText.escaped(pages.first) + (pages.last.map { "--" + TeXText.escaped($0) } ?? ""))
    }
    text("pagetotal", item[.numberOfPages])
    text("chapter", item[.chapterNumber])
    text("version", item[.version])
    switch type {
    case "phdthesis", "mastersthesis": list("school", item[.publisher])
    case "techreport": list("institution", item[.publisher])
    default: list("publisher", item[.publisher])
    }
    list("address", item[.publisherPlace])
    let isUsualGenre = ["PhD thesis", "Master’s thesis", "technical report"].contains(
      item[.genre]?.string)
    if !isUsualGenre { text("type", item[.genre]) }
  }

  private mutating func writeDate(of item: WritableItem) {
    guard let date = item[.issued] else { return }
    if let literal = date.literal, date.start == nil {
      text("year", WritableText(literal))
      return
    }
    guard let start = date.start else { return }
    let isMoreThanMonth =
      start.day != nil || date.end != nil || date.isOpenEnded || date.season != nil
      || date.isApproximate || start.year < 1
    if isMoreThanMonth { raw("date", date.edtf) }
    raw("year", String(start.year))
    guard let month = start.month else { return }
    if Self.months.indices.contains(month - 1) {
      put(",\n  month = ")
      put(Self.months[month - 1])
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private mutating func writeIdentifiers(of item: WritableItem) {
    raw("doi", item[.doi].map { Self.address($0.string) })
    raw("url", item[.url].map { Self.address($0.string) })
    if let accessed = item[.accessed], accessed.start != nil { raw("urldate", accessed.edtf) }
    text("issn", item[.issn])
    text("isbn", item[.isbn])
    text("pmid", item[.pmid])
    text("pmcid", item[.pmcid])
    text("langid", item[.language])
  }

  private mutating func writeNotes(of item: WritableItem) {
    text("pubstate", item[.status])
    text("keywords", WritableText(item.keywords.joined(separator: ", ")))
    text("abstract", item[.abstract])
    text("note", item[.note])
  }

  // MARK: Values

  private mutating func title(_ field: String, _ value: WritableText?, isEnglish: Bool) {
    raw(field, value.map { TeXText.title($0.string, isEnglish: isEnglish) })
  }

  private mutating func text(_ field: String, _ value: WritableText?) {
    raw(field, value?.tex)
  }

  /// A body or a place, in braces where the word "and" would make two of it.
  private mutating func list(_ field: String, _ value: WritableText?) {
    raw(field, value.map { BibTeXName.holdsAnd($0.string) ? "{\($0.tex)}" : $0.tex })
  }

  private mutating func raw(_ field: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    bytes += Self.beforeField
    put(field)
    bytes += Self.beforeValue
    put(value)
    bytes.append(UInt8(ascii: "}"))
  }

  private static let beforeField = Array(",\n  ".utf8)
  private static let beforeValue = Array(" = {".utf8)

  /// Addresses are set with `\url`, which minds braces and backslashes only.
  private static func address(_ text: String) -> String {
    guard inAddress.touches(text) else { return text }
    return text.replacing("\\", with: "%5C").replacing("{", with: "%7B")
      .replacing("}", with: "%7D")
  }

  private static let inAddress = ByteSet("\\{}")

  private mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8.span)
  }
}
