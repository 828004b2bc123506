public import Reporting

extension Item {
  /// The references of EndNote's XML export.
  public static func readEndNoteXML(
    _ bytes: [UInt8], path: String, report: inout Report
  ) -> [Item] {
    guard let source = SourceBytes(bytes, path: path, report: &report) else { return [] }
    var xml = XMLReader(source)
    guard let root = xml.read(report: &report) else { return [] }
    let list = root.name == "records" ? root : root["records"] ?? root
    let records = list.elements.filter { $0.name == "record" }
    if records.isEmpty { report.add(.noRecord(at: source.range(root.place))) }
    let items = records.map { record in
      var reader = EndNoteRecordReader(source)
      return reader.read(record, report: &report)
    }
    return keepingFirst(of: addingMissingKeys(to: items, report: &report), report: &report)
  }
}

extension Diagnostic {
  fileprivate static func noRecord(at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "endnote-no-record", "The file holds no 'record' of EndNote", at: range,
      hint: "Export the references from EndNote as XML")
  }
}
