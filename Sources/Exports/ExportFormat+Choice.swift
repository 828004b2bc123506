package import JournalModel
package import Reporting

extension Journal {
  /// The formats to write: those asked for, or all that can be where nobody has asked.
  ///
  /// A format that is named and cannot be had is reported, with one message for each reason, at
  /// `range` what concerns several; what nobody named is told by `check`.
  package func exportFormats(
    asked: [Located<String>]?, at range: SourceRange, report: inout Report
  ) -> Set<ExportFormat> {
    var possible = Set(ExportFormat.allCases)
    if issn.preferred == nil { possible.subtract(ExportFormat.withISSN) }
    if url == nil { possible.subtract(ExportFormat.withAddress) }
    guard let asked else { return possible }
    var chosen: Set<ExportFormat> = []
    for name in asked {
      if let format = ExportFormat(rawValue: name.value) {
        chosen.insert(format)
      } else {
        report.add(.formatUnknown(name))
      }
    }
    let withISSN = chosen.subtracting(possible).intersection(ExportFormat.withISSN)
    if issn.preferred == nil, !withISSN.isEmpty { report.add(.issnMissing(withISSN, range)) }
    let withAddress = chosen.subtracting(possible).intersection(ExportFormat.withAddress)
    if url == nil, !withAddress.isEmpty { report.add(.urlMissing(withAddress, range)) }
    return chosen.intersection(possible)
  }
}

extension ExportFormat {
  /// Formats that identify the journal by its ISSN.
  fileprivate static let withISSN: Set<ExportFormat> = [.jats, .crossref, .doaj]

  /// Formats that say where things are.
  fileprivate static let withAddress: Set<ExportFormat> = [
    .crossref, .doaj, .linkset, .sitemap, .feeds, .oai, .opensearch,
  ]

  /// As readers know the format.
  fileprivate var title: String {
    switch self {
    case .html: "HTML"
    case .bib: "BibTeX"
    case .ris: "RIS"
    case .enw: "EndNote"
    case .cslJSON: "CSL-JSON"
    case .jats: "JATS"
    case .crossref: "Crossref deposits"
    case .doaj: "DOAJ records"
    case .linkset: "link sets"
    case .sitemap: "sitemap"
    case .feeds: "feeds"
    case .oai: "OAI file"
    case .lockss: "LOCKSS pages"
    case .opensearch: "search description"
    case .manifest: "manifest"
    }
  }
}

extension Diagnostic {
  fileprivate static func formatUnknown(_ name: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "format-unknown", "No format has the name '\(name.value)'", at: name.range,
      hint: "Choose from " + ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))
  }

  fileprivate static func issnMissing(
    _ formats: Set<ExportFormat>, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "issn-missing", "Without an ISSN there are no \(list(formats))", at: range,
      hint: "Add 'issn' once the journal has one, or do not ask for them")
  }

  fileprivate static func urlMissing(
    _ formats: Set<ExportFormat>, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "url-missing", "Without the journal's address there are no \(list(formats))",
      at: range, hint: "Add 'url', or do not ask for them")
  }

  private static func list(_ formats: Set<ExportFormat>) -> String {
    let names = ExportFormat.allCases.filter(formats.contains).map(\.title)
    guard names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }
}
