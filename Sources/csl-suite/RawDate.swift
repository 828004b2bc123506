import Bibliography

/// Reads the dates that fixtures give as text: "2005-12-15", "15 Dec 2005", "1965 to 1999".
enum RawDate {
  static func read(_ raw: String) -> ItemDate? {
    var text = Substring(raw)
    var isApproximate = false
    for mark in ["ca.", "ca ", "circa ", "c. "] where text.lowercased().hasPrefix(mark) {
      text = text.dropFirst(mark.count)
      isApproximate = true
    }
    if text.hasSuffix("?") {
      text = text.dropLast()
      isApproximate = true
    }
    let ends = ends(of: text.trimmed)
    guard ends.count <= 2, let start = ends.first.flatMap({ day($0) }) else { return nil }
    var result = ItemDate(start.date)
    result.season = start.season
    result.isApproximate = isApproximate
    if ends.count == 2 {
      guard let end = day(ends[1]) else { return nil }
      result.end = end.date
      result.endSeason = end.season
    }
    return result
  }

  /// Both ends of a range, or the one date.
  private static func ends(of text: Substring) -> [Substring] {
    for separator in ["/", " to ", "\u{2013}", "--", " - "] {
      if let range = text.firstRange(of: separator) {
        let (first, second) = (text[..<range.lowerBound], text[range.upperBound...])
        if separator == "/", second.contains("/") { break }
        if second.trimmed.isEmpty { return [first.trimmed] }
        return [first.trimmed, second.trimmed]
      }
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].count >= 3, parts[1].count >= 3, Int(parts[0]) != nil {
      return [parts[0], parts[1]]
    }
    return [text]
  }

  private static func day(_ text: Substring) -> (date: PartialDate, season: Int?)? {
    if let date = numeric(text) { return (date, nil) }
    var year: Int?
    var month: Int?
    var day: Int?
    var season: Int?
    var isBC = false
    for word in text.split(whereSeparator: { " ,.".contains($0) }) {
      if let number = Int(word) {
        if word.count >= 3 || day != nil && month != nil {
          guard year == nil else { return nil }
          year = number
        } else {
          day = number
        }
      } else if let number = self.month(word) {
        month = number
      } else if let number = SeasonNames.number(String(word)) {
        season = number
      } else if word.lowercased() == "bc" || word.lowercased() == "bce" {
        isBC = true
      } else if let (number, before) = era(word) {
        year = number
        isBC = before
      } else {
        return nil
      }
    }
    if year == nil, month == nil, let value = day {
      year = value
      day = nil
    }
    guard let year else { return nil }
    let date = PartialDate(year: isBC ? -year : year, month: month, day: month == nil ? nil : day)
    return (date, month == nil ? season : nil)
  }

  private static func era(_ word: Substring) -> (Int, Bool)? {
    let lower = word.lowercased()
    for (suffix, isBC) in [("bc", true), ("bce", true), ("ad", false), ("ce", false)] {
      if lower.hasSuffix(suffix), let number = Int(lower.dropLast(suffix.count)) {
        return (number, isBC)
      }
    }
    return nil
  }

  private static func month(_ word: Substring) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard word.count >= 3 else { return nil }
    return names.firstIndex(of: String(word.lowercased().prefix(3))).map { $0 + 1 }
  }

  /// "2005-12-15", "2005/12/15", "12/15/2005".
  private static func numeric(_ text: Substring) -> PartialDate? {
    let isNegative = text.hasPrefix("-")
    let parts = (isNegative ? text.dropFirst() : text).split { $0 == "-" || $0 == "/" }
    let numbers = parts.compactMap { Int($0) }
    guard !parts.isEmpty, numbers.count == parts.count, parts.count <= 3 else { return nil }
    if parts.count == 3, parts[2].count == 4 {
      return PartialDate(year: numbers[2], month: numbers[0], day: numbers[1])
    }
    guard parts[0].count >= 3 || parts.count == 1 else { return nil }
    let year = isNegative ? -numbers[0] : numbers[0]
    return PartialDate(
      year: year, month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var result = self
    while result.first == " " { result.removeFirst() }
    while result.last == " " { result.removeLast() }
    return result
  }
}
