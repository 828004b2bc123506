import Foundation
import Programs
import Reporting
import Theme

/// WeasyPrint, run once a build by Python for all articles that no earlier build has set.
struct Typesetter: Sendable {
  /// The folders in which Python is looked for.
  let searchPath: [String]
  /// How long it may work on one article.
  let patience: Duration

  /// What sets the articles, and part of what its results depend on; the first is run.
  static let scripts = [
    ("typeset.py", PackageResources.typeset_py), ("legible.py", PackageResources.legible_py),
  ]

  /// The status with which the script says that WeasyPrint cannot be loaded.
  private static let missingStatus: Int32 = 69

  /// What the script answers to a job.
  private struct Answer: Codable {
    var pdf: String?
    var problems: [String]
  }

  /// What the script is told of a job.
  private struct Order: Codable {
    var html: String
    var pdf: String
    var style: String
    var files: [String: String]
    var facts: TypesettingJob.Facts
  }

  /// Sets articles, and puts the finished files where their jobs say.
  func typeset(_ jobs: [TypesettingJob], in cache: GalleyCache, _ report: inout Report) {
    guard let first = jobs.first else { return }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try Disk.makeFolders(cache.folder)
      guard let (answers, end) = try answers(to: jobs, in: folder) else {
        report.add(.typesetterMissing(at: first.range))
        return
      }
      for (job, answer) in zip(jobs, answers) {
        try finish(job, answer, &report)
      }
      for job in jobs.dropFirst(answers.count) {
        report.add(.galleyFailed("the typesetter \(end)", at: job.range))
      }
    } catch let failure as Disk.Failure {
      report.add(.outputRefused(failure))
    } catch {
      report.add(.galleyFailed(error.localizedDescription, at: first.range))
    }
  }

  private func finish(
    _ job: TypesettingJob, _ answer: Answer, _ report: inout Report
  ) throws(Disk.Failure) {
    guard let pdf = answer.pdf else {
      report.add(.galleyFailed(answer.problems.joined(separator: "; "), at: job.range))
      return
    }
    for problem in Set(answer.problems).sorted() {
      report.add(.galleyFlawed(problem, at: job.range))
    }
    try Disk.replace(job.path, with: try Disk.read(pdf))
  }

  /// The answers in the order of the jobs, and how the typesetter ended; nil when there is none.
  private func answers(
    to jobs: [TypesettingJob], in folder: URL
  ) throws -> (answers: [Answer], end: String)? {
    guard
      let python = searchPath.map({ $0 + "/python3" })
        .first(where: FileManager.default.isExecutableFile)
    else { return nil }
    let names = ["paper.css", "in", "out"].map { folder.appending(path: $0) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, script) in Self.scripts {
      try Data(script).write(to: folder.appending(path: name))
    }
    try Data(Theme.paperStylesheet).write(to: names[0])
    try Data(lines(for: jobs, style: names[0], in: folder)).write(to: names[1])
    try Data().write(to: names[2])
    var run = ProgramRun(
      python, [folder.appending(path: Self.scripts[0].0).path],
      environment: ["PATH": searchPath.joined(separator: ":"), "LANG": "C.UTF-8"])
    (run.input, run.output, run.patience) = (names[1].path, names[2].path, patience)
    var end = "ended before it"
    do throws(ProgramRun.Failure) {
      if try run.status() == Self.missingStatus { return nil }
    } catch {
      end = error.words
    }
    // What was not printed to its end is no answer.
    let lines = try Data(contentsOf: names[2]).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).dropLast()
    return (try lines.map { try JSONDecoder().decode(Answer.self, from: Data($0)) }, end)
  }

  /// Writes what the jobs are made of into the folder, and says where it is.
  private func lines(for jobs: [TypesettingJob], style: URL, in folder: URL) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var lines: [UInt8] = []
    for (number, job) in jobs.enumerated() {
      let page = folder.appending(path: "\(number).html")
      try Data(job.html).write(to: page)
      var files: [String: String] = [:]
      for (address, bytes) in job.pictures {
        let file = folder.appending(path: address.split(separator: ":").last.map(String.init) ?? "")
        try Data(bytes).write(to: file)
        files[address] = file.path
      }
      let order = Order(
        html: page.path, pdf: folder.appending(path: "\(number).pdf").path, style: style.path,
        files: files, facts: job.facts)
      lines += Array(try encoder.encode(order)) + [UInt8(ascii: "\n")]
    }
    return lines
  }
}

extension Diagnostic {
  fileprivate static func typesetterMissing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "typesetter-missing", "PDFs cannot be made: WeasyPrint is not installed", at: range,
      hint: "Install it with 'pip install weasyprint ziamath', or build without --pdf")
  }

  fileprivate static func galleyFailed(_ reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "galley-failed", "The PDF of this article cannot be made: \(reason)", at: range,
      hint: "Put a PDF beside the article, or build without --pdf")
  }

  fileprivate static func galleyFlawed(_ problem: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "galley-flawed", "In the PDF of this article: \(problem)", at: range,
      hint: "Look at the PDF, and change what it names")
  }
}
