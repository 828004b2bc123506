package import Reporting

/// A line of the table of `check`: a reader of the journal, and whether it will be content.
package struct CheckRow: Sendable {
  /// Who reads the journal, or what readers rely on.
  package enum Subject: String, Sendable, Hashable, CaseIterable {
    case content
    case googleScholar = "google-scholar"
    case zotero, doaj, crossref, jats, oai, links, references, pages, preservation

    /// As an editor knows it.
    package var title: String {
      switch self {
      case .content: "content"
      case .googleScholar: "Google Scholar"
      case .zotero: "Zotero"
      case .doaj: "DOAJ"
      case .crossref: "Crossref"
      case .jats: "JATS"
      case .oai: "OAI file"
      case .links: "links"
      case .references: "references"
      case .pages: "pages and DOIs"
      case .preservation: "preservation"
      }
    }
  }

  package enum Status: Sendable, Hashable {
    case passed
    case warned(Int)
    case failed(Int)
    case absent(String)
  }

  package var subject: Subject
  package var absence: String?
  package var report: Report

  package init(subject: Subject, absence: String?, report: Report) {
    self.subject = subject
    self.absence = absence
    self.report = report
  }

  package var status: Status {
    if let absence { return .absent(absence) }
    let errors = report.diagnostics.count { $0.severity == .error }
    if errors > 0 { return .failed(errors) }
    return report.isEmpty ? .passed : .warned(report.diagnostics.count)
  }
}

extension CheckRow.Status {
  /// In one cell: `✓`, `⚠ 3`, `✗ 2` or `– no ISSN`.
  package var mark: String {
    switch self {
    case .passed: "✓"
    case .warned(let count): "⚠ \(count)"
    case .failed(let count): "✗ \(count)"
    case .absent(let reason): "– \(reason)"
    }
  }
}

extension CheckRow.Subject {
  /// Where a finding of the build belongs.
  init(of code: DiagnosticCode) {
    let code = code.rawValue
    let subjects: [(CheckRow.Subject, [String])] = [
      (.links, ["link-", "anchor-", "cross-reference-", "address-", "redirect-", "url-"]),
      (.references, ["reference-", "citation-", "bibtex-", "bibliography-", "json-", "tex-"]),
      (.crossref, ["crossref-"]),
      (.pages, ["page-range-", "pages-", "doi-", "issn-", "orcid-", "ror-"]),
    ]
    self =
      subjects.first { $0.1.contains { code.hasPrefix($0) } }?.0 ?? .content
  }
}
