import Bibliography

/// References for readers to take home, the same for every format.
package struct DownloadList: Sendable {
  var items: [Item] = []
  /// The addresses of PDFs by the identifiers of the items: RIS has a place for them.
  var pdfs: [String: String] = [:]

  package func bytes(as format: DownloadFormat) -> [UInt8] {
    switch format {
    case .bibTeX: Item.writeBibTeX(items)
    case .ris: Item.writeRIS(items, pdfs: pdfs)
    case .endNote: Item.writeEndNote(items)
    case .cslJSON: Item.writeCSLJSON(items.map(\.withoutLicence))
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

extension Item {
  /// The schema of CSL-JSON has no place for a licence.
  fileprivate var withoutLicence: Item {
    var item = self
    item[.license] = nil
    return item
  }
}
