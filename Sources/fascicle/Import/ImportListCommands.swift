import ArgumentParser
import Foundation
import Import
import Reporting

/// `fascicle import bib`: a list of articles as a bibliography.
struct ImportListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bib",
    abstract: "Brings in the record of a journal from a bibliography of its articles.",
    discussion: """
      BibTeX (.bib), RIS (.ris), CSL-JSON (.json) or EndNote XML (.xml); each volume and number \
      becomes an issue. Texts and PDFs are put beside the articles afterwards. For instance: \
      fascicle import bib articles.ris --title "Moon Studies"
      """)

  @OptionGroup var record: RecordImport

  func run() async throws {
    throw result(on: .current)
  }

  func result(on terminal: Terminal) -> CommandResult {
    record.result(on: terminal) { bytes, report in
      contentFiles(
        fromList: bytes, path: record.file, title: record.title, present: record.target.present,
        report: &report)
    }
  }
}

/// `fascicle import crossref`: a list of articles as Crossref has them.
struct ImportCrossrefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crossref",
    abstract: "Brings in the record of a journal from Crossref.",
    discussion: """
      Save what Crossref answers to https://api.crossref.org/journals/ISSN/works?rows=1000 (or to \
      .../works/DOI, for one article) as a file. Old addresses of Open Journal Systems are kept. \
      For instance: fascicle import crossref works.json
      """)

  @OptionGroup var record: RecordImport

  func run() async throws {
    throw result(on: .current)
  }

  func result(on terminal: Terminal) -> CommandResult {
    record.result(on: terminal) { bytes, report in
      contentFiles(
        fromCrossref: bytes, path: record.file, title: record.title, present: record.target.present,
        report: &report)
    }
  }
}
