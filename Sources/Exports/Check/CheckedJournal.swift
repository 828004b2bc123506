package import JournalModel
package import Reporting

/// A journal as `check` looks at it: the finished model, what its files are, and what a build
/// found.
package struct CheckedJournal: Sendable {
  /// What is known of a file that readers download.
  package struct File: Sendable, Hashable {
    /// Whether it begins as a PDF does.
    package var isPDF: Bool
    /// Whether text can be found in it; nil where that cannot be told.
    package var hasText: Bool?

    package init(isPDF: Bool, hasText: Bool? = nil) {
      self.isPDF = isPDF
      self.hasText = hasText
    }

    package init(pdf bytes: [UInt8]) {
      isPDF = bytes.starts(with: "%PDF-".utf8)
      hasText = isPDF ? PDFText.isIn(bytes) : nil
    }
  }

  package var resolved: ResolvedJournal
  /// By the slug of their article, in the order of its page.
  package var references: [String: [ArticleText.Reference]]
  /// By the path in the source folder.
  package var files: [String: File]
  /// What load, resolve and render reported.
  package var found: Report
  /// The journal's own file, for what concerns the journal.
  package var range: SourceRange

  package init(
    _ resolved: ResolvedJournal, references: [String: [ArticleText.Reference]] = [:],
    files: [String: File] = [:], found: Report = Report(),
    range: SourceRange = SourceRange(startOf: "journal.yml")
  ) {
    self.resolved = resolved
    self.references = references
    self.files = files
    self.found = found
    self.range = range
  }

  var journal: Journal { resolved.journal }

  /// The articles that are no notices.
  var works: [Article] { resolved.articles.filter { !$0.kind.isNotice } }
}

extension CheckedJournal {
  /// The table: one row for each reader of the journal, in an editor's order of interest.
  package func rows(only subjects: Set<CheckRow.Subject>? = nil) -> [CheckRow] {
    CheckRow.Subject.allCases.filter { subjects?.contains($0) ?? true }.map { subject in
      if let reason = absence(of: subject) {
        return CheckRow(subject: subject, absence: reason, report: Report())
      }
      var report = Report(found.diagnostics.filter { CheckRow.Subject(of: $0.code) == subject })
      check(subject, &report)
      return CheckRow(subject: subject, absence: nil, report: report)
    }
  }

  private func check(_ subject: CheckRow.Subject, _ report: inout Report) {
    switch subject {
    case .content, .links: break
    case .googleScholar: checkGoogleScholar(&report)
    case .zotero: checkZotero(&report)
    case .doaj: checkDOAJ(&report)
    case .crossref: checkCrossref(&report)
    case .jats: checkJATS(&report)
    case .oai: checkOAI(&report)
    case .references: checkReferences(&report)
    case .pages: checkPages(&report)
    case .preservation: checkPreservation(&report)
    }
  }

  /// Why a subject cannot be looked at; nil where it can.
  private func absence(of subject: CheckRow.Subject) -> String? {
    switch subject {
    case .doaj, .jats: journal.issn.preferred == nil ? "no ISSN" : nil
    case .crossref:
      journal.issn.preferred == nil
        ? "no ISSN"
        : journal.deposits == nil ? "no depositor" : journal.url == nil ? "no address" : nil
    case .preservation: journal.archives.isEmpty ? "no archive named" : nil
    case .googleScholar, .oai: journal.url == nil ? "no address" : nil
    default: nil
    }
  }
}
