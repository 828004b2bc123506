/// A date exactly as precise as it was given: a year, a month or a day.
public struct PartialDate: Sendable, Hashable, Codable {
  /// Negative before Christ, as CSL-JSON counts: -1 is 1 BC, and there is no year 0.
  public var year: Int
  /// 1 to 12.
  public var month: Int?
  /// 1 to 31, and in the month; only with a month.
  public var day: Int?

  public init(year: Int, month: Int? = nil, day: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The days that a month has; every fourth year is a leap year, as it was in the Julian calendar,
  /// by which some countries counted until 1923.
  package static func days(in month: Int, of year: Int) -> ClosedRange<Int> {
    switch month {
    case 2: 1...((year > 0 ? year : year + 1).isMultiple(of: 4) ? 29 : 28)
    case 4, 6, 9, 11: 1...30
    default: 1...31
    }
  }
}

/// A date variable: a date or a range of dates, or text that is no date (CSL-JSON, "Date Fields").
public struct ItemDate: Sendable, Hashable, Codable {
  /// Absent when the date is only `literal`.
  public var start: PartialDate?
  /// The last date of a range; a range without an end is `isOpenEnded`.
  public var end: PartialDate?
  public var isOpenEnded: Bool
  /// 1 to 4, spring to winter, of `start`; only where it has no month.
  public var season: Int?
  /// The season of `end`.
  public var endSeason: Int?
  public var isApproximate: Bool
  /// Text shown in place of a date, such as "forthcoming".
  public var literal: String?

  public init(
    _ start: PartialDate? = nil, to end: PartialDate? = nil, isOpenEnded: Bool = false,
    season: Int? = nil, endSeason: Int? = nil, isApproximate: Bool = false, literal: String? = nil
  ) {
    self.start = start
    self.end = end
    self.isOpenEnded = isOpenEnded
    self.season = season
    self.endSeason = endSeason
    self.isApproximate = isApproximate
    self.literal = literal
  }
}
