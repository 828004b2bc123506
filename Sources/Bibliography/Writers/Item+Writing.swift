extension Item {
  /// The references as a BibTeX file in UTF-8 with TeX's special characters escaped.
  ///
  /// An item's id is its key, spelled in ASCII where BibTeX needs it; `CitationKeys` makes ids that
  /// serve as they are.
  public static func writeBibTeX(_ items: [Item]) -> [UInt8] {
    WritableItem.writeBibTeX(items.map(WritableItem.init))
  }

  /// The references in RIS, with CRLF at the line ends.
  ///
  /// `pdfs` gives the address of the PDF for items that have one, by id (`L1`).
  public static func writeRIS(_ items: [Item], pdfs: [String: String] = [:]) -> [UInt8] {
    WritableItem.writeRIS(items.map(WritableItem.init), pdfs: pdfs)
  }

  /// The references in EndNote's import format (`.enw`).
  public static func writeEndNote(_ items: [Item]) -> [UInt8] {
    WritableItem.writeEndNote(items.map(WritableItem.init))
  }

  /// The keywords one by one; `keyword` holds them in one text.
  var keywords: [String] {
    guard let text = self[.keyword] else { return [] }
    let bytes = Array(text.utf8)
    let isListed = bytes.contains(UInt8(ascii: ";"))
    if !isListed, bytes.contains(where: { $0 >= 0x80 }) {
      return text.unicodeScalars.split { $0 == "," || $0 == "،" || $0 == "؛" || $0 == "、" }
        .map { Markup.plain(String($0)).trimmed }.filter { !$0.isEmpty }
    }
    let mark = UInt8(ascii: isListed ? ";" : ",")
    var keywords: [String] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: mark) ?? bytes.count
      let part = bytes[start..<end].drop { $0 == 0x20 }
      let keyword = Markup.plain(String(decoding: part, as: UTF8.self)).trimmed
      if !keyword.isEmpty { keywords.append(keyword) }
      start = end + 1
    }
    return keywords
  }

  /// The first and last page of `page`, if it holds one range.
  var pages: (first: String, last: String?)? {
    guard let page = self[.page].map(Markup.plain)?.trimmed, !page.isEmpty else { return nil }
    let parts = page.unicodeScalars.split { $0 == "-" || $0 == "–" || $0 == "—" }
    guard parts.count == 2, !page.holds(UInt8(ascii: ",")), !page.holds(UInt8(ascii: "&"))
    else { return (page, nil) }
    return (String(parts[0]).trimmed, String(parts[1]).trimmed)
  }
}

extension String {
  /// Without space at the ends.
  var trimmed: String {
    let bytes = utf8.span
    var (start, end) = (0, bytes.count)
    while start < end, LaTeXReader.isSpace(bytes[start]) { start += 1 }
    while end > start, LaTeXReader.isSpace(bytes[end - 1]) { end -= 1 }
    guard start < end, bytes[start].isPrinted, bytes[end - 1].isPrinted else {
      return trimmedOfAnySpace
    }
    if start == 0, end == bytes.count { return self }
    let first = utf8.index(startIndex, offsetBy: start)
    return String(self[first..<utf8.index(first, offsetBy: end - start)])
  }

  /// Also of space beyond ASCII.
  private var trimmedOfAnySpace: String {
    let start = drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}

extension UInt8 {
  /// Whether it is a character by itself, and no space.
  fileprivate var isPrinted: Bool { (0x21...0x7E).contains(self) }
}
