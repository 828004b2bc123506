import Foundation
import JournalModel
import Reporting

/// The parts in a folder, which a build joins.
struct SiteParts: Sendable {
  /// The ending of their names.
  static let suffix = ".part"

  private var parts: [SitePart] = []
  /// By issue, the number of the part that holds it.
  private var places: [String: Int] = [:]

  init(folder: String, report: inout Report) {
    let folder = URL(filePath: folder).standardizedFileURL.path
    let names = Disk.names(in: folder).filter { $0.hasSuffix(Self.suffix) }.sorted()
    if names.isEmpty { report.add(.partsMissing(in: folder)) }
    let program = try? ProgramMark.ofAllMachines()
    for name in names {
      let path = folder + "/" + name
      if let program, let part = SitePart(at: path, by: program) {
        add(part)
      } else {
        report.add(.partUnusable(path))
      }
    }
  }

  private mutating func add(_ part: SitePart) {
    for issue in part.head.issues where places[issue] == nil { places[issue] = parts.count }
    parts.append(part)
  }

  /// The part that should hold a piece.
  func part(for piece: Piece, in journal: ResolvedJournal) -> SitePart? {
    piece.issue(in: journal).flatMap { places[$0] }.map { parts[$0] }
  }

  /// What has been found in the formulas of the texts that are taken from parts.
  func formulaReport(in texts: Set<String>) -> Report {
    Report(parts.flatMap(\.head.formulas.diagnostics).filter { texts.contains($0.range.path) })
  }

  /// Names the parts that held another state of what had to be made.
  func reportOutdated(
    _ steps: [SiteRenderer.Step], in journal: ResolvedJournal, _ report: inout Report
  ) {
    var counts: [String: Int] = [:]
    for piece in steps.lazy.compactMap(\.work?.piece) {
      if let part = part(for: piece, in: journal) { counts[part.path, default: 0] += 1 }
    }
    for (path, count) in counts.sorted(by: { $0.key.precedes($1.key) }) {
      report.add(.partOutdated(path, count))
    }
  }
}

extension Piece {
  /// The issue whose part it belongs to: that of an article, or the issue itself.
  func issue(in journal: ResolvedJournal) -> String? {
    switch subject {
    case .article(let place): journal.allArticles[place].issueFolder
    case .issue(let place): journal.issues[place].folder
    default: nil
    }
  }
}

extension Diagnostic {
  static func partDamaged(_ path: String) -> Self {
    Self(
      .error, "part-damaged", "'\(path)' has lost a file", at: place(of: path),
      hint: "Make the part again, or take it away")
  }

  fileprivate static func partUnusable(_ path: String) -> Self {
    Self(
      .warning, "part-unusable", "'\(path)' is damaged, or was made by another program",
      at: place(of: path),
      hint: "Make parts with the very program that joins them, or take this one away")
  }

  fileprivate static func partOutdated(_ path: String, _ count: Int) -> Self {
    Self(
      .warning, "part-outdated",
      "'\(path)' is of another state of the journal: \(count) of its pieces had to be made again",
      at: place(of: path), hint: "Make the part again, or take it away")
  }

  fileprivate static func partsMissing(in folder: String) -> Self {
    Self(
      .error, "parts-missing", "No file in '\(folder)' ends in '\(SiteParts.suffix)'",
      at: SourceRange(startOf: folder),
      hint: "Make parts: fascicle build --only issue/NAME --output FOLDER/NAME.part")
  }

  /// The folder: a part may be large, and has no lines to show.
  private static func place(of path: String) -> SourceRange {
    SourceRange(startOf: Disk.parent(of: path))
  }
}
