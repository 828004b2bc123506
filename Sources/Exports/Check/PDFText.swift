import Reporting

/// Looks into a PDF for text: for an operator that shows some (ISO 32000, 9.4.3).
enum PDFText {
  /// Whether a page shows text; nil where that cannot be told, as in an encrypted file.
  static func isIn(_ pdf: [UInt8]) -> Bool? {
    if pdf[...].firstPlace(of: Array("/Encrypt".utf8)) != nil { return nil }
    var isUnread = false
    var rest = pdf[...]
    while let word = rest.firstPlace(of: stream) {
      let head = rest[..<word.lowerBound]
      let end = rest[word.upperBound...].firstPlace(of: endStream)?.lowerBound ?? rest.endIndex
      let content = rest[word.upperBound..<end].drop { $0 == 0x0D || $0 == 0x0A }
      rest = rest[end...].dropFirst(endStream.count)
      let dictionary = Dictionary(before: head)
      if dictionary.isOther { continue }
      switch dictionary.filter {
      case .none: if showsText(content) { return true }
      case .flate:
        if showsText(Inflate.bytes(of: content, limit: 1 << 20)[...]) { return true }
      case .unknown: isUnread = true
      }
    }
    return isUnread ? nil : false
  }

  private static let stream = Array("stream".utf8)
  private static let endStream = Array("endstream".utf8)

  /// What the dictionary of a stream says of it.
  private struct Dictionary {
    enum Filter { case none, flate, unknown }

    var filter: Filter
    /// Whether it is an image, a font, a table of the file: no content of a page.
    var isOther: Bool

    init(before stream: ArraySlice<UInt8>) {
      let tail = stream.suffix(2_000)
      // The dictionary stands behind the word "obj".
      var start = tail.startIndex
      var search = tail
      while let found = search.firstRange(of: Array("obj".utf8)) {
        start = found.upperBound
        search = search[start...]
      }
      let text = tail[start...]
      func holds(_ name: String) -> Bool { text.firstRange(of: Array(name.utf8)) != nil }
      let others = [
        "/Image", "/XRef", "/Metadata", "/ObjStm", "/Length1", "/Type1C", "/CIDFontType0C",
        "/OpenType", "/EmbeddedFile", "/FunctionType", "/ICCBased", "/N 3", "/PatternType",
      ]
      isOther = others.contains(where: holds)
      let unknown = [
        "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode", "/RunLengthDecode", "/Crypt",
      ]
      filter =
        unknown.contains(where: holds) ? .unknown : holds("/FlateDecode") ? .flate : .none
    }
  }

  /// Whether there is `Tj` or `TJ` behind a string or an array, inside `BT … ET`.
  private static func showsText(_ content: ArraySlice<UInt8>) -> Bool {
    guard content.firstRange(of: Array("BT".utf8)) != nil else { return false }
    var operand: UInt8 = 0
    var index = content.startIndex
    while index < content.endIndex {
      let byte = content[index]
      if byte == UInt8(ascii: "T"), index + 1 < content.endIndex,
        content[index + 1] | 0x20 == UInt8(ascii: "j"), ")>]".utf8.contains(operand)
      {
        return true
      }
      if byte > 0x20 { operand = byte }
      index += 1
    }
    return false
  }
}
