/// The suffixes of ordinal numbers by number and gender (CSL 1.0.2, "Ordinal Suffixes").
struct OrdinalTable: Sendable {
  private struct Rule: Hashable, Sendable {
    var number: Int
    var match: OrdinalMatch
    var gender: Gender
  }

  private var rules: [Rule: Slice] = [:]
  private var general: [Gender: Slice] = [:]
  private var long: [Rule: Slice] = [:]

  /// Adds the term `ordinal` or `ordinal-00` to `ordinal-99`.
  mutating func add(_ term: LocaleTerm, suffix: Slice) {
    guard term.name.hasPrefix("ordinal-") else {
      general[term.genderForm] = suffix
      return
    }
    guard let number = Int(term.name.dropFirst(8)) else { return }
    let match = term.match ?? (number < 10 ? .lastDigit : .lastTwoDigits)
    rules[Rule(number: number, match: match, gender: term.genderForm)] = suffix
  }

  mutating func addLong(_ term: LocaleTerm, text: Slice) {
    guard let number = Int(term.name.dropFirst(13)) else { return }
    long[Rule(number: number, match: .wholeNumber, gender: term.genderForm)] = text
  }

  func long(_ number: Int, _ gender: Gender) -> Slice? {
    long[Rule(number: number, match: .wholeNumber, gender: gender)]
  }

  /// The suffix of a number: the most exact rule counts, one of its gender before a neutral one.
  func suffix(of number: Int, _ gender: Gender) -> Slice {
    for match in [OrdinalMatch.wholeNumber, .lastTwoDigits, .lastDigit] {
      let digits =
        switch match {
        case .wholeNumber: number
        case .lastTwoDigits: number % 100
        case .lastDigit: number % 10
        }
      for wanted in gender == .neuter ? [Gender.neuter] : [gender, .neuter] {
        if let suffix = rules[Rule(number: digits, match: match, gender: wanted)] { return suffix }
      }
    }
    return general[gender] ?? general[.neuter] ?? .empty
  }
}
