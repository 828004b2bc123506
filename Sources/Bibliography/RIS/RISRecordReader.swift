import Reporting

/// Makes an item of a RIS record.
struct RISRecordReader {
  private let source: SourceBytes
  private var item = Item(id: "", type: .document)
  private var titles: [String: String] = [:]
  private var firstPage = ""
  private var lastPage = ""
  private var keywords: [String] = []

  init(_ source: SourceBytes) {
    self.source = source
  }

  mutating func read(_ record: RISRecord, report: inout Report) -> Item {
    item.range = source.range(record.place)
    if let type = Self.types[record.type.uppercased()] {
      item.type = type
    } else if !record.type.isEmpty {
      report.add(.unknownType(record.type, at: source.range(record.place)))
    }
    for field in record.fields { read(field, report: &report) }
    setTitles()
    setNumberInSeries()
    setPages()
    if !keywords.isEmpty {
      let holdsComma = keywords.contains { $0.contains(",") }
      item[.keyword] = keywords.joined(separator: holdsComma ? "; " : ", ")
    }
    return item
  }

  private mutating func read(_ field: RISRecord.Field, report: inout Report) {
    let value = field.value.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    switch field.tag {
    case "ID":
      item.id = value
      item.range = source.range(field.place)
    case "AU", "A1": item[.author].append(PersonName(inverted: value))
    case "A2", "ED": item[.editor].append(PersonName(inverted: value))
    case "A3": item[.collectionEditor].append(PersonName(inverted: value))
    case "A4": item[.translator].append(PersonName(inverted: value))
    case "T1", "TI", "CT", "BT", "T2", "T3", "JO", "JF", "JA", "J1", "J2":
      if titles[field.tag] == nil { titles[field.tag] = value }
    case "ST": item[.titleShort] = value
    case "PY", "Y1", "DA": readIssued(field, report: &report)
    case "Y2": item[.accessed] = date(field, report: &report)
    case "SP": firstPage = value
    case "EP": lastPage = value
    case "KW": keywords.append(value)
    case "SN": readSerialNumber(value)
    case "DO": item[.doi] = BibTeXEntryReader.bareDOI(value)
    case "UR", "LK": if item[.url] == nil { item[.url] = value }
    case "LA": item[.language] = BibTeXLanguage.tag(for: value) ?? value
    case "N1", "M3":
      // Some publishers put the DOI here.
      let doi = BibTeXEntryReader.bareDOI(value)
      let isAlone = doi.wholeMatch(of: /10\.\d{4,9}\/\S+/) != nil
      if isAlone || doi.hasPrefix("10.") && doi != value {
        item[.doi] = item[.doi] ?? doi
      } else if field.tag == "M3" {
        item[.genre] = value
      } else {
        item[.note] = [item[.note], value].compactMap(\.self).joined(separator: " ")
      }
    case "IS", "CP", "M1", "C7": readNumber(field.tag, value)
    default:
      guard let variable = Self.variables[field.tag] else { return }
      if item[variable] == nil { item[variable] = value }
    }
  }

  // MARK: Titles, pages and numbers

  private mutating func setTitles() {
    let isWhole = [.book, .report, .thesis, .software, .motionPicture, .collection]
      .contains(item.type)
    item[.title] = titles["TI"] ?? titles["T1"] ?? titles["CT"] ?? (isWhole ? titles["BT"] : nil)
    let journal = titles["JF"] ?? titles["JO"]
    if isWhole {
      item[.collectionTitle] = titles["T3"] ?? titles["T2"] ?? journal
      return
    }
    let container = titles["T2"] ?? titles["BT"] ?? journal ?? titles["JA"] ?? titles["J2"]
    item[.containerTitle] = container
    let short = titles["JA"] ?? titles["J2"] ?? titles["J1"] ?? titles["JO"]
    if short != container { item[.containerTitleShort] = short }
    item[.collectionTitle] = titles["T3"]
  }

  /// What has a number within a series is no part of a periodical, which has issues.
  private mutating func setNumberInSeries() {
    let isInSeries = [.book, .collection, .chapter, .paperConference, .entryEncyclopedia]
      .contains(item.type)
    guard isInSeries, item[.collectionTitle] != nil, item[.collectionNumber] == nil else { return }
    item[.collectionNumber] = item[.number]
    item[.number] = nil
  }

  private mutating func setPages() {
    firstPage = firstPage.withPlainHyphens.withoutPageWord
    let isWhole = [.book, .thesis, .collection].contains(item.type)
    if isWhole, lastPage.isEmpty, !firstPage.isEmpty, !firstPage.contains("-") {
      item[.numberOfPages] = firstPage
    } else if lastPage.isEmpty || lastPage == firstPage {
      item[.page] = firstPage.isEmpty ? nil : firstPage
    } else {
      item[.page] = firstPage.isEmpty ? lastPage : firstPage + "-" + lastPage
    }
  }

  private mutating func readNumber(_ tag: String, _ value: String) {
    let isInPeriodical = [.articleJournal, .articleMagazine, .articleNewspaper].contains(item.type)
    let variable: TextVariable = isInPeriodical && (tag == "IS" || tag == "CP") ? .issue : .number
    if item[variable] == nil { item[variable] = value }
  }

  /// An ISSN by its form; else an ISBN where the work is a book.
  private mutating func readSerialNumber(_ value: String) {
    let digits = value.filter { $0.isNumber || $0 == "X" || $0 == "x" }
    let isISSN = digits.count == 8 && value.count <= 9
    let isBook = [.book, .chapter, .collection, .paperConference, .report].contains(item.type)
    let variable: TextVariable = isBook && !isISSN ? .isbn : .issn
    item[variable] = [item[variable], value].compactMap(\.self).joined(separator: ", ")
  }

  // MARK: Dates

  /// `PY`, `Y1` and `DA` say the same with more or less precision: the most precise counts.
  private mutating func readIssued(_ field: RISRecord.Field, report: inout Report) {
    guard let date = date(field, report: &report) else { return }
    guard let known = item[.issued], known.start != nil else {
      item[.issued] = date
      return
    }
    if known.start?.month == nil, known.season == nil, date.start?.year == known.start?.year {
      item[.issued] = date
    } else if known.start?.day == nil, date.start?.day != nil,
      date.start?.month == known.start?.month
    {
      item[.issued] = date
    }
  }

  /// "2024/06/30/", "2024///Spring", "2024", or what people write: "06/30/2024", "2023/2024".
  private func date(_ field: RISRecord.Field, report: inout Report) -> ItemDate? {
    let parts = field.value.split(separator: "/", omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    let isRange = parts.count == 2 && parts[1].utf8.count == 4
    guard let year = parts.first.flatMap({ Int($0) }), !isRange,
      parts.count == 1 || parts[0].utf8.count > 2, parts[0].utf8.count <= 5
    else {
      if let date = ItemDate(edtf: field.value) ?? ItemDate(prose: field.value) { return date }
      report.add(.unreadableDate(field.value, at: source.range(field.place)))
      return ItemDate(literal: field.value)
    }
    var date = PartialDate(year: year)
    let month = parts.count > 1 ? Int(parts[1]) ?? MonthName(parts[1])?.number : nil
    if let month, (1...12).contains(month) { date.month = month }
    if let month = date.month, parts.count > 2, let day = Int(parts[2]),
      PartialDate.days(in: month, of: year).contains(day)
    {
      date.day = day
    }
    if zip([date.month, date.day], parts.dropFirst()).contains(where: { $0 == nil && !$1.isEmpty })
    {
      report.add(.partOfDateLost(field.value, at: source.range(field.place)))
    }
    let season = parts.count > 3 ? ItemDate(prose: "\(parts[3]) \(year)")?.season : nil
    return ItemDate(date, season: date.month == nil ? season : nil)
  }

  // MARK: Tables

  private static let variables: [String: TextVariable] = [
    "VL": .volume, "ET": .edition, "PB": .publisher, "CY": .publisherPlace, "PP": .publisherPlace,
    "AB": .abstract, "N2": .abstract, "SE": .section, "NV": .numberOfVolumes, "CN": .callNumber,
    "DB": .source, "SV": .collectionNumber,
  ]

  private static let types: [String: ItemType] = [
    "JOUR": .articleJournal, "EJOUR": .articleJournal, "JFULL": .periodical,
    "ABST": .articleJournal,
    "INPR": .articleJournal, "MGZN": .articleMagazine, "NEWS": .articleNewspaper, "BOOK": .book,
    "EBOOK": .book, "EDBOOK": .book, "CLSWK": .classic, "CHAP": .chapter, "ECHAP": .chapter,
    "CONF": .paperConference, "CPAPER": .paperConference, "THES": .thesis, "RPRT": .report,
    "GOVDOC": .report, "DATA": .dataset, "AGGR": .dataset, "DBASE": .dataset, "COMP": .software,
    "ELEC": .webpage, "WEB": .webpage, "ICOMM": .post, "BLOG": .postWeblog,
    "MPCT": .motionPicture, "VIDEO": .motionPicture, "ADVS": .motionPicture, "SOUND": .song,
    "MUSIC": .musicalScore, "MAP": .map, "PAT": .patent, "CASE": .legalCase, "STAT": .legislation,
    "LEGAL": .legislation, "BILL": .bill, "UNBILL": .bill, "HEAR": .hearing,
    "MANSCPT": .manuscript, "UNPB": .manuscript, "UNPD": .manuscript,
    "PCOMM": .personalCommunication,
    "ENCYC": .entryEncyclopedia, "DICT": .entryDictionary, "ART": .graphic, "CHART": .figure,
    "FIGURE": .figure, "SLIDE": .speech, "STAND": .standard, "PAMP": .pamphlet, "SER": .periodical,
    "GEN": .document, "CTLG": .book, "MULTI": .webpage, "EQUA": .document, "GRANT": .document,
    "ANCIENT": .classic,
  ]
}

extension Diagnostic {
  fileprivate static func unknownType(_ type: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "ris-unknown-type", "Unknown type '\(type)' is read as 'GEN'", at: range,
      hint: "Write a type that RIS has, such as 'JOUR' or 'BOOK'")
  }

  fileprivate static func partOfDateLost(_ text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "ris-date-part", "Month or day of '\(text)' is none and is left out", at: range,
      hint: "Write the date as '2024/06/30/'")
  }

  fileprivate static func unreadableDate(_ text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "ris-date", "'\(text)' is no date; it is shown as it stands", at: range,
      hint: "Write the date as '2024/06/30/'")
  }
}
