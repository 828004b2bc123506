import Bibliography
import Foundation
import JournalModel
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

/// A journal with one mistake, marked, and the one message that it must give.
struct Fault: Sendable, CustomTestStringConvertible {
  var files: [String: String]
  var code: String
  var message: String
  var severity: Severity
  /// Message of the note at mark 2️⃣.
  var note: String?

  var testDescription: String { "\(code): \(message)" }

  /// In the fields of the article `a`; the rest of the journal is without fault.
  static func article(
    _ fields: String, _ code: String, _ message: String, _ severity: Severity = .error,
    note: String? = nil, with others: [String: String] = [:]
  ) -> Fault {
    Fault(
      files: base.merging(["issues/1/a.md": "---\n\(fields)\n---\nText.\n"]) { $1 }
        .merging(others) { $1 },
      code: code, message: message, severity: severity, note: note)
  }

  /// In some files that stand in place of those of the journal without fault.
  static func files(
    _ files: [String: String], _ code: String, _ message: String, _ severity: Severity = .error,
    note: String? = nil
  ) -> Fault {
    Fault(
      files: base.merging(files) { $1 }, code: code, message: message, severity: severity,
      note: note)
  }

  /// A journal without fault.
  static let base = [
    "journal.yml": "title: Journal\n",
    "issues/1/issue.yml": "date: 2024-06\n",
    "issues/1/a.md": "---\ntitle: Engine\nauthor: Ada Lovelace\n---\nText.\n",
  ]

  /// Compares the whole report with the one message.
  func check(sourceLocation: SourceLocation = #_sourceLocation) async {
    let files = signed(files)
    let report = await findings(in: files)
    let expected = ExpectedDiagnostic(
      "1️⃣", code, message, severity,
      notes: note.map { [(mark: "2️⃣" as Character, message: $0)] } ?? [])
    expectDiagnostics(in: files, expected, sourceLocation: sourceLocation) { _, all in
      all.merge(report)
    }
    for diagnostic in report.diagnostics {
      #expect(diagnostic.hint != nil, "no cure for \(diagnostic.message)")
      #expect(!diagnostic.message.hasSuffix("."), "full stop after \(diagnostic.message)")
    }
  }
}

/// The files with an author in every article that has none: most tests are not about authors.
func signed(_ files: [String: String]) -> [String: String] {
  let folders = ["issues/", "articles/", "notices/"]
  return files.reduce(into: files) { signed, file in
    guard file.key.hasSuffix(".md"), folders.contains(where: file.key.hasPrefix),
      let end = file.value.range(of: "\n---\n"),
      !file.value[..<end.lowerBound].lowercased().contains("author")
    else { return }
    signed[file.key] = file.value.replacingCharacters(in: end, with: "\nauthor: Ada\n---\n")
  }
}

/// What loading and resolving marked files and reading their references finds, on the day 2024-07-01.
func findings(in files: [String: String]) async -> Report {
  await findings(in: signed(files).mapValues { MarkedText($0).bytes })
}

func findings(in files: [String: [UInt8]]) async -> Report {
  var report = Report()
  let tree = SourceTree(bytes: files)
  let loaded = await load(tree, report: &report)
  let journal = resolve(
    loaded, today: CalendarDate(year: 2024, month: 7, day: 1), report: &report)
  for article in journal?.articles ?? [] {
    _ = article.readReferences(in: tree, shared: loaded.bibliographies, &report)
  }
  return report
}

/// The references of an article in the files, which must be without fault.
func references(
  of slug: String, _ files: [String: String], sourceLocation: SourceLocation = #_sourceLocation
) async throws -> [Item] {
  var report = Report()
  let tree = SourceTree(signed(Fault.base.merging(files) { $1 }))
  let loaded = await load(tree, report: &report)
  let article = resolve(loaded, report: &report)?.article(slug)
  let items = try #require(article, sourceLocation: sourceLocation)
    .readReferences(in: tree, shared: loaded.bibliographies, &report)
  #expect(report.diagnostics == [], sourceLocation: sourceLocation)
  return items
}

/// The journal in the files, which must be without fault.
func resolved(
  _ files: [String: String], sourceLocation: SourceLocation = #_sourceLocation
) async throws -> ResolvedJournal {
  var report = Report()
  let loaded = await load(SourceTree(signed(Fault.base.merging(files) { $1 })), report: &report)
  let journal = resolve(loaded, report: &report)
  #expect(report.diagnostics == [], sourceLocation: sourceLocation)
  return try #require(journal, sourceLocation: sourceLocation)
}
