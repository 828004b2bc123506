import JournalModel
import Reporting

extension OJSText {
  /// A plain text where there is one language, else one for each; `transform` makes the text.
  func value(_ transform: (String) -> String = { $0 }) -> YAMLValue? {
    let known = entries.map { (LanguageTag(ojsLocale: $0.locale)?.text ?? "", transform($0.text)) }
      .filter { !$0.1.isEmpty }
    switch known.count {
    case 0: return nil
    case 1: return .text(known[0].1)
    default:
      var pairs: [YAMLValue.Pair] = []
      for (language, text) in known where !pairs.contains(where: { $0.key == language }) {
        pairs.append(.init(language.nilWhenEmpty ?? "en", .text(text)))
      }
      return pairs.count == 1 ? pairs[0].value : .map(pairs)
    }
  }
}

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
    report.add(.ojsFactMalformed("date", text, at: range))
    return nil
  }
  return .text(date.text)
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
    report.add(.ojsFactMalformed("range of pages", text, at: range))
    return nil
  }
  return .init("article-number", .text(text))
}

private func checked(
  _ text: String?, _ kind: String, at range: SourceRange, report: inout Report,
  _ form: (String) -> String?
) -> YAMLValue? {
  guard let text else { return nil }
  if let right = form(text) { return .text(right) }
  report.add(.ojsFactMalformed(kind, text, at: range))
  return nil
}

extension Diagnostic {
  fileprivate static func ojsFactMalformed(
    _ kind: String, _ text: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-fact-malformed", "'\(text)' is no \(kind) and is left out", at: range,
      hint: "Write the right one into the imported file")
  }
}
