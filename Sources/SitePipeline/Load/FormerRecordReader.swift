import JournalModel
import Reporting

extension FieldReader {
  /// Reads `legacy: {ojs-id: 17, url-path: …, versions: […], galleys: [{id, file-id, file}]}`, as
  /// an import writes it.
  mutating func formerRecord(unknown: Severity, _ report: inout Report) -> FormerRecord? {
    guard var legacy = fields("legacy", report: &report) else { return nil }
    let id = legacy.text("ojs-id", report: &report)
    let urlPath = legacy.text("url-path", report: &report)?.value
    let versions = legacy.texts("versions", report: &report).map(\.value)
    let galleys = legacy.list("galleys", report: &report).compactMap { node in
      galley(node, unknown: unknown, &report)
    }
    legacy.finish(unknown: unknown, in: "'legacy'", report: &report)
    guard let id else {
      report.add(.formerIdentifierMissing(at: legacy.range))
      return nil
    }
    return FormerRecord(id: id.value, urlPath: urlPath, versions: versions, galleys: galleys)
  }

  private func galley(
    _ node: YAMLNode, unknown: Severity, _ report: inout Report
  ) -> FormerRecord.Galley? {
    guard
      var fields = FieldReader(node, named: "galleys", language: language, report: &report)
    else { return nil }
    let id = fields.text("id", report: &report)?.value
    let urlPath = fields.text("url-path", report: &report)?.value
    let fileID = fields.text("file-id", report: &report)?.value
    let file = fields.text("file", report: &report)?.value
    fields.finish(unknown: unknown, in: "'galleys'", report: &report)
    guard let id else {
      report.add(.formerIdentifierMissing(at: fields.range))
      return nil
    }
    return FormerRecord.Galley(id: id, urlPath: urlPath, fileID: fileID, fileName: file)
  }
}

extension Diagnostic {
  fileprivate static func formerIdentifierMissing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "former-identifier-missing", "Old addresses cannot be made without the number",
      at: range, hint: "Add the number that stood in the old address, as 'ojs-id' or 'id'")
  }
}
