public import Reporting

/// Terms, date formats and options of one language: a locale file, or the `cs:locale` of a style.
public struct Locale: Sendable {
  /// The language it is for, or empty for every language.
  public let language: String
  var terms: [LocaleTerm] = []
  /// The `cs:date` elements, in `document`.
  var dates: [Int] = []
  var punctuationInQuote: Bool?
  var limitsDayOrdinalsToDay1: Bool?
  let document: XMLDocument

  /// Reads a locale file; nil with a reported error if it is none.
  public init?(xml: [UInt8], path: String, report: inout Report) {
    guard let document = XMLReader.read(xml, path: path, report: &report) else { return nil }
    guard document.elements[0].name == .locale else {
      report.add(.localeRoot(document))
      return nil
    }
    VocabularyChecker.check(document, report: &report)
    self.init(document, element: 0, report: &report)
  }

  /// The `cs:locale` of a style.
  init(_ document: XMLDocument, element: Int, report: inout Report) {
    self.document = document
    language = document.value(.lang, of: element) ?? ""
    for child in document.children(of: element) {
      switch document.elements[child].name {
      case .styleOptions:
        punctuationInQuote =
          document.value(.punctuationInQuote, of: child).map { $0 == "true" } ?? punctuationInQuote
        limitsDayOrdinalsToDay1 =
          document.value(.limitDayOrdinalsToDay1, of: child).map { $0 == "true" }
          ?? limitsDayOrdinalsToDay1
      case .date: dates.append(child)
      case .terms:
        for term in document.children(of: child) { readTerm(term, report: &report) }
      case .term: readTerm(child, report: &report)
      default: break
      }
    }
  }

  private mutating func readTerm(_ element: Int, report: inout Report) {
    guard document.elements[element].name == .term else { return }
    guard let name = document.value(.name, of: element) else {
      report.add(.termName(document, element))
      return
    }
    var form = TermForm.long
    if let attribute = document.attribute(.form, of: element) {
      guard let known = TermForm(name: document.string(attribute)) else {
        report.add(.termForm(document, attribute))
        return
      }
      form = known
    }
    var single = document.decoded(document.elements[element].text)
    var multiple = single
    for child in document.children(of: element) {
      switch document.elements[child].name {
      case .single: single = document.decoded(document.elements[child].text)
      case .multiple: multiple = document.decoded(document.elements[child].text)
      default: break
      }
    }
    terms.append(
      LocaleTerm(
        name: name, form: form, gender: Gender(name: document.value(.gender, of: element)),
        genderForm: Gender(name: document.value(.genderForm, of: element)),
        match: document.value(.match, of: element).flatMap { OrdinalMatch(name: $0) },
        single: single,
        multiple: multiple))
  }
}

extension OrdinalMatch {
  fileprivate init?(name: String) {
    switch name {
    case "last-digit": self = .lastDigit
    case "last-two-digits": self = .lastTwoDigits
    case "whole-number": self = .wholeNumber
    default: return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func localeRoot(_ document: XMLDocument) -> Self {
    .init(
      .error, "locale-root", "File is not a CSL locale: its root is not 'locale'",
      at: document.range(of: 0), hint: "Take a file such as 'locales-en-US.xml' of the CSL locales")
  }

  fileprivate static func termName(_ document: XMLDocument, _ element: Int) -> Self {
    .init(
      .warning, "term-name", "Term without a name is ignored", at: document.range(of: element),
      hint: "Add a 'name' attribute")
  }

  fileprivate static func termForm(_ document: XMLDocument, _ value: XMLDocument.Text) -> Self {
    .init(
      .warning, "term-form", "Term form '\(document.string(value))' is not one of CSL's",
      at: document.range(of: value), hint: "Use long, short, verb, verb-short or symbol")
  }
}
