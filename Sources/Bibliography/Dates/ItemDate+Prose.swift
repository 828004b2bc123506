extension ItemDate {
  /// A single date as people write it: "May 2004", "12 May 2020", "May 12th, 2004", "2004/05/12",
  /// "12.5.2004", "Spring 1999"; nil if the text is none.
  ///
  /// Two numbers before the year are month and day with slashes, as in the United States, and day
  /// and month with points.
  public init?(prose text: String) {
    let words = text.split { " ,;\t\n/.-–".contains($0) }
    guard (1...4).contains(words.count) else { return nil }
    var numbers: [Int] = []
    var yearIndex: Int?
    var month: Int?
    var season: Int?
    for word in words {
      if let value = Self.dayOrYear(word) {
        if yearIndex == nil, word.utf8.count >= 3, word.utf8.allSatisfy({ $0 < 0x3A }) {
          yearIndex = numbers.count
        }
        numbers.append(value)
      } else if month == nil, let named = MonthName(word) {
        month = named.number
      } else if season == nil, let named = Self.season(word) {
        season = named
      } else if word != "of" {
        return nil
      }
    }
    guard let yearIndex else { return nil }
    let year = numbers.remove(at: yearIndex)
    self.init(PartialDate(year: year), season: season)
    if let month {
      guard season == nil, numbers.count <= 1 else { return nil }
      start = PartialDate(year: year, month: month, day: numbers.first)
    } else if season != nil {
      guard numbers.isEmpty else { return nil }
    } else if !numbers.isEmpty {
      guard numbers.count <= 2 else { return nil }
      if numbers.count == 2, yearIndex == 2, text.contains(".") { numbers.swapAt(0, 1) }
      start = PartialDate(
        year: year, month: numbers[0], day: numbers.count == 2 ? numbers[1] : nil)
    }
    guard isValid else { return nil }
  }

  private var isValid: Bool {
    guard let start, let month = start.month else { return true }
    guard (1...12).contains(month) else { return false }
    return start.day.map { PartialDate.days(in: month, of: start.year).contains($0) } ?? true
  }

  /// "12", "12th", "2004".
  private static func dayOrYear(_ word: Substring) -> Int? {
    guard word.utf8.count <= 6, word.utf8.first.map({ $0 < 0x3A }) ?? false else { return nil }
    if let value = Int(word) { return value }
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) {
      return Int(word.dropLast(2))
    }
    return nil
  }

  private static func season(_ word: Substring) -> Int? {
    switch word.lowercased() {
    case "spring": 1
    case "summer": 2
    case "autumn", "fall": 3
    case "winter": 4
    default: nil
    }
  }
}

/// A month by its English name or an abbreviation of it.
package struct MonthName {
  package let number: Int

  package init?(_ word: some StringProtocol) {
    self.init(word.utf8)
  }

  init?(_ word: some Collection<UInt8>) {
    let count = word.count
    guard count >= 3 else { return nil }
    let index = Self.names.firstIndex { name in
      name.count >= count && zip(word, name).allSatisfy { $0 | 0x20 == $1 }
    }
    guard let index else { return nil }
    number = index + 1
  }

  private static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }
}
