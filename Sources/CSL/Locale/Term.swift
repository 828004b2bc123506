/// How a term is written (CSL 1.0.2, "Terms").
enum TermForm: UInt8, Sendable, CaseIterable {
  case long, short, verb, verbShort, symbol

  init?(name: String) {
    switch name {
    case "long": self = .long
    case "short": self = .short
    case "verb": self = .verb
    case "verb-short": self = .verbShort
    case "symbol": self = .symbol
    default: return nil
    }
  }

  /// The form used where this one is not defined.
  var fallback: TermForm? {
    switch self {
    case .long: nil
    case .short, .verb: .long
    case .verbShort: .verb
    case .symbol: .short
    }
  }

  /// Whether a term that lacks this form is shown in the other, at once or in the end.
  func fallsBack(on other: TermForm) -> Bool {
    fallback.map { $0 == other || $0.fallsBack(on: other) } ?? false
  }
}

/// The grammatical gender of a term.
enum Gender: UInt8, Sendable {
  case neuter, masculine, feminine

  init(name: String?) {
    switch name {
    case "masculine": self = .masculine
    case "feminine": self = .feminine
    default: self = .neuter
    }
  }
}

/// Which numbers an ordinal term is for (CSL 1.0.2, "Ordinal Suffixes").
enum OrdinalMatch: UInt8, Sendable {
  case lastDigit, lastTwoDigits, wholeNumber
}

/// One term of a locale as it stands in its file.
struct LocaleTerm: Sendable {
  var name: String
  var form: TermForm
  var gender: Gender
  var genderForm: Gender
  var match: OrdinalMatch?
  var single: [UInt8]
  var multiple: [UInt8]
}
