/// CSL-JSON's rich text taken apart: text and the markup around it.
enum RichText {
  enum Tag: Hashable {
    case italic, bold, superscript, `subscript`, smallCaps, noCase
    /// A `span` that means nothing to us.
    case other
  }

  enum Piece {
    case text(Substring)
    case open(Tag)
    case close(Tag)
  }

  /// The text alone.
  static func plain(_ text: String) -> String {
    guard text.holds(UInt8(ascii: "<")) else { return text }
    var plain = ""
    for case .text(let part) in pieces(of: text) { plain += part }
    return plain
  }

  /// The pieces in order; every tag opened is closed, and no other.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var open: [Tag] = []
    let bytes = text.utf8
    var start = text.startIndex
    var rest = bytes[...]
    while let bracket = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = bytes[bytes.index(after: bracket)...]
      guard let end = rest.prefix(60).firstIndex(of: UInt8(ascii: ">")) else { continue }
      let name = text[bytes.index(after: bracket)..<end]
      let piece: Piece
      if name.first == "/" {
        guard let tag = open.last, closingName(of: tag) == name else { continue }
        open.removeLast()
        piece = .close(tag)
      } else if let tag = tag(named: name) {
        open.append(tag)
        piece = .open(tag)
      } else {
        continue
      }
      if start < bracket { pieces.append(.text(text[start..<bracket])) }
      pieces.append(piece)
      start = bytes.index(after: end)
      rest = bytes[start...]
    }
    if start < text.endIndex { pieces.append(.text(text[start...])) }
    return pieces + open.reversed().map { .close($0) }
  }

  private static func tag(named name: Substring) -> Tag? {
    switch name {
    case "i": .italic
    case "b": .bold
    case "sup": .superscript
    case "sub": .subscript
    case "sc", "span style=\"font-variant:small-caps;\"",
      "span style=\"font-variant: small-caps;\"":
      .smallCaps
    case "span class=\"nocase\"": .noCase
    default: name.hasPrefix("span ") ? .other : nil
    }
  }

  private static func closingName(of tag: Tag) -> Substring {
    switch tag {
    case .italic: "/i"
    case .bold: "/b"
    case .superscript: "/sup"
    case .subscript: "/sub"
    case .smallCaps: "/sc"
    case .noCase, .other: "/span"
    }
  }
}
