extension Item {
  /// The references as a BibTeX file in UTF-8 with TeX's special characters escaped.
  ///
  /// An item's id is its key, spelled in ASCII where BibTeX needs it; `CitationKeys` makes ids that
  /// serve as they are.
  public static func writeBibTeX(_ items: [Item]) -> [UInt8] {
    var writer = BibTeXWriter()
    for item in items { writer.write(item) }
    return writer.bytes
  }

  /// The references in RIS, with CRLF at the line ends.
  ///
  /// `pdfs` gives the address of the PDF for items that have one, by id (`L1`).
  public static func writeRIS(_ items: [Item], pdfs: [String: String] = [:]) -> [UInt8] {
    var writer = RISWriter()
    for item in items { writer.write(item, pdf: pdfs[item.id]) }
    return writer.bytes
  }

  /// The references in EndNote's import format (`.enw`).
  public static func writeEndNote(_ items: [Item]) -> [UInt8] {
    var writer = EndNoteWriter()
    for item in items { writer.write(item) }
    return writer.bytes
  }

  /// The keywords one by one; `keyword` holds them in one text.
  var keywords: [String] {
    guard let text = self[.keyword] else { return [] }
    let parts: [Substring] =
      if text.utf8.contains(UInt8(ascii: ";")) {
        text.utf8.split(separator: UInt8(ascii: ";")).map(Substring.init)
      } else if text.utf8.allSatisfy({ $0 < 0x80 }) {
        text.utf8.split(separator: UInt8(ascii: ",")).map(Substring.init)
      } else {
        text.unicodeScalars.split { $0 == "," || $0 == "،" || $0 == "؛" || $0 == "、" }
          .map(Substring.init)
      }
    return parts.map { RichText.plain(String($0)).trimmed }.filter { !$0.isEmpty }
  }

  /// The first and last page of `page`, if it holds one range.
  var pages: (first: String, last: String?)? {
    guard let page = self[.page].map(RichText.plain)?.trimmed, !page.isEmpty else { return nil }
    let parts = page.unicodeScalars.split { $0 == "-" || $0 == "–" || $0 == "—" }
    guard parts.count == 2, !page.utf8.contains(UInt8(ascii: ",")),
      !page.utf8.contains(UInt8(ascii: "&"))
    else { return (page, nil) }
    return (String(parts[0]).trimmed, String(parts[1]).trimmed)
  }
}

extension String {
  /// Without space at the ends.
  var trimmed: String {
    if let first = utf8.first, let last = utf8.last, first.isPrinted, last.isPrinted { return self }
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    let start = drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}

extension UInt8 {
  /// Whether it is a character by itself, and no space.
  fileprivate var isPrinted: Bool { (0x21...0x7E).contains(self) }
}
