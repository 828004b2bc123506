extension ItemDate {
  /// The date as EDTF, level 1; the literal where there is no date.
  package var edtf: String {
    guard let start else { return literal ?? "" }
    var text = Self.edtf(start, season: season)
    if let end {
      text += "/" + Self.edtf(end, season: endSeason)
    } else if isOpenEnded {
      text += "/"
    }
    return isApproximate ? text + "~" : text
  }

  private static func edtf(_ date: PartialDate, season: Int?) -> String {
    // EDTF has a year 0; ours have none.
    let year = date.year < 0 ? date.year + 1 : date.year
    let digits = String(year.magnitude)
    var text = year < 0 ? "-" : ""
    text += String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    if let month = date.month ?? season.map({ $0 + 20 }) {
      text += "-" + twoDigits(month)
      if date.month != nil, let day = date.day { text += "-" + twoDigits(day) }
    }
    return text
  }

  static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
