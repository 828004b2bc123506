public import Reporting

extension Item {
  /// The references of a RIS file.
  ///
  /// Text outside records and records that do not end are reported; a line without a tag goes on
  /// with the value before it.
  public static func readRIS(_ bytes: [UInt8], path: String, report: inout Report) -> [Item] {
    guard let source = SourceBytes(bytes, path: path, report: &report) else { return [] }
    var scanner = RISScanner(source)
    let items = scanner.scan(report: &report).map { record in
      var reader = RISRecordReader(source)
      return reader.read(record, report: &report)
    }
    return keepingFirst(of: addingMissingKeys(to: items, report: &report), report: &report)
  }
}
