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
      guard let date = Self.dateOfMaps(elements) ?? Self.dateOfParts(elements) else {
        if !elements.isEmpty { report.add(.unreadable(at: node.place(path))) }
        return nil
      }
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
    if let parts = node["date-parts"]?.elements, let read = dateOfParts(parts) {
      date = read
    } else if node["year"] != nil, let read = dateOfMaps([node]) {
      date = read
    } else if let raw = node["raw"] ?? node["edtf"],
      let read = Self.date(of: raw, path: path, report: &report)
    {
      date = read
    }
    if let season = node["season"]?.scalar { date.readSeason(season) }
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

  /// A season as its number or as text to be shown.
  private mutating func readSeason(_ text: String) {
    guard start?.month == nil else { return }
    if let number = Int(text), (1...4).contains(number) {
      season = number
    } else if let year = start?.year, !text.isEmpty, Int(text) == nil {
      literal = "\(text) \(year)"
    }
  }

  /// `[[2004, 5, 6], [2005]]`, or `[2004, 5]` without the outer list; numbers may be texts.
  private static func dateOfParts(_ nodes: [FieldNode]) -> ItemDate? {
    guard let first = nodes.first else { return nil }
    guard let firstParts = first.elements else {
      return dateOfParts([FieldNode(.list(nodes), bytes: first.bytes)])
    }
    guard let start = DateParts(firstParts) else { return nil }
    var date = ItemDate(start.date, season: start.season)
    guard nodes.count > 1, let lastParts = nodes[1].elements else { return date }
    if let end = DateParts(lastParts) {
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

  /// Nil if there is no year; months and days that cannot be are left out.
  init?(_ nodes: [FieldNode]) {
    guard let year = nodes.first?.integer, year != 0 else { return nil }
    date = PartialDate(year: year)
    guard nodes.count > 1, let month = nodes[1].integer ?? Self.month(nodes[1]) else { return }
    switch month {
    case 1...12: date.month = month
    case 13...16: season = month - 12
    case 21...24: season = month - 20
    default: return
    }
    guard date.month != nil, nodes.count > 2, let day = nodes[2].integer, (1...31).contains(day)
    else { return }
    date.day = day
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
      .warning, "reference-date-parts", "A date must have a year", at: range,
      hint: "Write 'date-parts' as [[2024, 6, 30]]")
  }
}
