import Reporting

extension ItemDate {
  /// A date variable as CSL-JSON and CSL-YAML write it: a map with `date-parts`, `raw` or
  /// `literal`, an EDTF text, a year, or pandoc's older list of maps with `year` and `month`.
  ///
  /// Text that is no date is kept as the literal, with a report unless it was given as one.
  init?(_ node: FieldNode, path: String, report: inout Report) {
    switch node.content {
    case .null, .bool: return nil
    case .number, .string:
      guard let date = Self.date(of: node, path: path, report: &report) else { return nil }
      self = date
    case .list(let elements):
      var isWhole = true
      guard let date = Self.dateOfMaps(elements) ?? Self.dateOfParts(elements, &isWhole) else {
        if !elements.isEmpty { report.add(.unreadable(at: node.place(path))) }
        return nil
      }
      if !isWhole { report.add(.partLeftOut(at: node.place(path))) }
      self = date
    case .map:
      guard let date = Self.dateOfMap(node, path: path, report: &report) else { return nil }
      self = date
    }
  }

  private static func dateOfMap(
    _ node: FieldNode, path: String, report: inout Report
  ) -> ItemDate? {
    var date = ItemDate()
    var isWhole = true
    if let parts = node["date-parts"]?.elements, let read = dateOfParts(parts, &isWhole) {
      date = read
    } else if node["year"] != nil, let read = dateOfMaps([node]) {
      date = read
    } else if let raw = node["raw"] ?? node["edtf"],
      let read = Self.date(of: raw, path: path, report: &report)
    {
      date = read
    }
    if let season = node["season"]?.scalar, !date.readSeason(season) { isWhole = false }
    if !isWhole { report.add(.partLeftOut(at: node.place(path))) }
    if let circa = node["circa"], circa.isTruthy { date.isApproximate = true }
    if let literal = node["literal"]?.scalar, !literal.isEmpty { date.literal = literal }
    guard date.start != nil || date.literal != nil else {
      let isEmpty =
        node.entries?.isEmpty == true || node["date-parts"]?.elements?.isEmpty == true
        || node["literal"] != nil || node["raw"] != nil
      if !isEmpty { report.add(.unreadable(at: node.place(path))) }
      return nil
    }
    return date
  }

  /// A season as its number or as text to be shown; false if it is a number of none.
  private mutating func readSeason(_ text: String) -> Bool {
    guard start?.month == nil else { return true }
    if let number = Int(text) {
      guard (1...4).contains(number) else { return false }
      season = number
    } else if let year = start?.year, !text.isEmpty {
      literal = "\(text) \(year)"
    }
    return true
  }

  /// `[[2004, 5, 6], [2005]]`, or `[2004, 5]` without the outer list; numbers may be texts.
  ///
  /// Says whether all of it is in the date.
  private static func dateOfParts(_ nodes: [FieldNode], _ isWhole: inout Bool) -> ItemDate? {
    guard let first = nodes.first else { return nil }
    guard let firstParts = first.elements else {
      return dateOfParts([FieldNode(.list(nodes), bytes: first.bytes)], &isWhole)
    }
    guard let start = DateParts(firstParts) else { return nil }
    isWhole = start.isWhole && nodes.count <= 2
    var date = ItemDate(start.date, season: start.season)
    guard nodes.count > 1, let lastParts = nodes[1].elements else { return date }
    if let end = DateParts(lastParts) {
      isWhole = isWhole && end.isWhole
      date.end = end.date
      date.endSeason = end.season
    } else {
      date.isOpenEnded = true
    }
    return date
  }

  /// The list of maps: `[{year: 2004, month: 5}, {year: 2005}]`.
  private static func dateOfMaps(_ nodes: [FieldNode]) -> ItemDate? {
    let points = nodes.compactMap { node -> DateParts? in
      let parts = ["year", "month", "day"].map { node[$0] }
      guard var point = DateParts(parts.prefix { $0 != nil }.compactMap(\.self)) else { return nil }
      if let season = node["season"]?.integer, (1...4).contains(season), point.date.month == nil {
        point.season = season
      }
      return point
    }
    guard let first = points.first, points.count == nodes.count else { return nil }
    let end = points.dropFirst().first
    return ItemDate(
      first.date, to: end?.date, season: first.season, endSeason: end?.season,
      isApproximate: nodes.contains { $0["circa"]?.isTruthy == true })
  }

  private static func date(
    of node: FieldNode, path: String, report: inout Report
  ) -> ItemDate? {
    guard let text = node.scalar, !text.isEmpty else { return nil }
    if let date = ItemDate(edtf: text) ?? ItemDate(prose: text) { return date }
    report.add(.notADate(text, at: node.place(path)))
    return ItemDate(literal: text)
  }
}

/// Year, month or season, and day of one point in time.
private struct DateParts {
  var date: PartialDate
  var season: Int?
  /// Whether month and day could be read.
  var isWhole = true

  /// Nine digits at most, as in EDTF.
  private static let years = -999_999_999...999_999_999

  /// Nil if there is no year; months and days that cannot be are left out, 0 and "" are none.
  init?(_ nodes: [FieldNode]) {
    guard let year = nodes.first?.integer, year != 0, Self.years.contains(year) else { return nil }
    date = PartialDate(year: year)
    guard nodes.count > 1, Self.isGiven(nodes[1]) else { return }
    switch nodes[1].integer ?? Self.month(nodes[1]) ?? -1 {
    case let month where (1...12).contains(month): date.month = month
    case let month where (13...16).contains(month): season = month - 12
    case let month where (21...24).contains(month): season = month - 20
    default: isWhole = false
    }
    guard nodes.count > 2, Self.isGiven(nodes[2]) else { return }
    if let month = date.month, let day = nodes[2].integer,
      PartialDate.days(in: month, of: year).contains(day)
    {
      date.day = day
    } else {
      isWhole = false
    }
  }

  private static func isGiven(_ node: FieldNode) -> Bool {
    node.integer != 0 && node.scalar?.isEmpty == false
  }

  private static func month(_ node: FieldNode) -> Int? {
    node.scalar.flatMap { MonthName($0)?.number }
  }
}

extension FieldNode {
  fileprivate func place(_ path: String) -> SourceRange {
    SourceRange(path: path, bytes: bytes)
  }
}

extension Diagnostic {
  fileprivate static func notADate(_ text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "reference-date", "'\(text)' is no date; it is shown as it stands", at: range,
      hint: "Write the date as '2024', '2024-06' or '2024-06-30'")
  }

  fileprivate static func unreadable(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "reference-date-parts", "A date must have a year of nine digits at most", at: range,
      hint: "Write 'date-parts' as [[2024, 6, 30]]")
  }

  fileprivate static func partLeftOut(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "reference-date-left-out", "Part of the date is none that can be; it is left out",
      at: range, hint: "Write 'date-parts' as [[2024, 6, 30]], for a range [[2024, 6], [2024, 7]]")
  }
}
