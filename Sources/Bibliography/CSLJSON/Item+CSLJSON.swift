public import Reporting

extension Item {
  /// The references of a CSL-JSON file.
  ///
  /// Numbers may be written as texts and texts as numbers; a broken reference is reported and does
  /// not cost the others.
  public static func readCSLJSON(
    _ bytes: [UInt8], path: String, report: inout Report
  ) -> [Item] {
    guard let source = SourceBytes(bytes, path: path, report: &report) else { return [] }
    if let items = JSONReader.readItems(source, report: &report) {
      return keyed(items, report: &report)
    }
    guard let tree = JSONReader.read(source, report: &report) else { return [] }
    return read(fields: tree, path: path, report: &report)
  }

  /// The references as a CSL-JSON array, one field a line.
  public static func writeCSLJSON(_ items: [Item]) -> [UInt8] {
    WritableItem.writeCSLJSON(items.map(WritableItem.init))
  }
}
