import JournalModel

/// What a language of the interface must give.
///
/// To add a language, write one file like those in `Languages` and name it in
/// `InterfaceText.catalogue`. Languages are Swift and not data files because every function here
/// switches over an enumeration: a label that one language lacks does not compile, a translator
/// sees each phrase with the names of its parts, and a language with its own grammar (the Spanish
/// "e" for "y", the six Arabic plurals) writes it down as code, where a data file would need a
/// small language of its own.
protocol InterfaceLanguage: Sendable {
  func label(_ label: InterfaceText.Label) -> String
  func phrase(_ phrase: InterfaceText.Phrase) -> String
  /// With `#` where the number stands; a form may do without, as the Arabic dual does.
  func noun(_ noun: InterfaceText.Noun, _ form: InterfaceText.PluralForm) -> String
  func kind(_ kind: Article.Kind) -> String
  func subject(_ subject: Article.Statement.Subject) -> String
  /// A term of CRediT as its published translation has it; nil where there is none.
  func contribution(_ term: CreditTerm) -> String?
  /// For a first subtag such as `ur`; nil where the language has no word for it here.
  func name(ofLanguage code: String) -> String?

  /// The category of CLDR's plural rules for whole numbers.
  func pluralForm(of count: Int) -> InterfaceText.PluralForm
  var digits: InterfaceText.Digits { get }
  var decimalMark: String { get }
  /// Kilobyte, megabyte, gigabyte.
  var byteUnits: [3 of String] { get }

  var months: [12 of String] { get }
  func date(day: Int, month: String, year: String) -> String
  func date(month: String, year: String) -> String

  /// Between two members of a list, but the last.
  var listComma: String { get }
  /// Between members that may have commas of their own.
  var listSemicolon: String { get }
  /// Before the last member.
  func listConjunction(before last: String, count: Int) -> String
}

extension InterfaceLanguage {
  var digits: InterfaceText.Digits { .western }
  var byteUnits: [3 of String] { ["KB", "MB", "GB"] }
  var listComma: String { ", " }
  var listSemicolon: String { "; " }

  func contribution(_ term: CreditTerm) -> String? { nil }

  func pluralForm(of count: Int) -> InterfaceText.PluralForm { count == 1 ? .one : .other }

  func date(month: String, year: String) -> String { "\(month) \(year)" }
}
