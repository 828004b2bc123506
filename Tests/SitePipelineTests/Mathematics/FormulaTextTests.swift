import Foundation
import JournalModel
import Reporting
import SitePipeline
import TestSupport
import Testing

private var isInstalled: Bool { (try? FormulaConverter()) != nil }

/// Formulas of a journal's texts, converted in one run.
@Suite struct FormulaTextTests {
  private static let text = MarkedText(
    """
    ---
    title: Signal
    authors: [A B]
    abstract: About $z$
    ---
    Costs 5\\$ and 1️⃣$x$, `$y$`, 2️⃣$\\undefined$

    $$x$$
    """)

  private func tables(
    cache: URL? = nil,
    converter: () throws(FormulaConverter.Failure) -> FormulaConverter = {
      () throws(FormulaConverter.Failure) in try FormulaConverter()
    }
  ) async throws -> (FormulaTable, [Diagnostic]) {
    let tree = SourceTree(bytes: [
      "journal.yml": Array("title: Acta\n".utf8),
      "issues/1/issue.yml": Array("number: 1\ndate: 2024\n".utf8),
      "issues/1/signal.md": Self.text.bytes,
    ])
    var report = Report()
    let resolved = try #require(resolve(await load(tree, report: &report), report: &report))
    #expect(report.diagnostics == [])
    let table = await FormulaTable.forTexts(
      of: resolved, in: tree, cache: cache, converter: converter, report: &report)
    return (table, report.diagnostics)
  }

  @Test(.enabled(if: isInstalled)) func convertsEveryFormulaOnce() async throws {
    let (table, found) = try await tables()
    #expect(table.count == 4)
    for tex in ["x", "z"] {
      guard case .mathML(let text)? = table[Formula(tex: tex, isDisplayed: false)] else {
        Issue.record("'\(tex)' is not converted")
        continue
      }
      #expect(text.contains("<mi>\(tex)</mi>"))
    }
    #expect(table[Formula(tex: "y", isDisplayed: false)] == nil)
    #expect(found.map(\.code) == ["formula-unreadable"])
    #expect(found.first?.range.bytes.lowerBound == Self.text.offsets["2️⃣"]?.first)
  }

  @Test func namesAMissingConverterAtTheFirstFormula() async throws {
    let (table, found) = try await tables {
      () throws(FormulaConverter.Failure) in try FormulaConverter(programs: [], modules: [])
    }
    #expect(table.count == 0)
    #expect(found.map(\.code) == ["formula-converter-missing"])
    #expect(found.first?.range.bytes.lowerBound == Self.text.offsets["1️⃣"]?.first)
  }

  @Test func namesAConverterThatBreaks() async throws {
    let (_, found) = try await tables { () throws(FormulaConverter.Failure) in throw .broken("no") }
    #expect(found.map(\.code) == ["formula-converter-broken"])
  }

  @Test func asksTheCacheFirst() async throws {
    let formulas = [("x", false), ("x", true), ("z", false), (#"\undefined"#, false)]
    var stored = FormulaTable()
    for (tex, isDisplayed) in formulas {
      stored[Formula(tex: tex, isDisplayed: isDisplayed)] = .mathML("<math>\(tex)</math>")
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let cache = folder.appending(path: "formulas.jsonl")
    try Data(stored.stored).write(to: cache)
    let (table, found) = try await tables(cache: cache) {
      () throws(FormulaConverter.Failure) in throw .missing
    }
    #expect(table.stored == stored.stored)
    #expect(found == [])
  }
}
