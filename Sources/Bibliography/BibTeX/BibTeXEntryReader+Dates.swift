import Reporting

/// Dates: `date` in EDTF, or `year`, `month` and `day` one by one.
extension BibTeXEntryReader {
  mutating func readDates(report: inout Report) {
    readDate(
      .issued, .date, from: (.year, .month, .day), to: (.endyear, .endmonth, .endday), &report)
    readDate(
      .eventDate, .eventdate, from: (.eventyear, .eventmonth, .eventday),
      to: (.eventendyear, .eventendmonth, .eventendday), &report)
    readDate(
      .originalDate, .origdate, from: (.origyear, .origmonth, .origday),
      to: (.origendyear, .origendmonth, .origendday), &report)
    readDate(
      .accessed, .urldate, from: (.urlyear, .urlmonth, .urlday),
      to: (.urlendyear, .urlendmonth, .urlendday), &report)
  }

  private mutating func readDate(
    _ variable: DateVariable, _ whole: BibTeXField, from start: Fields, to end: Fields,
    _ report: inout Report
  ) {
    guard entry.has(whole) || entry.has(start.year) else { return }
    let date = edtf(whole, report: &report) ?? parts(start, end: end, report: &report)
    item[variable] = date
    let year = max(date?.start?.year ?? 0, date?.end?.year ?? 0)
    // EDTF has "Y20225" for such a year, if somebody means it.
    if year > 9999, let value = entry[whole] ?? entry[start.year], raw(whole)?.first != "Y" {
      report.add(.longYear(year, at: source.range(value.place)))
    }
  }

  /// A date in one field; text that is no date is kept as a literal and reported.
  private mutating func edtf(_ field: BibTeXField, report: inout Report) -> ItemDate? {
    guard let value = entry[field], let text = raw(field) else { return nil }
    if let date = ItemDate(edtf: text) ?? ItemDate(prose: text) { return date }
    // Some files have the old way of writing ranges: 2004--2005.
    if let date = ItemDate(edtf: text.replacing("--", with: "/")) { return date }
    report.add(.unreadableDate(text, at: source.range(value.place)))
    return ItemDate(literal: self.text(field, report: &report) ?? text)
  }

  private typealias Fields = (year: BibTeXField, month: BibTeXField, day: BibTeXField)

  private mutating func parts(
    _ fields: Fields, end: Fields, report: inout Report
  ) -> ItemDate? {
    guard let value = entry[fields.year] else { return nil }
    if let year = plainYear(value.bytes), !entry.has(end.year) {
      guard entry.has(fields.month) else { return ItemDate(PartialDate(year: year)) }
      if let season = season(fields.month) {
        return ItemDate(PartialDate(year: year), season: season)
      }
      return ItemDate(point(year, fields, report: &report), to: last(fields, of: year))
    }
    guard let text = raw(fields.year) else { return nil }
    guard let year = ItemDate(edtf: Self.year(text)) else {
      return irregularYear(text, fields.year, report: &report)
    }
    guard let only = year.start, year.end == nil, !year.isOpenEnded, only.month == nil else {
      return year
    }
    guard value.bytes.count <= 12 else { return year }
    var date = year
    date.start = point(only.year, fields, report: &report)
    if let endText = raw(end.year), let endYear = ItemDate(edtf: Self.year(endText))?.start {
      date.end = point(endYear.year, end, report: &report)
    } else {
      date.end = last(fields, of: only.year)
    }
    return date
  }

  /// Four digits, as nearly all years are.
  private func plainYear(_ range: Range<Int>) -> Int? {
    guard range.count == 4, source.bytes[range.lowerBound] != UInt8(ascii: "0") else { return nil }
    var year = 0
    for byte in source.bytes[range] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      year = year * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return year
  }

  /// "2004a" and "2019 (accessed June 30, 2020)" are 2004 and 2019, with a report, because what
  /// else stands there is not shown; "forthcoming" and "in press" are shown as they stand.
  private mutating func irregularYear(
    _ text: String, _ field: BibTeXField, report: inout Report
  ) -> ItemDate? {
    if let date = ItemDate(prose: text) { return date }
    let digits = text.prefix { $0.isNumber && $0.isASCII }
    if digits.utf8.count == 4, let year = Int(digits), let value = entry[field] {
      report.add(.irregularYear(text, year: year, at: source.range(value.place)))
      return ItemDate(PartialDate(year: year))
    }
    return ItemDate(literal: self.text(field, report: &report))
  }

  /// "2004", "2004--2005", "2004/05" and "-44" in EDTF.
  private static func year(_ text: String) -> String {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    if digits.utf8.count < 4, !digits.isEmpty,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      let zeros = String(repeating: "0", count: 4 - digits.utf8.count)
      return (text.hasPrefix("-") ? "-" : "") + zeros + digits
    }
    let range = text.replacing("--", with: "/").replacing("–", with: "/")
    let halves = range.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.map(\.utf8.count) == [4, 2], let first = Int(halves[0]), let last = Int(halves[1]),
      last > first % 100 || last == (first + 1) % 100
    else { return range }
    return "\(first)/\(first + (last - first % 100 + 100) % 100)"
  }

  private mutating func point(
    _ year: Int, _ fields: Fields, report: inout Report
  ) -> PartialDate {
    var date = PartialDate(year: year)
    guard let value = entry[fields.month] else { return date }
    if let month = plainMonth(value.bytes) {
      date.month = month
      date.day = day(fields.day, in: month, of: year, report: &report)
      return date
    }
    guard let text = raw(fields.month) else { return date }
    // `month = sep # "~15"` and `month = "15 September"`.
    let words = text.split { " ~.,-/–".contains($0) }
    let named = words.lazy.compactMap { MonthName($0)?.number }.first
    let numbers = words.compactMap { word in Int(word.prefix { $0.isNumber && $0.isASCII }) }
    guard let month = named ?? numbers.first, (1...12).contains(month) else {
      report.add(.unreadableMonth(text, at: source.range(value.place)))
      return date
    }
    date.month = month
    guard !entry.has(fields.day), named != nil, let day = numbers.first else {
      date.day = self.day(fields.day, in: month, of: year, report: &report)
      return date
    }
    if PartialDate.days(in: month, of: year).contains(day) {
      date.day = day
    } else if day <= 31 {
      report.add(.unreadableDay(text, at: source.range(value.place)))
    }
    return date
  }

  /// The day of a field of its own; what is none in the month is left out and reported.
  private mutating func day(
    _ field: BibTeXField, in month: Int, of year: Int, report: inout Report
  ) -> Int? {
    guard let value = entry[field], let text = raw(field) else { return nil }
    if let day = Int(text), PartialDate.days(in: month, of: year).contains(day) { return day }
    report.add(.unreadableDay(text, at: source.range(value.place)))
    return nil
  }

  /// The month of a field that holds its name and nothing else, as nearly all do.
  private func plainMonth(_ range: Range<Int>) -> Int? {
    let bytes = source.bytes[range]
    guard bytes.allSatisfy(LaTeXReader.isLetter) else { return nil }
    return MonthName(bytes)?.number
  }

  /// The season of `month = "Spring"`.
  private func season(_ field: BibTeXField) -> Int? {
    guard let value = entry[field], plainMonth(value.bytes) == nil, let text = raw(field)
    else { return nil }
    return ItemDate(prose: text + " 2000")?.season
  }

  /// The second end of `month = "jan/feb"`, "June 12--14" and "March 30--April 2".
  private func last(_ fields: Fields, of year: Int) -> PartialDate? {
    guard let value = entry[fields.month], plainMonth(value.bytes) == nil,
      let text = raw(fields.month)
    else { return nil }
    let words = text.split { " ~.,-/–".contains($0) }
    let months = words.compactMap { MonthName($0)?.number }
    let days = words.compactMap { Int($0.prefix { $0.isNumber && $0.isASCII }) }
    guard let month = months.last, months.count <= 2, months.count == 1 || months[0] < month
    else { return nil }
    let hasDays =
      days.count == 2 && !entry.has(fields.day) && (months.count == 2 || days[0] < days[1])
      && PartialDate.days(in: month, of: year).contains(days[1])
    if months.count == 1, !hasDays { return nil }
    return PartialDate(year: year, month: month, day: hasDays ? days[1] : nil)
  }
}

extension Diagnostic {
  fileprivate static func unreadableDate(_ text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-date", "'\(text)' is no date; it is shown as it stands", at: range,
      hint: "Write the date as '2024', '2024-06' or '2024-06-30'")
  }

  fileprivate static func irregularYear(_ text: String, year: Int, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-year", "'\(text)' is read as the year \(year)", at: range,
      hint: "Put what is no year into the field 'note'")
  }

  fileprivate static func longYear(_ year: Int, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-year", "The year \(year) has more than four digits", at: range,
      hint: "Write the year with four digits")
  }

  fileprivate static func unreadableMonth(_ text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-month", "'\(text)' is no month", at: range,
      hint: "Write the month as a number or as 'jan' to 'dec'")
  }

  fileprivate static func unreadableDay(_ text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-day", "'\(text)' is no day of the month and is left out", at: range,
      hint: "Write the day as a number that the month has")
  }
}
