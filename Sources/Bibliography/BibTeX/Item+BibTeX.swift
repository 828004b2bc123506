public import Reporting

extension Item {
  /// The references of a BibTeX or biblatex file, with macros put in, `crossref` and `xdata`
  /// followed, and LaTeX turned into rich text.
  ///
  /// English titles lose their capitals except where braces protect them, because CSL wants titles
  /// in sentence case; an entry's `langid` or `language` says when a title is not English, and
  /// `language`, a tag such as `de`, is the language of entries that name none.
  public static func readBibTeX(
    _ bytes: [UInt8], path: String, language: String = "en", report: inout Report
  ) -> [Item] {
    guard let source = SourceBytes(bytes, path: path, report: &report) else { return [] }
    var scanner = BibTeXScanner(source)
    scanner.scan(report: &report)
    var inheritance = BibTeXInheritance(scanner.entries, source: scanner.source)
    let entries = inheritance.resolve(report: &report)
    var reader = BibTeXEntryReader(scanner.source, language: language)
    let items = entries.map { reader.read($0, report: &report) }
    return keepingFirst(of: addingMissingKeys(to: items, report: &report), report: &report)
  }
}
