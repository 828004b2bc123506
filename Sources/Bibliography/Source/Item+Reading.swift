public import Reporting

/// A format of bibliographies, told by the name of the file and its first bytes.
public enum BibliographyFormat: Sendable, Hashable, CaseIterable {
  case bibTeX
  case cslJSON
  case ris
  case endNoteXML

  /// Nil if neither the name nor the bytes are those of a format read here.
  public init?(path: String, bytes: [UInt8]) {
    switch Self.ending(of: path).lowercased() {
    case "bib", "bibtex", "biblatex": self = .bibTeX
    case "json", "csljson": self = .cslJSON
    case "ris": self = .ris
    case "xml": self = .endNoteXML
    default:
      guard let format = Self.format(of: bytes) else { return nil }
      self = format
    }
  }

  /// What stands behind the last point of a file's name; the whole name where there is none.
  private static func ending(of path: String) -> Substring {
    let bytes = path.utf8
    let mark = bytes.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
    return path[(mark.map(bytes.index(after:)) ?? bytes.startIndex)...]
  }

  private static func format(of bytes: [UInt8]) -> Self? {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let start = text.drop { $0 <= 0x20 }
    switch start.first {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return .cslJSON
    case UInt8(ascii: "<"): return .endNoteXML
    case UInt8(ascii: "@"), UInt8(ascii: "%"): return .bibTeX
    default: return start.starts(with: Array("TY  -".utf8)) ? .ris : nil
    }
  }
}

extension Item {
  /// The references of a file in any of the formats read here.
  ///
  /// YAML has its reader elsewhere, which feeds `read(fields:path:report:)`. `language` is the
  /// language of BibTeX entries that name none.
  public static func read(
    _ bytes: [UInt8], path: String, language: String = "en", report: inout Report
  ) -> [Item] {
    switch BibliographyFormat(path: path, bytes: bytes) {
    case .bibTeX: return readBibTeX(bytes, path: path, language: language, report: &report)
    case .cslJSON: return readCSLJSON(bytes, path: path, report: &report)
    case .ris: return readRIS(bytes, path: path, report: &report)
    case .endNoteXML: return readEndNoteXML(bytes, path: path, report: &report)
    case nil:
      report.add(.unknownFormat(path))
      return []
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownFormat(_ path: String) -> Self {
    Diagnostic(
      .error, "bibliography-unknown-format", "'\(path)' is no bibliography in a known format",
      at: SourceRange(startOf: path),
      hint: "Use BibTeX (.bib), RIS (.ris), CSL-JSON (.json) or EndNote XML (.xml)")
  }
}
