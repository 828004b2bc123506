/// The suffixes of ordinal numbers by number and gender (CSL 1.0.2, "Ordinal Suffixes").
struct OrdinalTable: Sendable {
  private struct Rule: Sendable {
    var number: Int
    var match: OrdinalMatch
    var gender: Gender
    var suffix: Slice
  }

  private var rules: [Rule] = []
  private var general: [(gender: Gender, suffix: Slice)] = []
  private var long: [(number: Int, gender: Gender, text: Slice)] = []

  /// Adds the term `ordinal` or `ordinal-00` to `ordinal-99`.
  mutating func add(_ term: LocaleTerm, suffix: Slice) {
    guard term.name.hasPrefix("ordinal-") else {
      general.removeAll { $0.gender == term.genderForm }
      general.append((term.genderForm, suffix))
      return
    }
    guard let number = Int(term.name.dropFirst(8)) else { return }
    rules.append(
      Rule(
        number: number, match: term.match ?? (number < 10 ? .lastDigit : .lastTwoDigits),
        gender: term.genderForm, suffix: suffix))
  }

  mutating func addLong(_ term: LocaleTerm, text: Slice) {
    guard let number = Int(term.name.dropFirst(13)) else { return }
    long.append((number, term.genderForm, text))
  }

  func long(_ number: Int, _ gender: Gender) -> Slice? {
    long.first { $0.number == number && $0.gender == gender }?.text
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
        if let rule = rules.last(where: {
          $0.match == match && $0.number == digits && $0.gender == wanted
        }) {
          return rule.suffix
        }
      }
    }
    return general.first { $0.gender == gender }?.suffix
      ?? general.first { $0.gender == .neuter }?.suffix ?? .empty
  }
}
