import JournalModel

extension CalendarDate {
  /// With slashes, as precise as it is: `2024/06/30`, `2024/06`, `2024`.
  var slashed: String {
    var slashed = String(text.prefix(4))
    if let month = twoDigitMonth { slashed += "/" + month }
    if let day = twoDigitDay { slashed += "/" + day }
    return slashed
  }

  /// A moment of its first day in UTC (RFC 3339) that grows with the revision:
  /// `2024-06-30T00:00:00Z`.
  func timestamp(revision: Int = 0) -> String {
    "\(firstDay.text)T\(clock(revision).joined(separator: ":"))Z"
  }

  /// The same moment as fourteen digits: `20240630000000`.
  func stamp(revision: Int = 0) -> String {
    firstDay.text.filter { $0 != "-" } + clock(revision).joined()
  }

  /// Hours, minutes and seconds of a count of seconds within a day.
  private func clock(_ seconds: Int) -> [String] {
    let seconds = min(max(seconds, 0), 86_399)
    return [seconds / 3600, seconds / 60 % 60, seconds % 60].map(twoDigits)
  }

  /// The month in two digits.
  var twoDigitMonth: String? { month.map(twoDigits) }

  /// The day in two digits.
  var twoDigitDay: String? { day.map(twoDigits) }

  private func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
