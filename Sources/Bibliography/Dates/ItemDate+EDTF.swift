extension ItemDate {
  /// A date of the Extended Date/Time Format, level 1, as biblatex and CSL write it: `2004`,
  /// `2004-06`, `2004-06-01T10:00`, `2001-21` (spring), `2004-06/2005`, `2004/`, `2004?`, `2004~`,
  /// `-0044`, `199X`; nil if the text is none.
  public init?(edtf text: some StringProtocol) {
    let bytes = Array(text.utf8)
    let halves = bytes.split(
      separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = halves.first else { return nil }
    guard halves.count == 2 else {
      guard let point = EDTFDate(first) else { return nil }
      self.init(
        point.date, to: point.last, season: point.season, isApproximate: point.isApproximate)
      return
    }
    self.init(from: first, to: halves[1])
  }

  private init?(from first: ArraySlice<UInt8>, to second: ArraySlice<UInt8>) {
    let start = EDTFDate(first)
    if EDTFDate.isOpen(second) {
      guard let start else { return nil }
      self.init(
        start.date, isOpenEnded: true, season: start.season, isApproximate: start.isApproximate)
      return
    }
    guard let end = EDTFDate(second) else { return nil }
    guard let start else {
      // CSL has no range without a beginning.
      guard EDTFDate.isOpen(first) else { return nil }
      self.init(literal: "–" + String(decoding: second, as: UTF8.self))
      return
    }
    self.init(
      start.date, to: end.last ?? end.date, season: start.season, endSeason: end.season,
      isApproximate: start.isApproximate || end.isApproximate)
  }
}

/// One date of EDTF; a decade or a century (`199X`) also has a last year.
private struct EDTFDate {
  var date: PartialDate
  var last: PartialDate?
  var season: Int?
  var isApproximate = false

  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = Self.trimmed(bytes)
    while let mark = rest.last,
      [UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%")].contains(mark)
    {
      // `?` says that the source is doubtful, not that the date is rough.
      if mark != UInt8(ascii: "?") { isApproximate = true }
      rest.removeLast()
    }
    if let time = rest.firstIndex(of: UInt8(ascii: "T")) { rest = rest[..<time] }
    if rest.first == UInt8(ascii: "Y") || rest.first == UInt8(ascii: "y") { rest.removeFirst() }
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    let parts = rest.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let years = Self.years(parts[0]) else { return nil }
    date = PartialDate(year: Self.year(isNegative ? -years.upperBound : years.lowerBound))
    if years.count > 1 {
      guard parts.count == 1 else { return nil }
      last = PartialDate(year: Self.year(isNegative ? -years.lowerBound : years.upperBound))
    }
    guard parts.count > 1, !Self.isUnspecified(parts[1]) else { return }
    guard let month = Self.number(parts[1], digits: 1...2) else { return nil }
    switch month {
    case 1...12: date.month = month
    case 21...24 where parts.count == 2: season = month - 20
    default: return nil
    }
    guard parts.count == 3, !Self.isUnspecified(parts[2]) else { return }
    guard let day = Self.number(parts[2], digits: 1...2),
      PartialDate.days(in: month, of: date.year).contains(day)
    else { return nil }
    date.day = day
  }

  /// EDTF has a year 0, CSL-JSON has none: -1 is 1 BC.
  private static func year(_ astronomical: Int) -> Int {
    astronomical > 0 ? astronomical : astronomical - 1
  }

  /// An end left open: nothing, `..`, or the older `open` and `*`.
  static func isOpen(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["", "..", "open", "*", "unknown"].contains(
      String(decoding: trimmed(bytes), as: UTF8.self))
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 == 0x20 }
    while rest.last == 0x20 { rest.removeLast() }
    return rest
  }

  private static func isUnspecified(_ part: ArraySlice<UInt8>) -> Bool {
    part.elementsEqual("XX".utf8) || part.elementsEqual("uu".utf8)
  }

  /// `1994` as that year, `199X` as ten years, `19XX` as a hundred; four digits at least.
  private static func years(_ part: ArraySlice<UInt8>) -> ClosedRange<Int>? {
    let digits = part.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let unknown = part.dropFirst(digits.count)
    guard (4...9).contains(part.count), unknown.count <= 2,
      unknown.allSatisfy({ $0 == UInt8(ascii: "X") || $0 == UInt8(ascii: "u") }),
      let known = number(digits, digits: 1...9)
    else { return nil }
    let scale = [1, 10, 100][unknown.count]
    return known * scale...(known * scale + scale - 1)
  }

  private static func number(_ part: ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(part.count) else { return nil }
    var value = 0
    for byte in part {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
