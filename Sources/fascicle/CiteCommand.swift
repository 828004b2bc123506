import ArgumentParser
import Bibliography
import CSL
import Foundation
import Reporting
import SitePipeline

/// `fascicle cite`: a bibliography in any citation style, without a journal.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: "Prints the references of a file in a citation style.",
    discussion: """
      For instance: fascicle cite references.bib --style apa

      Files may be BibTeX (.bib), CSL-JSON (.json), RIS (.ris) or EndNote XML (.xml). A style is \
      named as its file is, without .csl, or given as the path of a .csl file.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, json }

  @Argument(help: ArgumentHelp("Files of references.", valueName: "file"))
  var files: [String] = []

  @Option(help: ArgumentHelp("The citation style.", valueName: "name"))
  var style = "chicago-author-date"

  @Option(
    help: ArgumentHelp(
      "The language of words such as 'and' and of dates, such as en-GB; without it, the style's.",
      valueName: "language"))
  var locale: String?

  @Option(help: "How the references are printed.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "Only the reference with this key; may be given several times.", valueName: "key"))
  var keys: [String] = []

  @Option(
    name: .customLong("csl-path"),
    help: ArgumentHelp(
      "A folder with citation styles and locales; may be given several times.", valueName: "folder")
  )
  var cslPaths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Print how the reference with this key comes about, step by step, instead.",
      valueName: "key"))
  var trace: String?

  @Flag(help: "Print the names of all styles instead.")
  var listStyles = false

  func validate() throws {
    guard listStyles || !files.isEmpty else {
      throw ValidationError("Name at least one file of references.")
    }
    try JournalOptions.check(cslPaths: cslPaths)
  }

  func run() throws {
    throw result(on: .current)
  }

  func result(on terminal: Terminal) -> CommandResult {
    if listStyles {
      let names = citationStyleNames(in: cslPaths + InstalledFiles.folders)
      return CommandResult(output: names.map { $0 + "\n" }.joined())
    }
    var report = Report()
    let items = Item.keepingFirst(of: files.flatMap { read($0, &report) }, report: &report)
    let chosen = chosen(from: items, &report)
    let processor = processor(&report)
    let text = report.hasErrors ? nil : processor.map { references(chosen, $0, &report) }
    let printed = PrintedReport(report)
    return CommandResult(
      output: text ?? "", errors: printed.text(colored: terminal.isWatched),
      code: text == nil ? .findings : .success)
  }

  private func read(_ path: String, _ report: inout Report) -> [Item] {
    do throws(Disk.Failure) {
      return Item.read(try Disk.read(path), path: path, report: &report)
    } catch {
      report.add(.citedFileUnreadable(error))
      return []
    }
  }

  private func chosen(from items: [Item], _ report: inout Report) -> [Item] {
    for key in keys + [trace].compactMap(\.self) where !items.contains(where: { $0.id == key }) {
      report.add(.keyUnknown(key, in: files.joined(separator: ", ")))
    }
    return keys.isEmpty ? items : items.filter { keys.contains($0.id) || $0.id == trace }
  }

  private func processor(_ report: inout Report) -> Processor? {
    let isFile = style.hasSuffix(".csl")
    let file = URL(filePath: style)
    return citationProcessor(
      style: isFile ? file.deletingPathExtension().lastPathComponent : style, language: locale,
      folders: (isFile ? [file.deletingLastPathComponent().path] : []) + cslPaths
        + InstalledFiles.folders,
      at: SourceRange(startOf: "--style \(style)"), report: &report)
  }

  /// A style that lists no works cites them in notes: each as its first note.
  private func notes(_ items: [Item], _ processor: Processor) -> [FormattedReference] {
    let citations = items.enumerated().map { index, item in
      Citation(cites: [Cite(id: item.id)], noteNumber: index + 1)
    }
    let formatted = processor.format(CitedDocument(items: items, citations: citations))
    return zip(items, formatted.citations).enumerated().map { index, note in
      FormattedReference(id: note.0.id, number: index + 1, text: note.1)
    }
  }

  private func references(
    _ items: [Item], _ processor: Processor, _ report: inout Report
  ) -> String {
    let document = CitedDocument(items: items, includesUncited: true)
    if let trace {
      return processor.format(document, tracing: trace).map { "\($0.title):\n\($0.text)\n" }
        .joined(separator: "\n")
    }
    let references =
      processor.hasBibliography
      ? processor.format(document).bibliography : notes(items, processor)
    let printed = Set(references.lazy.filter { !$0.text.isEmpty }.map(\.id))
    for item in items where !printed.contains(item.id) {
      let range = item.range ?? SourceRange(startOf: files.joined(separator: ", "))
      report.add(.citedUnprinted(item.id, style: style, range))
    }
    switch format {
    case .text: return references.map { $0.text.plain + "\n" }.joined()
    case .html:
      var page: [UInt8] = []
      for reference in references {
        page += "<p>".utf8
        reference.text.appendHTML(to: &page)
        page += "</p>\n".utf8
      }
      return String(decoding: page, as: UTF8.self)
    case .json:
      let entries = references.map {
        PrintedReference(id: $0.id, text: $0.text.plain, html: $0.text.html)
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let data = (try? encoder.encode(entries)) ?? Data()
      return String(decoding: data, as: UTF8.self) + "\n"
    }
  }
}

/// A reference as `--format json` gives it.
private struct PrintedReference: Encodable {
  var id: String
  var text: String
  var html: String
}

extension Diagnostic {
  fileprivate static func citedFileUnreadable(_ failure: Disk.Failure) -> Diagnostic {
    Diagnostic(
      .error, "cited-file-unreadable", "File '\(failure.path)' cannot be read: \(failure.reason)",
      at: SourceRange(startOf: failure.path), hint: "Name a file of references that you may read")
  }

  fileprivate static func citedUnprinted(
    _ key: String, style: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "cited-unprinted", "Style '\(style)' prints nothing for '\(key)'", at: range,
      hint: "Name another style, or mend the type and the fields of the reference")
  }

  fileprivate static func keyUnknown(_ key: String, in files: String) -> Diagnostic {
    Diagnostic(
      .error, "cited-key-unknown", "No reference has the key '\(key)'",
      at: SourceRange(startOf: key), hint: "Give a key that occurs in \(files)")
  }
}
