import Reporting

/// Reads the YAML that most articles are written in: keys of ASCII with values on one line, lists,
/// fields of fields, folded texts.
///
/// It makes what Yams would, in a tenth of the time, and gives up at whatever it does not know for
/// certain: anchors, tags, escapes, values over several lines, keys that stand twice.
struct PlainYAML {
  private let path: String
  private let bytes: [UInt8]
  private let end: Int
  /// What stands in the line that is read next, without blanks around it; empty after the last.
  private var line: Range<Int>
  /// Its column, which a dash before a field moves.
  private var indent = 0
  /// Where the line after it begins.
  private var next: Int

  private static let depthLimit = 16
  private static let mostFields = 100

  /// Nil where Yams has to be asked.
  static func read(_ bytes: [UInt8], region: Range<Int>, path: String) -> YAMLNode? {
    // No value takes less than a byte.
    guard region.count < FrontMatterReader.mostNodes,
      isPlain(bytes.span.extracting(region))
    else { return nil }
    var reader = PlainYAML(path: path, bytes: bytes, region: region)
    guard reader.indent == 0, !reader.isAtEnd, let root = reader.mapping(depth: 0),
      reader.isAtEnd
    else { return nil }
    return root
  }

  private init(path: String, bytes: [UInt8], region: Range<Int>) {
    self.path = path
    self.bytes = bytes
    end = region.upperBound
    next = region.lowerBound
    line = next..<next
    goOn()
  }

  /// Whether all characters have a place in YAML, lines end with line feeds, and nothing is indented
  /// with tabs.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      switch text[index] {
      case 0x0A, 0x20...0x7E: continue
      case 0xC2: if index + 1 == text.count || text[index + 1] < 0xA0 { return false }
      case 0xE2, 0xEF:
        guard index + 2 < text.count else { return false }
        switch (text[index], text[index + 1], text[index + 2]) {
        // Separators of lines and paragraphs, the mark of byte order, and what is no character.
        case (0xE2, 0x80, 0xA8...0xA9), (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBE...0xBF): return false
        default: continue
        }
      case 0x80...: continue
      default: return false
      }
    }
    return true
  }

  // MARK: - Lines

  private var isAtEnd: Bool { line.isEmpty }

  /// Goes on to the next line that is neither empty nor a comment.
  private mutating func goOn() {
    repeat {
      guard next < end else {
        line = end..<end
        indent = -1
        return
      }
      let start = next
      var stop = start
      while stop < end, bytes[stop] != 0x0A { stop += 1 }
      next = stop + 1
      var content = start
      while content < stop, bytes[content] == 0x20 { content += 1 }
      while stop > content, bytes[stop - 1] == 0x20 { stop -= 1 }
      line = content..<stop
      indent = content - start
    } while line.isEmpty || bytes[line.lowerBound] == UInt8(ascii: "#")
  }

  private var first: UInt8 { bytes[line.lowerBound] }

  private var beginsItem: Bool {
    first == UInt8(ascii: "-") && line.count > 1 && bytes[line.lowerBound + 1] == 0x20
  }

  private func range(_ bytes: Range<Int>) -> SourceRange { SourceRange(path: path, bytes: bytes) }

  private func text(_ place: Range<Int>) -> String {
    String(decoding: bytes[place], as: UTF8.self)
  }

  // MARK: - Blocks

  /// The fields in the column of this line.
  private mutating func mapping(depth: Int) -> YAMLNode? {
    guard depth < Self.depthLimit else { return nil }
    let (start, column) = (line.lowerBound, indent)
    var entries: [YAMLEntry] = []
    while !isAtEnd, indent == column {
      guard let key = key(), entries.count < Self.mostFields else { return nil }
      let name = text(key)
      guard !entries.contains(where: { $0.key == name }),
        let value = value(after: key.upperBound + 1, depth: depth)
      else { return nil }
      entries.append(
        YAMLEntry(key: name, name: name.normalizedKey, keyRange: range(key), value: value))
    }
    guard indent < column, let last = entries.last else { return nil }
    return YAMLNode(
      content: .mapping(entries), range: range(start..<last.value.range.bytes.upperBound))
  }

  /// The key at the begin of this line, before a colon and a blank.
  private func key() -> Range<Int>? {
    guard Self.isLetter(first) else { return nil }
    var place = line.lowerBound + 1
    while place < line.upperBound, Self.isInKey(bytes[place]) { place += 1 }
    guard place < line.upperBound, bytes[place] == UInt8(ascii: ":"),
      place + 1 == line.upperBound || bytes[place + 1] == 0x20,
      place - line.lowerBound < 128
    else { return nil }
    return line.lowerBound..<place
  }

  /// What stands behind a key, on its line or below it.
  private mutating func value(after colon: Int, depth: Int) -> YAMLNode? {
    let column = indent
    var start = colon
    while start < line.upperBound, bytes[start] == 0x20 { start += 1 }
    if start < line.upperBound {
      if bytes[start] == UInt8(ascii: ">") || bytes[start] == UInt8(ascii: "|") {
        return block(at: start, below: column)
      }
      return value(in: start..<line.upperBound, below: column)
    }
    goOn()
    guard !isAtEnd else { return nil }
    if indent > column {
      return beginsItem ? sequence(depth: depth + 1) : mapping(depth: depth + 1)
    }
    return indent == column && beginsItem ? sequence(depth: depth + 1) : nil
  }

  /// The items in the column of this line.
  private mutating func sequence(depth: Int) -> YAMLNode? {
    guard depth < Self.depthLimit else { return nil }
    let (start, column) = (line.lowerBound, indent)
    var items: [YAMLNode] = []
    while !isAtEnd, indent == column, beginsItem {
      var content = line.lowerBound + 2
      while bytes[content] == 0x20 { content += 1 }
      indent += content - line.lowerBound
      line = content..<line.upperBound
      guard
        let item = key() == nil
          ? value(in: line, below: column) : mapping(depth: depth + 1)
      else { return nil }
      items.append(item)
    }
    guard let last = items.last else { return nil }
    return YAMLNode(
      content: .sequence(items), range: range(start..<last.range.bytes.upperBound))
  }

  // MARK: - Values

  /// A value that fills the rest of its line; nothing deeper than its column may follow.
  private mutating func value(in place: Range<Int>, below column: Int) -> YAMLNode? {
    let node =
      switch bytes[place.lowerBound] {
      case UInt8(ascii: "["): list(in: place)
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quoted(in: place)
      default: Self.isBare(bytes.span.extracting(place)) ? scalar(place, isPlain: true) : nil
      }
    goOn()
    return indent <= column ? node : nil
  }

  private func scalar(_ place: Range<Int>, isPlain: Bool) -> YAMLNode {
    YAMLNode(
      content: .scalar(YAMLScalar(text: text(place), isPlain: isPlain)), range: range(place))
  }

  /// A text in quotation marks that holds neither them nor a backslash.
  private func quoted(in place: Range<Int>) -> YAMLNode? {
    guard place.count > 1, bytes[place.upperBound - 1] == bytes[place.lowerBound] else {
      return nil
    }
    let inner = place.lowerBound + 1..<place.upperBound - 1
    guard
      inner.allSatisfy({
        bytes[$0] != bytes[place.lowerBound] && bytes[$0] != UInt8(ascii: "\\")
      })
    else { return nil }
    return YAMLNode(
      content: .scalar(YAMLScalar(text: text(inner), isPlain: false)), range: range(place))
  }

  /// `[a, b]`, where the items are bare.
  private func list(in place: Range<Int>) -> YAMLNode? {
    guard bytes[place.upperBound - 1] == UInt8(ascii: "]") else { return nil }
    var items: [YAMLNode] = []
    for item in bytes[place.lowerBound + 1..<place.upperBound - 1].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    {
      guard let start = item.firstIndex(where: { $0 != 0x20 }),
        let last = item.lastIndex(where: { $0 != 0x20 }),
        Self.isBare(bytes.span.extracting(start...last)),
        !item.contains(where: { "[]{}:#\"'&*!|>%@`?".utf8.contains($0) })
      else { return nil }
      items.append(scalar(start..<last + 1, isPlain: true))
    }
    guard let last = items.last else { return nil }
    return YAMLNode(
      content: .sequence(items), range: range(place.lowerBound..<last.range.bytes.upperBound))
  }

  /// The lines below `>` or `|` that stand in the column of the first of them; empty ones part
  /// paragraphs.
  private mutating func block(at mark: Int, below column: Int) -> YAMLNode? {
    guard mark + 1 == line.upperBound else { return nil }
    let isFolded = bytes[mark] == UInt8(ascii: ">")
    let place = mark..<next - 1
    var text: [UInt8] = []
    var content = next
    while content < end, bytes[content] == 0x20 { content += 1 }
    let inner = content - next
    guard inner > column, content < end, bytes[content] != 0x0A else { return nil }
    var emptyLines = 0
    while next < end {
      var stop = next
      while stop < end, bytes[stop] == 0x20 { stop += 1 }
      let blanks = stop - next
      while stop < end, bytes[stop] != 0x0A { stop += 1 }
      let length = stop - next
      if length > blanks, blanks < inner { break }
      guard stop < end, length == blanks ? length <= inner : blanks == inner else { return nil }
      if length == blanks {
        emptyLines += 1
      } else {
        if !text.isEmpty {
          if emptyLines == 0 || !isFolded { text.append(isFolded ? 0x20 : 0x0A) }
          for _ in 0..<emptyLines { text.append(0x0A) }
        }
        emptyLines = 0
        text += bytes[next + inner..<stop]
      }
      next = stop + 1
    }
    text.append(0x0A)
    goOn()
    guard indent <= column else { return nil }
    return YAMLNode(
      content: .scalar(
        YAMLScalar(text: String(decoding: text, as: UTF8.self), isPlain: false)),
      range: range(place))
  }

  // MARK: - Characters

  /// Whether a text begins as no syntax does and holds neither the end of a key nor a comment.
  private static func isBare(_ text: Span<UInt8>) -> Bool {
    let first = text[0]
    guard
      isInKey(first) && first != UInt8(ascii: "-") || first >= 0x80
        || "(./+$".utf8.contains(first)
    else { return false }
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: ":"):
        if index + 1 == text.count || text[index + 1] == 0x20 { return false }
      case UInt8(ascii: "#"): if text[index - 1] == 0x20 { return false }
      default: continue
      }
    }
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isInKey(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
