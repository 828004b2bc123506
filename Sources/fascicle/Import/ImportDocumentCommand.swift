import ArgumentParser
import Foundation
import Import
import Programs
import Reporting
import SitePipeline

/// `fascicle import docx`: an article from a word processor, by way of pandoc.
struct ImportDocumentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "docx",
    abstract: "Brings in an article from a word processor.",
    discussion: """
      Needs the program pandoc. Title, authors and abstract are taken from the paragraphs in the \
      styles Title, Author and Abstract; headings, notes, tables and pictures are kept. Open \
      Document (.odt) is read too. For instance: fascicle import docx moon.docx --issue 2025-2
      """)

  @Argument(help: ArgumentHelp("The document.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The folder name of its issue, such as 2025-2.", valueName: "issue"))
  var issue: String

  @Option(
    help: ArgumentHelp("Its title, where the document does not mark it.", valueName: "title"))
  var title: String?

  @OptionGroup var target: ImportOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    throw result(on: .current, run: runProgram)
  }

  func result(on terminal: Terminal, run: Runner) -> CommandResult {
    if let refusal = ContentFolder.refusal(ofIssue: issue, in: target.source) { return refusal }
    let bytes: [UInt8]
    do throws(Disk.Failure) { bytes = try Disk.read(file) } catch { return .unreadable(error) }
    do throws(ProgramFailure) {
      var document = try converted(bytes, run)
      document.title = title ?? document.title
      var found = Report()
      let files = contentFiles(
        fromDocument: document, path: file, folder: "issues/\(issue)/", report: &found)
      return target.finish(files, from: file, found, options: report, on: terminal)
    } catch {
      return CommandResult(errors: words(for: error), code: .findings)
    }
  }

  /// What pandoc makes of the document: first its facts, then its text and pictures.
  private func converted(_ document: [UInt8], _ run: Runner) throws(ProgramFailure)
    -> ConvertedDocument
  {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "fascicle-" + UUID().uuidString)
    let template = folder.appending(path: "facts.txt")
    let media = folder.appending(path: "pictures")
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(at: media, withIntermediateDirectories: true)
      try Data(Self.facts.utf8).write(to: template)
    } catch {
      throw .refused(program: "pandoc", status: -1, words: error.localizedDescription)
    }
    let format = file.lowercased().hasSuffix(".odt") ? "odt" : "docx"
    let facts = try run(
      Invocation(
        "pandoc",
        Self.limits + ["--from", format, "--to", "markdown", "--wrap=none"]
          + ["--template", template.path], input: document,
        patience: ProgramRun.usualPatience))
    let text = try run(
      Invocation(
        "pandoc",
        Self.limits + [
          "--from", format, "--to", Self.markdown, "--wrap=none", "--markdown-headings=atx",
          "--shift-heading-level-by=1", "--extract-media", media.path,
        ], input: document, patience: ProgramRun.usualPatience))
    var converted = Self.document(facts: String(decoding: facts, as: UTF8.self))
    converted.text = String(decoding: text, as: UTF8.self)
    let names = FileManager.default.enumerator(atPath: media.path)?.compactMap { $0 as? String }
    for name in (names ?? []).sorted() {
      let url = media.appending(path: name)
      guard !url.hasDirectoryPath, let bytes = try? Disk.read(url.path) else { continue }
      converted.pictures.append((url.path, bytes))
    }
    return converted
  }

  /// What pandoc may not do with a document from elsewhere: open other files or the network, or
  /// take more memory than a book needs, as a small file that unpacks to a huge one would.
  private static let limits = ["+RTS", "-M1g", "-RTS", "--sandbox"]

  /// Pandoc's Markdown as far as this program reads it.
  private static let markdown =
    "markdown-smart-raw_html-raw_attribute-raw_tex-header_attributes-fenced_divs-bracketed_spans"
    + "-link_attributes-simple_tables-multiline_tables"

  /// A template of pandoc's: what the styles of the document name, a part after the other.
  private static let facts = """
    $title$
    \u{1D}$for(author)$$author$
    $endfor$\u{1D}$abstract$

    """

  private static func document(facts: String) -> ConvertedDocument {
    let parts = facts.split(separator: "\u{1D}", omittingEmptySubsequences: false).map(String.init)
    return ConvertedDocument(
      title: parts.first,
      authors: parts.count > 1 ? parts[1].split(separator: "\n").map(String.init) : [],
      abstract: parts.count > 2 ? parts[2] : nil, text: "", pictures: [])
  }
}

private func words(for failure: ProgramFailure) -> String {
  switch failure {
  case .missing:
    """
    The program 'pandoc' is missing, which reads documents of word processors: install it (on \
    Debian: apt-get install pandoc) and import again.

    """
  case .refused(_, let status, let words):
    """
    'pandoc' cannot read the document; it ended with \(status):
    \(words)
    Open it in a word processor, save it again, and import that.

    """
  }
}
