import Reporting

/// Titles of the work, of what holds it, and of the series (biblatex manual, "Data fields").
extension BibTeXEntryReader {
  mutating func readTitles(report: inout Report) {
    let hasMainTitle = entry.has(.maintitle)
    let isVolume = hasMainTitle && !type.isChapterLike
    let isPeriodical = type.isPeriodical
    put(
      .title,
      wholeTitle(
        isPeriodical && entry.has(.issuetitle) ? .issuetitle : isVolume ? .maintitle : .title,
        isPeriodical ? .issuesubtitle : isVolume ? .mainsubtitle : .subtitle,
        isVolume ? .maintitleaddon : isPeriodical ? nil : .titleaddon, report: &report))
    if hasMainTitle {
      put(
        .volumeTitle,
        type.isChapterLike
          ? wholeTitle(.booktitle, .booksubtitle, .booktitleaddon, report: &report)
          : wholeTitle(.title, .subtitle, .titleaddon, report: &report))
    }
    readContainerTitle(report: &report)
    readShortTitle(hasMainTitle: hasMainTitle, report: &report)
    put(.collectionTitle, seriesTitle(report: &report))
    if let event = title(.eventtitle, report: &report) {
      item[.event] = event
      item[.eventTitle] = event
    }
    put(.originalTitle, title(.origtitle, report: &report))
  }

  private mutating func readContainerTitle(report: inout Report) {
    if type.isPeriodical {
      put(.containerTitle, plainTitle(.title, .subtitle, .titleaddon, report: &report))
    } else if type.isChapterLike, entry.has(.maintitle) {
      put(
        .containerTitle,
        wholeTitle(.maintitle, .mainsubtitle, .maintitleaddon, report: &report))
    } else if type.isChapterLike, entry.has(.booktitle) {
      put(
        .containerTitle,
        wholeTitle(.booktitle, .booksubtitle, .booktitleaddon, report: &report))
    } else {
      put(
        .containerTitle,
        plainTitle(
          entry.has(.journaltitle) ? .journaltitle : .journal, .journalsubtitle, nil,
          report: &report))
    }
    let isShort = type.isPeriodical && entry.has(.shorttitle)
    put(.containerTitleShort, text(isShort ? .shorttitle : .shortjournal, report: &report))
  }

  private mutating func readShortTitle(hasMainTitle: Bool, report: inout Report) {
    if !hasMainTitle || type.isChapterLike, let short = title(.shorttitle, report: &report) {
      item[.titleShort] = short
      return
    }
    guard let value = entry[.title] else { return }
    let isWhole = !hasMainTitle && (isFilled(.subtitle) || isFilled(.titleaddon))
    let mayHoldColon =
      value.kinds.contains(.colon) && source.bytes[value.bytes].contains(UInt8(ascii: ":"))
    guard isWhole || mayHoldColon else { return }
    let title = readTitle ?? latex(value, report: &report)
    if let short = title.beforeColon() {
      put(.titleShort, short.isEmpty ? nil : cased(short))
    } else if isWhole {
      put(.titleShort, title.isEmpty ? nil : cased(title))
    }
  }

  private func isFilled(_ field: BibTeXField) -> Bool {
    entry[field].map { !$0.bytes.isEmpty } ?? false
  }

  /// Title and subtitle parted by a colon, the addition behind a full stop.
  private mutating func wholeTitle(
    _ main: BibTeXField, _ sub: BibTeXField, _ addon: BibTeXField?, report: inout Report
  ) -> String? {
    guard let main = title(main, report: &report) else { return nil }
    guard entry.has(sub) || addon.map(entry.has) ?? false else { return main }
    let whole = Self.joined(main, title(sub, report: &report), by: ":")
    return Self.joined(whole, addon.flatMap { title($0, report: &report) }, by: ".")
  }

  /// The same for the title of a journal, which keeps its capitals.
  private mutating func plainTitle(
    _ main: BibTeXField, _ sub: BibTeXField, _ addon: BibTeXField?, report: inout Report
  ) -> String? {
    guard let main = text(main, report: &report) else { return nil }
    guard entry.has(sub) || addon.map(entry.has) ?? false else { return main }
    let whole = Self.joined(main, text(sub, report: &report), by: ":")
    return Self.joined(whole, addon.flatMap { text($0, report: &report) }, by: ".")
  }

  /// A series by name, by number ("3rd series") or by a key of biblatex ("New series").
  private mutating func seriesTitle(report: inout Report) -> String? {
    guard let series = title(.series, report: &report) else { return nil }
    if let number = Int(series), number > 0 {
      return "\(number)\(Self.ordinalEnding(number)) series"
    }
    guard let term = BiblatexTerm.text(for: series.lowercased()) else { return series }
    return term.prefix(1).uppercased() + term.dropFirst()
  }

  private static func ordinalEnding(_ number: Int) -> String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "th"
    case (1, _): "st"
    case (2, _): "nd"
    case (3, _): "rd"
    default: "th"
    }
  }
}
