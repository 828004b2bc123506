import JournalModel

extension CalendarDate {
  /// With slashes, as precise as it is: `2024/06/30`, `2024/06`, `2024`.
  var slashed: String {
    String(text.map { $0 == "-" ? "/" : $0 })
  }

  /// The moment at which its first day begins, in UTC (RFC 3339): `2024-06-30T00:00:00Z`.
  var timestamp: String { firstDay.text + "T00:00:00Z" }

  /// The month in two digits.
  var twoDigitMonth: String? { month.map(twoDigits) }

  /// The day in two digits.
  var twoDigitDay: String? { day.map(twoDigits) }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
