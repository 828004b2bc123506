/// CSL-JSON's rich text taken apart: text and the markup around it.
package enum Markup {
  package enum Tag: Hashable {
    case italic, bold, superscript, `subscript`, smallCaps, noCase
    /// A `span` that means nothing to us.
    case other
  }

  package enum Piece {
    case text(Substring)
    case open(Tag)
    case close(Tag)
  }

  /// The text alone.
  package static func plain(_ text: String) -> String {
    guard text.holds(UInt8(ascii: "<")) else { return text }
    var plain = ""
    for case .text(let part) in pieces(of: text) { plain += part }
    return plain
  }

  /// The pieces in order; a tag without its partner is text, as citation styles have it.
  package static func pieces(of text: String) -> [Piece] {
    let tags = pairedTags(of: text)
    var pieces: [Piece] = []
    var start = text.startIndex
    for tag in tags {
      if start < tag.range.lowerBound { pieces.append(.text(text[start..<tag.range.lowerBound])) }
      pieces.append(tag.piece)
      start = tag.range.upperBound
    }
    if start < text.endIndex { pieces.append(.text(text[start...])) }
    return pieces
  }

  /// The tags that have a partner; one that closes belongs to the innermost that it can close, and
  /// what is open inside is text.
  private static func pairedTags(of text: String) -> [(range: Range<String.Index>, piece: Piece)] {
    var tags: [(range: Range<String.Index>, piece: Piece)] = []
    var isPaired: [Bool] = []
    var open: [(tag: Tag, element: Substring, index: Int)] = []
    // How many of each are open, so that none is looked for in vain.
    var counts: [Substring: Int] = [:]
    let bytes = text.utf8
    var rest = bytes[...]
    while let bracket = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = bytes[bytes.index(after: bracket)...]
      guard let end = rest.prefix(60).firstIndex(of: UInt8(ascii: ">")) else { continue }
      let name = text[bytes.index(after: bracket)..<end]
      let after = bytes.index(after: end)
      if name.first == "/" {
        let element = name.dropFirst()
        guard counts[element, default: 0] > 0,
          let place = open.lastIndex(where: { $0.element == element })
        else { continue }
        isPaired[open[place].index] = true
        isPaired.append(true)
        tags.append((bracket..<after, .close(open[place].tag)))
        for left in open[place...] { counts[left.element, default: 0] -= 1 }
        open.removeSubrange(place...)
      } else if let tag = tag(named: name) {
        let element = name.prefix { $0 != " " }
        open.append((tag, element, tags.count))
        counts[element, default: 0] += 1
        isPaired.append(false)
        tags.append((bracket..<after, .open(tag)))
      } else {
        continue
      }
      rest = bytes[after...]
    }
    return zip(tags, isPaired).filter(\.1).map(\.0)
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
}

extension String {
  /// The text in CSL-JSON's rich text, where what looks like a tag is kept from being one: an
  /// element without words stands behind its bracket.
  package var markup: String {
    guard holds(UInt8(ascii: "<")) else { return self }
    let parts = split(separator: "<", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts[0])) { text, part in
      text += part.beginsTag ? "<<span class=\"nocase\"></span>" : "<"
      text += part
    }
  }
}

extension Substring {
  /// Whether the text is a tag, but for the bracket in front of it.
  fileprivate var beginsTag: Bool {
    let tag = first == "/" ? dropFirst() : self
    return ["i>", "b>", "sup>", "sub>", "sc>", "span>", "span "].contains(where: tag.hasPrefix)
  }
}
