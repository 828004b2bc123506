import Reporting

/// What every text file must be before it is read: UTF-8.
enum TextFile {
  /// Whether the bytes are UTF-8; the first that are not are reported.
  static func isValid(_ bytes: [UInt8], path: String, report: inout Report) -> Bool {
    guard let invalid = bytes.span.invalidUTF8 else { return true }
    report.add(
      .notUTF8(
        at: SourceRange(path: path, bytes: invalid),
        looksLikeUTF16: bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])))
    return false
  }

  /// The first byte after a byte order mark.
  static func contentStart(_ bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}

extension Diagnostic {
  fileprivate static func notUTF8(at range: SourceRange, looksLikeUTF16: Bool) -> Self {
    Self(
      .error, "file-not-utf8",
      looksLikeUTF16 ? "File is UTF-16, not UTF-8" : "Byte that is not UTF-8", at: range,
      hint: "Save the file with the encoding UTF-8")
  }
}
