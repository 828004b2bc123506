import Bibliography

/// References for readers to take home, the same for every format.
package struct DownloadList: Sendable {
  private var items: [WritableItem] = []
  /// The addresses of PDFs by the identifiers of the items: RIS has a place for them.
  private var pdfs: [String: String] = [:]

  mutating func add(_ item: Item, pdf: String?) {
    items.append(WritableItem(item))
    if let pdf { pdfs[item.id] = pdf }
  }

  package func bytes(as format: DownloadFormat) -> [UInt8] {
    switch format {
    case .bibTeX: WritableItem.writeBibTeX(items)
    case .ris: WritableItem.writeRIS(items, pdfs: pdfs)
    case .endNote: WritableItem.writeEndNote(items)
    // The schema of CSL-JSON has no place for a licence.
    case .cslJSON: WritableItem.writeCSLJSON(items, without: .license)
    }
  }

  /// What stands for them between others in a file of many.
  package func entry(as format: DownloadFormat) -> [UInt8] {
    let bytes = bytes(as: format)
    // Without the brackets of the list, on lines of their own.
    return format == .cslJSON ? Array(bytes.dropFirst(2).dropLast(3)) : bytes
  }
}

extension DownloadFormat {
  /// What stands before the first entry of a file of many, between two and after the last.
  package var frame: (start: String, separator: String, end: String) {
    switch self {
    case .bibTeX, .endNote: ("", "\n", "")
    case .ris: ("", "", "")
    case .cslJSON: ("[\n", ",\n", "\n]\n")
    }
  }
}
