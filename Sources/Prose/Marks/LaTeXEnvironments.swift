/// Where the environments of a text begin and end, found in one walk.
struct LaTeXEnvironments {
  /// The offset of `\end` by that of `\begin`.
  private var ends: [Int: Int] = [:]

  init(in source: [UInt8], from start: Int) {
    var open: [String: [Int]] = [:]
    var endless: Set<String> = []
    var place = start
    while place < source.count {
      guard source[place] == UInt8(ascii: "\\") else {
        place += 1
        continue
      }
      if let begin = Self.name(after: Self.begin, at: place, in: source) {
        if !LaTeXEnvironment.isVerbatim(begin.name) {
          open[begin.name, default: []].append(place)
          place = begin.end
        } else if !endless.contains(begin.name),
          let end = Self.end(ofCode: begin.name, from: begin.end, in: source)
        {
          ends[place] = end
          place = end
        } else {
          endless.insert(begin.name)
          place = begin.end
        }
      } else if let end = Self.name(after: Self.end, at: place, in: source) {
        if let begin = open[end.name]?.popLast() { ends[begin] = place }
        place = end.end
      } else {
        place += 2
      }
    }
  }

  /// The offset of the `\end` for the `\begin` at `offset`.
  func end(of offset: Int) -> Int? { ends[offset] }

  /// The environment that begins at `offset`, if it ends before `limit`.
  func environment(at offset: Int, until limit: Int, in source: [UInt8]) -> LaTeXEnvironment? {
    guard let end = ends[offset],
      let name = Self.name(after: Self.begin, at: offset, in: source),
      let closing = Self.name(after: Self.end, at: end, in: source), closing.end <= limit
    else { return nil }
    return LaTeXEnvironment(
      name: name.name.hasSuffix("*") ? String(name.name.dropLast()) : name.name,
      content: name.end..<end, range: offset..<closing.end)
  }

  private static let begin = Array("\\begin{".utf8)
  private static let end = Array("\\end{".utf8)

  /// The name in the braces of a command, and the offset after them.
  private static func name(
    after command: [UInt8], at offset: Int, in source: [UInt8]
  ) -> (name: String, end: Int)? {
    let start = offset + command.count
    guard start < source.count, source[offset..<start].elementsEqual(command) else { return nil }
    var end = start
    while end < min(source.count, start + 40), !isBlank(source[end]),
      !"{}\\".utf8.contains(source[end])
    { end += 1 }
    guard end > start, end < source.count, source[end] == UInt8(ascii: "}") else { return nil }
    return (String(decoding: source[start..<end], as: UTF8.self), end + 1)
  }

  /// The end of an environment in which nothing else counts.
  private static func end(ofCode name: String, from start: Int, in source: [UInt8]) -> Int? {
    let closing = Array("\\end{\(name)}".utf8)
    var place = start
    while place + closing.count <= source.count {
      if source[place] == closing[0],
        source[place..<place + closing.count].elementsEqual(closing)
      {
        return place
      }
      place += 1
    }
    return nil
  }
}
