import JournalModel
import Reporting

// Facts that the content takes only in their right form: a wrong one is left out with a report, so
// that what was imported can be built.

/// A date as `2020-10-04`.
func checkedDate(_ text: String?, at range: SourceRange, report: inout Report) -> YAMLValue? {
  guard let text else { return nil }
  let parts = text.prefix(10).split(separator: "-").map { Int($0) }
  guard (1...3).contains(parts.count), let year = parts[0],
    parts.allSatisfy({ $0 != nil }),
    let date = CalendarDate(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  else {
    report.add(.factMalformed("date", text, at: range))
    return nil
  }
  return .text(date.text)
}

/// A language by its tag.
func checkedLanguage(_ text: String?, at range: SourceRange, report: inout Report) -> String? {
  checkedText(text, "language", at: range, report: &report) { LanguageTag($0)?.text }
}

func checkedISSN(_ text: String?, at range: SourceRange, report: inout Report) -> String? {
  checkedText(text, "ISSN", at: range, report: &report) { (try? ISSN($0)) == nil ? nil : $0 }
}

func checkedDOI(_ text: String?, at range: SourceRange, report: inout Report) -> YAMLValue? {
  checked(text, "DOI", at: range, report: &report) { DOI($0)?.text }
}

func checkedORCID(_ text: String?, at range: SourceRange, report: inout Report) -> YAMLValue? {
  checked(text, "ORCID", at: range, report: &report) { (try? ORCID($0)) == nil ? nil : $0 }
}

func checkedROR(_ text: String?, at range: SourceRange, report: inout Report) -> YAMLValue? {
  checked(text, "ROR", at: range, report: &report) { ROR($0) == nil ? nil : $0 }
}

func checkedLicence(_ text: String?, at range: SourceRange, report: inout Report) -> YAMLValue? {
  checked(text, "licence", at: range, report: &report) { Licence(named: $0) == nil ? nil : $0 }
}

/// `pages`, or `article-number` for what is no range.
func checkedPages(
  _ text: String?, at range: SourceRange, report: inout Report
) -> YAMLValue.Pair? {
  guard let text else { return nil }
  let short = text.drop { $0.isLetter && $0.isLowercase || ". ".contains($0) }
  for candidate in [text, String(short)] where (try? PageRange(candidate)) != nil {
    return .init("pages", .text(candidate))
  }
  guard text.count <= 20, !text.contains(where: { "-–—,;".contains($0) || $0.isWhitespace }) else {
    report.add(.factMalformed("range of pages", text, at: range))
    return nil
  }
  return .init("article-number", .text(text))
}

private func checked(
  _ text: String?, _ kind: String, at range: SourceRange, report: inout Report,
  _ form: (String) -> String?
) -> YAMLValue? {
  checkedText(text, kind, at: range, report: &report, form).map(YAMLValue.text)
}

private func checkedText(
  _ text: String?, _ kind: String, at range: SourceRange, report: inout Report,
  _ form: (String) -> String?
) -> String? {
  guard let text else { return nil }
  if let right = form(text) { return right }
  report.add(.factMalformed(kind, text, at: range))
  return nil
}

extension Diagnostic {
  static func factMalformed(
    _ kind: String, _ text: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "import-fact-malformed", "'\(text)' is no \(kind) and is left out", at: range,
      hint: "Write the right one into the imported file")
  }
}
