import Bibliography

/// A date of the Gregorian calendar, exactly as precise as it was given.
package struct CalendarDate: Sendable, Hashable, Comparable, Codable {
  /// Year, month and day as four, two and two digits; what is not given is zero.
  private let digits: Int32

  package var year: Int { Int(digits) / 10_000 }

  /// 1 to 12.
  package var month: Int? {
    let month = Int(digits) / 100 % 100
    return month == 0 ? nil : month
  }

  /// 1 to 31, and in the month.
  package var day: Int? {
    let day = Int(digits) % 100
    return day == 0 ? nil : day
  }

  /// Nil when there is no such day.
  package init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year), month != nil || day == nil else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard PartialDate.days(in: month, of: year).contains(day) else { return nil }
        // Which is a leap year of the Julian calendar alone.
        let isJulian = year.isMultiple(of: 100) && !year.isMultiple(of: 400)
        guard month != 2 || day < 29 || !isJulian else { return nil }
      }
    }
    digits = Int32(year * 10_000 + (month ?? 0) * 100 + (day ?? 0))
  }

  /// ISO 8601: `2024`, `2024-06` or `2024-06-30`.
  package var text: String {
    var text = String(year)
    if year < 1000 { text = String(repeating: "0", count: 4 - text.utf8.count) + text }
    for part in [month, day] {
      guard let part else { break }
      text += part < 10 ? "-0" : "-"
      text += String(part)
    }
    return text
  }

  /// The first day that the date may mean.
  package var firstDay: CalendarDate {
    CalendarDate(year: year, month: month ?? 1, day: day ?? 1) ?? self
  }

  /// By first day; a less precise date stands before a more precise one.
  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    a.digits < b.digits
  }
}
