extension LaTeXReader {
  /// Reads a tag of HTML, which exports of publishers and reference managers hold in titles, also
  /// with its brackets as LaTeX writes them: `$\less$i$\greater$`, `\&lt;i\&gt;`; false for what is
  /// none.
  mutating func readTag() -> Bool {
    guard let inside = end(ofOneOf: Self.opening, at: position) else { return false }
    var nameStart = inside
    let isEnd = nameStart < input.endIndex && input[nameStart] == UInt8(ascii: "/")
    if isEnd { nameStart += 1 }
    let name = input[nameStart...].prefix(30).prefix {
      Self.isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
    }
    guard !name.isEmpty, let after = endOfTag(named: name),
      let text = Self.markup(of: String(decoding: name, as: UTF8.self), isEnd: isEnd)
    else { return false }
    let isOurs = input[position..<after].elementsEqual(text.utf8)
    if !isOurs, !isEnd { tags.append(position..<after) }
    if text != " " || output.bytes.last != 0x20 { output.append(text) }
    position = after
    return true
  }

  /// Behind the bracket that closes a tag whose name has been read.
  private func endOfTag(named name: ArraySlice<UInt8>) -> Int? {
    let nameEnd = name.endIndex
    if let after = end(ofOneOf: Self.closing, at: nameEnd) { return after }
    guard nameEnd < input.endIndex else { return nil }
    if input[nameEnd] == UInt8(ascii: "/") { return end(ofOneOf: Self.closing, at: nameEnd + 1) }
    // Elements of JATS and MathML come with attributes.
    guard Self.isSpace(input[nameEnd]), name.contains(where: { !Self.isLetter($0) }) else {
      return nil
    }
    let rest = input[nameEnd...].prefix(200)
    guard let close = rest.firstIndex(of: UInt8(ascii: ">")),
      !rest[..<close].contains(UInt8(ascii: "<"))
    else { return nil }
    return close + 1
  }

  /// Whether a byte that is special may begin a spelling of the opening bracket.
  func mayOpenTag(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "{"),
      UInt8(ascii: "$"):
      true
    default: false
    }
  }

  private func end(ofOneOf spellings: [[UInt8]], at index: Int) -> Int? {
    for spelling in spellings where holds(spelling, at: index) { return index + spelling.count }
    return nil
  }

  private func holds(_ spelling: [UInt8], at start: Int) -> Bool {
    guard spelling.count <= input.endIndex - start else { return false }
    for index in spelling.indices where input[start + index] != spelling[index] { return false }
    return true
  }

  private static let opening = spellings(of: "<", "lt", "less")
  private static let closing = spellings(of: ">", "gt", "greater")

  private static func spellings(of bracket: String, _ entity: String, _ command: String)
    -> [[UInt8]]
  {
    [
      bracket, "&\(entity);", "\\&\(entity);", "{\\&}\(entity);", "$\(bracket)$", "{$\(bracket)$}",
      "$\\\(command)$", "{\\text\(command)}", "\\text\(command){}", "\\text\(command) ",
    ].map { Array($0.utf8) }
  }

  /// What CSL-JSON writes for a tag; the empty text where it has nothing of the kind, nil for what
  /// is no element of a title.
  private static func markup(of element: String, isEnd: Bool) -> String? {
    let name = element.split(separator: ":").last?.lowercased()
    let tag: String
    switch name {
    case "i", "em", "italic": tag = "i"
    case "b", "strong", "bold": tag = "b"
    case "sub", "inf": tag = "sub"
    case "sup": tag = "sup"
    case "sc", "scp": tag = "sc"
    case "br", "p": return isEnd ? "" : " "
    case "tt", "code", "u", "title", "inline-formula", "tex-math", "alternatives", "math", "mi",
      "mo", "mn", "mtext", "mrow", "mstyle", "msub", "msup":
      return ""
    default: return nil
    }
    return isEnd ? "</\(tag)>" : "<\(tag)>"
  }
}
