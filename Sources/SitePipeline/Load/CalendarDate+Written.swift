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
  /// A date as authors write it: `2024-06-30`, `2024-06`, `2024`, `30 June 2024`, `30. Juni 2024`,
  /// `June 30, 2024`, `June 2024`, `30-Jun-2024`, `30.06.2024`, `2024-06-30T10:00:00Z`, `2024年6月30日`.
  ///
  /// Days and months in digits between slashes with the year last are refused: nobody can tell
  /// `05/06/2024`.
  init?(written text: String) {
    var text = Substring(text)
    if let time = text.firstIndex(where: { $0 == "T" || $0 == " " }),
      text[..<time].utf8.count == 10, text[..<time].utf8.allSatisfy({ $0 == 0x2D || $0.isDigit })
    {
      text = text[..<time]
    }
    if text.utf8.allSatisfy({ $0.isDigit || $0 == 0x2D || $0 == 0x2F }) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      let slashed = text.split(separator: "/", omittingEmptySubsequences: false)
      self.init(numbers: slashed.count > 1 ? slashed : parts)
    } else if text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) {
      self.init(numbers: text.split(separator: ".", omittingEmptySubsequences: false).reversed())
    } else if text.contains(where: { "年년".contains($0) }) {
      self.init(numbers: text.split { "年月日년월일 ".contains($0) })
    } else {
      self.init(words: text.split { " ,.-\u{A0}".contains($0) }.filter { !$0.isNoise })
    }
  }

  /// The only year in a text that is no date, such as `XX May 2024` or `05/06/2024`; nil where the
  /// text has the form of a date and is wrong.
  init?(yearIn text: String) {
    guard !text.utf8.allSatisfy({ $0.isDigit || $0 == 0x2D }) else { return nil }
    let years = text.split { !$0.isASCII || !$0.isNumber }.compactMap(Self.year)
    guard years.count == 1, (1500..<2200).contains(years[0]) else { return nil }
    self.init(year: years[0])
  }

  private init?(words: [Substring]) {
    switch words.count {
    case 2:
      guard let month = Self.month(words[0]), let year = Self.year(words[1]) else { return nil }
      self.init(year: year, month: month)
    case 3:
      if let year = Self.year(words[2]) {
        if let month = Self.month(words[1]), let day = Self.day(words[0]) {
          self.init(year: year, month: month, day: day)
          return
        }
        guard let month = Self.month(words[0]), let day = Self.day(words[1]) else { return nil }
        self.init(year: year, month: month, day: day)
      } else {
        guard let year = Self.year(words[0]), let month = Self.month(words[1]),
          let day = Self.day(words[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
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
      ["", "st", "nd", "rd", "th", "er", "º"].contains(text.dropFirst(digits.count).lowercased())
    else { return nil }
    return Int(digits)
  }

  /// The month whose name begins so, in any of the languages, if they agree on it.
  private static func month(_ text: Substring) -> Int? {
    let word = text.lowercased()
    let found = Set(
      monthNames.flatMap { names in
        names.indices.filter {
          names[$0] == word || word.count >= 3 && names[$0].hasPrefix(word)
        }
      })
    return found.count == 1 ? found.first.map { $0 + 1 } : word == "sept" ? 9 : nil
  }

  /// Those of the interface and, for authors, those of other languages.
  private static let monthNames: [[String]] =
    InterfaceText.available.compactMap { LanguageTag($0) }.map { language in
      let months = InterfaceText(language: language).words.months
      return months.indices.map { months[$0].lowercased() }
    }
    + [
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      """
      ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος \
      νοέμβριος δεκέμβριος
      """,
      """
      ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου \
      νοεμβρίου δεκεμβρίου
      """,
      "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
      "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
      "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
      """
      มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน \
      ธันวาคม
      """,
    ].map { $0.split(separator: " ").map(String.init) }
}

extension Substring {
  /// Whether a date says no more without this word.
  fileprivate var isNoise: Bool {
    let word = lowercased()
    return ["of", "de", "the", "г", "года"].contains(word)
      || ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].contains {
        word.count >= 3 && $0.hasPrefix(word)
      }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}
