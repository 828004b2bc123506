import Foundation
import JournalModel

extension CalendarDate {
  /// The day that it is where the day begins first, at that time: no date is in the future that is
  /// today somewhere.
  init?(latestDayAt time: Date) {
    var calendar = Calendar(identifier: .gregorian)
    guard let zone = TimeZone(secondsFromGMT: 14 * 3600) else { return nil }
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: time)
    guard let year = parts.year else { return nil }
    self.init(year: year, month: parts.month, day: parts.day)
  }
}

extension CalendarDate {
  /// A date as authors write it: `2024-06-30`, `2024-06`, `2024`, `30 June 2024`, `30. June 2024`,
  /// `June 30, 2024`, `June 2024`, `2024-06-30T10:00:00Z`.
  ///
  /// Days and months in digits alone with the year last are refused: nobody can tell `05/06/2024`.
  init?(written text: String) {
    var text = Substring(text)
    if let time = text.firstIndex(where: { $0 == "T" || $0 == " " }),
      text[..<time].utf8.count == 10, text[..<time].utf8.allSatisfy({ $0 == 0x2D || $0.isDigit })
    {
      text = text[..<time]
    }
    let words = text.split { " ,.".contains($0) }
    switch words.count {
    case 1:
      let parts = words[0].split(separator: "-", omittingEmptySubsequences: false)
      let slashed = words[0].split(separator: "/", omittingEmptySubsequences: false)
      self.init(numbers: slashed.count > 1 ? slashed : parts)
    case 2:
      guard let month = Self.month(words[0]), let year = Self.year(words[1]) else { return nil }
      self.init(year: year, month: month)
    case 3:
      guard let year = Self.year(words[2]) else { return nil }
      if let month = Self.month(words[1]), let day = Self.day(words[0]) {
        self.init(year: year, month: month, day: day)
      } else if let month = Self.month(words[0]), let day = Self.day(words[1]) {
        self.init(year: year, month: month, day: day)
      } else {
        return nil
      }
    default: return nil
    }
  }

  private init?(numbers parts: [Substring]) {
    guard (1...3).contains(parts.count), let year = Self.year(parts[0]) else { return nil }
    let rest = parts.dropFirst()
    guard rest.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit) })
    else { return nil }
    let numbers = rest.compactMap { Int($0) }
    self.init(year: year, month: numbers.first, day: numbers.dropFirst().first)
  }

  private static func year(_ text: Substring) -> Int? {
    text.utf8.count == 4 && text.utf8.allSatisfy(\.isDigit) ? Int(text) : nil
  }

  private static func day(_ text: Substring) -> Int? {
    let digits = text.prefix { $0.isNumber }
    guard (1...2).contains(digits.utf8.count),
      ["", "st", "nd", "rd", "th"].contains(text.dropFirst(digits.count).lowercased())
    else { return nil }
    return Int(digits)
  }

  private static func month(_ text: Substring) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    let word = text.lowercased()
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 } ?? (word == "sept" ? 9 : nil)
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
