package import Foundation
package import JournalModel
import Prose
package import Reporting

extension Formula {
  init(_ math: Math) {
    self.init(tex: math.tex, isDisplayed: math.isDisplay)
  }
}

extension FormulaTable {
  /// A formula of a text as MathML; nil prints its source.
  func mathML(_ math: Math) -> String? {
    if case .mathML(let text)? = self[Formula(math)] { text } else { nil }
  }

  /// Converts the formulas of all texts of a journal before pages are made, so that one run of the
  /// converter serves a whole build; what the cache holds is not converted again.
  ///
  /// With `files`, only those texts are read that stand in them. The words of `plain` files are
  /// known to hold none.
  package static func forTexts(
    of journal: ResolvedJournal, in tree: SourceTree, files: Set<String>? = nil,
    plain: Set<String> = [], cache: URL?,
    converter: () throws(FormulaConverter.Failure) -> FormulaConverter = {
      () throws(FormulaConverter.Failure) in try FormulaConverter()
    },
    report: inout Report
  ) async -> FormulaTable {
    let texts = texts(of: journal).filter { text in
      if case .file(let path, _) = text, plain.contains(path) { return false }
      return files?.contains(text.file) ?? true
    }
    let found = await texts.concurrentMap(into: &report) { text, _ in
      text.formulas(in: tree)
    }.joined()
    guard let first = found.first else { return FormulaTable() }
    let stored = cache.flatMap { try? Data(contentsOf: $0) }.map { FormulaTable(stored: Array($0)) }
    var table = FormulaTable()
    var missing: Set<Formula> = []
    for formula in found.map({ Formula($0.value) }) {
      if let outcome = stored?[formula] {
        table[formula] = outcome
      } else {
        missing.insert(formula)
      }
    }
    if !missing.isEmpty {
      table.convert(missing, firstAt: first.range, by: converter, report: &report)
    }
    for math in found {
      guard case .failed(let problem)? = table[Formula(math.value)] else { continue }
      report.add(.formulaUnreadable(math.value.tex, problem, at: math.range))
    }
    // What other texts need stays there.
    if let cache, files == nil ? !missing.isEmpty || stored?.count != table.count : !missing.isEmpty
    {
      (files == nil ? table : table.joined(with: stored)).store(in: cache)
    }
    return table
  }

  /// Adds what the converter says of formulas; without one they stay as they are.
  private mutating func convert(
    _ formulas: Set<Formula>, firstAt range: SourceRange,
    by converter: () throws(FormulaConverter.Failure) -> FormulaConverter, report: inout Report
  ) {
    let order = formulas.sorted {
      $0.tex == $1.tex
        ? !$0.isDisplayed && $1.isDisplayed : $0.tex.precedes($1.tex)
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      let converted = try converter().convert(order, in: folder)
      for formula in order { self[formula] = converted[formula] }
    } catch FormulaConverter.Failure.missing {
      report.add(.formulaConverterMissing(at: range))
    } catch {
      report.add(.formulaConverterBroken("\(error)", at: range))
    }
  }

  private func joined(with other: FormulaTable?) -> FormulaTable {
    var table = other ?? FormulaTable()
    for (formula, outcome) in sorted { table[formula] = outcome }
    return table
  }

  /// Keeps the table for the next build; that build makes it again if this fails.
  private func store(in cache: URL) {
    let folder = cache.deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? Data(stored).write(to: cache, options: .atomic)
  }

  private static func texts(of journal: ResolvedJournal) -> [FormulaText] {
    let bodies =
      journal.allArticles.flatMap { article in article.bodies.map(\.value) }
      + (journal.pages + journal.announcements).flatMap { page in page.bodies.map(\.value) }
    let abstracts = journal.allArticles.flatMap { article in article.abstracts.map(\.value) }
    return bodies.map { .file(path: $0.path, offset: $0.offset) }
      + abstracts.map { .field($0.markdown, $0.range) }
  }
}

/// A text that may hold formulas.
private enum FormulaText: Sendable {
  case file(path: String, offset: Int)
  case field(String, SourceRange)

  var file: String {
    switch self {
    case .file(let path, _): path
    case .field(_, let range): range.path
    }
  }

  /// Its formulas; most texts hold no dollar sign and are not read for this.
  func formulas(in tree: SourceTree) -> [Located<Math>] {
    switch self {
    case .file(let path, let offset):
      // A file that cannot be read is named when its page is made.
      guard let bytes = try? tree.bytes(of: path) else { return [] }
      return formulas(of: bytes, from: offset, path: path)
    case .field(let text, let range):
      return formulas(of: Array(text.utf8), from: 0, path: range.path)
        .map { Located($0.value, at: range) }
    }
  }

  private func formulas(of bytes: [UInt8], from offset: Int, path: String) -> [Located<Math>] {
    guard FormulaTable.mayHoldFormula(bytes[min(offset, bytes.count)...]) else { return [] }
    // Everything else in the text is reported when its page is made.
    var known = Report()
    return Document(reading: bytes, from: offset, path: path, report: &known).formulas
  }
}

extension FormulaTable {
  /// Whether there is a dollar sign, or the begin of an environment.
  static func mayHoldFormula(_ text: ArraySlice<UInt8>) -> Bool {
    let bytes = text.span
    guard bytes.holds(UInt8(ascii: "$"), UInt8(ascii: "\\")) else { return false }
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "$"): return true
      case UInt8(ascii: "\\"):
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "b") { return true }
      default: break
      }
    }
    return false
  }
}

extension Diagnostic {
  fileprivate static func formulaUnreadable(
    _ tex: String, _ problem: String, at range: SourceRange
  ) -> Diagnostic {
    let line = tex.split(separator: "\n").first.map(String.init) ?? tex
    return Diagnostic(
      .warning, "formula-unreadable",
      "Formula '\(line.prefix(60))' is printed as its source: \(problem)", at: range,
      hint: "Write it with the commands that KaTeX knows")
  }

  fileprivate static func formulaConverterMissing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "formula-converter-missing",
      "Formulas are printed as their source: KaTeX is not installed", at: range,
      hint: "Install Node and KaTeX (on Debian: apt install node-katex)")
  }

  fileprivate static func formulaConverterBroken(
    _ reason: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "formula-converter-broken",
      "Formulas are printed as their source: \(reason)", at: range,
      hint: "Check that 'node' runs and finds KaTeX")
  }
}
