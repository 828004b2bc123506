import JournalModel
import Reporting

extension FieldReader {
  mutating func doi(_ names: String..., report: inout Report) -> Located<DOI>? {
    checked(names, &report, Diagnostic.doiForm) { DOI($0) }
  }

  mutating func ror(_ names: String..., report: inout Report) -> ROR? {
    checked(names, &report, Diagnostic.rorForm) { ROR($0) }?.value
  }

  mutating func languageTag(_ names: String..., report: inout Report) -> Located<LanguageTag>? {
    checked(names, &report, Diagnostic.languageForm) { LanguageTag($0) }
  }

  /// Addresses under which something stood before, from the root of the host.
  mutating func formerPaths(_ names: String..., report: inout Report) -> [String] {
    guard let node = node(named: names, &report) else { return [] }
    let items = if case .sequence(let items) = node.content { items } else { [node] }
    return items.compactMap { $0.text(named: names[0], &report) }.filter { $0.isPath(&report) }
      .map(\.value)
  }

  mutating func date(_ names: String..., report: inout Report) -> Located<CalendarDate>? {
    guard let text = numericText(names, &report) else { return nil }
    guard let date = CalendarDate(written: text.value) else {
      report.add(.dateForm(text))
      return nil
    }
    return Located(date, at: text.range)
  }

  /// The date of an article, as exactly as can be made out: of a text that is no date its year
  /// counts, and what another program would have put in at its time is none; both are reported.
  mutating func approximateDate(_ names: String..., report: inout Report)
    -> Located<CalendarDate>?
  {
    guard let text = numericText(names, &report) else { return nil }
    if let date = CalendarDate(written: text.value) { return Located(date, at: text.range) }
    if let year = CalendarDate(yearIn: text.value) {
      report.add(.dateUnclear(text, year))
      return Located(year, at: text.range)
    }
    if text.value.isComputedDate {
      report.add(.dateComputed(text))
    } else {
      report.add(text.value.isPlaceholder ? .datePlaceholder(text) : .dateForm(text))
    }
    return nil
  }

  mutating func orcid(_ names: String..., report: inout Report) -> ORCID? {
    guard let text = numericText(names, &report) else { return nil }
    do throws(ORCID.Flaw) {
      return try ORCID(text.value)
    } catch {
      switch error {
      case _ where text.value.isPlaceholder: report.add(.orcidPlaceholder(text))
      case .form: report.add(.orcidForm(text))
      case .checkDigit: report.add(.orcidCheckDigit(text))
      }
      return nil
    }
  }

  mutating func issn(_ names: String..., report: inout Report) -> ISSN? {
    guard let text = numericText(names, &report) else { return nil }
    do throws(ISSN.Flaw) {
      return try ISSN(text.value)
    } catch {
      switch error {
      case .form: report.add(.issnForm(text))
      case .checkDigit: report.add(.issnCheckDigit(text))
      }
      return nil
    }
  }

  mutating func pageRange(_ names: String..., report: inout Report) -> PageRange? {
    guard let text = numericText(names, &report) else { return nil }
    do throws(PageRange.Flaw) {
      return try PageRange(text.value)
    } catch {
      switch error {
      case .form: report.add(.pageRangeForm(text))
      case .reversed: report.add(.pageRangeReversed(text))
      }
      return nil
    }
  }

  /// An absolute address.
  mutating func url(_ names: String..., report: inout Report) -> Located<String>? {
    guard let text = typedText(names, &report) else { return nil }
    guard text.value.isWebAddress else {
      report.add(.urlForm(names[0], text))
      return nil
    }
    return text
  }

  mutating func licence(report: inout Report) -> Licence? {
    checked(["license", "licence"], &report, Diagnostic.licenceUnknown) { Licence(named: $0) }?
      .value
  }

  mutating func email(_ name: String, report: inout Report) -> String? {
    checked([name], &report, Diagnostic.emailForm) { $0.isEmailAddress ? $0 : nil }?.value
  }

  private mutating func typedText(_ names: [String], _ report: inout Report) -> Located<String>? {
    node(named: names, &report)?.typedText(named: names[0], &report)
  }

  /// Its digits may be those of any script.
  private mutating func numericText(_ names: [String], _ report: inout Report) -> Located<String>? {
    typedText(names, &report)?.map(\.foldingDigits)
  }

  private mutating func checked<Value>(
    _ names: [String], _ report: inout Report,
    _ diagnostic: (Located<String>) -> Diagnostic, _ make: (String) -> Value?
  ) -> Located<Value>? {
    guard let text = typedText(names, &report) else { return nil }
    if let value = make(text.value) { return Located(value, at: text.range) }
    report.add(diagnostic(text))
    return nil
  }
}

extension String {
  /// With the digits and hyphens that machines read in place of those of other scripts.
  var foldingDigits: String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var folded = UnicodeScalarView()
    for scalar in unicodeScalars {
      if "－〜～".unicodeScalars.contains(scalar) {
        folded.append("-")
        continue
      }
      let value = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil
      folded.append(value.flatMap { Unicode.Scalar(0x30 + UInt32($0)) } ?? scalar)
    }
    return String(folded)
  }

  /// Whether it is an absolute address of the web, without blanks.
  var isWebAddress: Bool {
    let lower = lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { return false }
    let rest = utf8.dropFirst(scheme.utf8.count)
    return rest.first.map { $0 != UInt8(ascii: "/") } ?? false
      && utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }

  /// Whether another program would put the date in.
  fileprivate var isComputedDate: Bool {
    ["today", "now", "last-modified", "\\today"].contains(lowercased()) || contains("Sys.")
  }

  /// Whether it only keeps a place: `none`, `n/a`, or a number of X or 0 alone.
  fileprivate var isPlaceholder: Bool {
    let word = lowercased()
    return ["", "none", "null", "na", "n/a", "tba", "tbd", "todo", "?"].contains(word)
      || word.hasSuffix("0000-0000-0000-0000")
      || word.utf8.allSatisfy { "x-/. ".utf8.contains($0) }
  }

  fileprivate var isEmailAddress: Bool {
    let point = UInt8(ascii: ".")
    let parts = utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(point)
      && parts[1].first != point && parts[1].last != point
      && utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
  }
}

extension Diagnostic {
  fileprivate static func doiForm(_ text: Located<String>) -> Self {
    Self(
      .error, "doi-form", "'\(text.value)' is no DOI", at: text.range,
      hint: "Write it as '10.1234/abc', or remove the field if there is none")
  }

  fileprivate static func rorForm(_ text: Located<String>) -> Self {
    Self(
      .error, "ror-form", "'\(text.value)' is no ROR identifier", at: text.range,
      hint: "Copy the address from ror.org, such as 'https://ror.org/05gq02987'")
  }

  fileprivate static func languageForm(_ text: Located<String>) -> Self {
    Self(
      .error, "language-tag", "'\(text.value)' is no language tag", at: text.range,
      hint: "Write the code of the language, such as 'en', 'ur' or 'pt-BR'")
  }

  fileprivate static func dateForm(_ text: Located<String>) -> Self {
    Self(
      .error, "date-form", "'\(text.value)' is no date of the calendar", at: text.range,
      hint: "Write the year, month and day as '2024-06-30', or only '2024-06' or '2024'")
  }

  fileprivate static func dateUnclear(_ text: Located<String>, _ year: CalendarDate) -> Self {
    Self(
      .warning, "date-unclear", "'\(text.value)' is read as the year \(year.text)", at: text.range,
      hint: "Write the year, month and day as '2024-06-30'")
  }

  fileprivate static func dateComputed(_ text: Located<String>) -> Self {
    Self(
      .warning, "date-computed", "'\(text.value)' is for another program to fill in; left out",
      at: text.range, hint: "Write the date as '2024-06-30', or leave the issue's date to count")
  }

  fileprivate static func datePlaceholder(_ text: Located<String>) -> Self {
    Self(
      .warning, "date-placeholder", "'\(text.value)' stands for a missing date", at: text.range,
      hint: "Write the date as '2024-06-30', or leave the issue's date to count")
  }

  fileprivate static func orcidForm(_ text: Located<String>) -> Self {
    Self(
      .error, "orcid-form", "'\(text.value)' is no ORCID", at: text.range,
      hint: "Write four groups of four digits, such as '0000-0002-1825-0097'")
  }

  fileprivate static func orcidCheckDigit(_ text: Located<String>) -> Self {
    Self(
      .error, "orcid-check-digit", "ORCID '\(text.value)' fails its check digit", at: text.range,
      hint: "Copy the number again from the author's page at orcid.org")
  }

  fileprivate static func orcidPlaceholder(_ text: Located<String>) -> Self {
    Self(
      .warning, "orcid-placeholder", "ORCID '\(text.value)' stands for a missing one",
      at: text.range, hint: "Ask the author for the number, or remove the field")
  }

  fileprivate static func issnForm(_ text: Located<String>) -> Self {
    Self(
      .error, "issn-form", "'\(text.value)' is no ISSN", at: text.range,
      hint: "Write two groups of four digits, such as '2049-3630'")
  }

  /// A warning: a journal can be published without an ISSN, and this one is left out of everything.
  fileprivate static func issnCheckDigit(_ text: Located<String>) -> Self {
    Self(
      .warning, "issn-check-digit", "ISSN '\(text.value)' fails its check digit and is left out",
      at: text.range, hint: "Copy the number again from portal.issn.org")
  }

  fileprivate static func pageRangeForm(_ text: Located<String>) -> Self {
    Self(
      .error, "page-range-form", "'\(text.value)' is no range of pages", at: text.range,
      hint: "Write the first and last page as '30-54', or 'article-number' for an electronic number"
    )
  }

  fileprivate static func pageRangeReversed(_ text: Located<String>) -> Self {
    Self(
      .error, "page-range-reversed", "Page range '\(text.value)' ends before it begins",
      at: text.range, hint: "Write the first page before the last")
  }

  fileprivate static func urlForm(_ name: String, _ text: Located<String>) -> Self {
    Self(
      .error, "url-form", "'\(text.value)' is no absolute address for '\(name)'", at: text.range,
      hint: "Begin the address with 'https://'")
  }

  fileprivate static func licenceUnknown(_ text: Located<String>) -> Self {
    Self(
      .error, "licence-unknown", "Licence '\(text.value)' is not known", at: text.range,
      hint: "Write its name, such as 'CC-BY-4.0', or its address")
  }

  fileprivate static func emailForm(_ text: Located<String>) -> Self {
    Self(
      .error, "email-form", "'\(text.value)' is no e-mail address", at: text.range,
      hint: "Write it as 'name@example.org'")
  }
}

extension Located<String> {
  /// Whether it is a path from a root, after a report where it is none; hosts do not look at
  /// queries, and browsers keep fragments to themselves.
  func isPath(_ report: inout Report) -> Bool {
    let parts = value.split(separator: "/", omittingEmptySubsequences: false)
    guard value.hasPrefix("/"), !value.contains(where: { "?#".contains($0) }),
      !parts.contains("."), !parts.contains("..")
    else {
      report.add(
        Diagnostic(
          .error, "redirect-form", "'\(value)' is no path from the site's root", at: range,
          hint: "Begin the path with '/', and leave out what begins with '?' or '#', '.' and '..'"))
      return false
    }
    return true
  }
}
