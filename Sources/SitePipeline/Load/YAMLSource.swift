import Reporting

/// The bytes of a YAML document and where things stand in them.
///
/// Yams gives the beginning of a node by line and column; where it ends, and what YAML left out of
/// it, is found here by comparing the value with its source.
struct YAMLSource: Sendable {
  let path: String
  /// The file.
  let bytes: [UInt8]
  /// The document in it.
  let region: Range<Int>
  let lines: LineTable

  init(path: String, bytes: [UInt8], region: Range<Int>) {
    self.path = path
    self.bytes = bytes
    self.region = region
    lines = LineTable(bytes, region: region)
  }

  func range(_ start: Int, _ end: Int) -> SourceRange {
    let start = min(start, bytes.count)
    return SourceRange(path: path, bytes: start..<max(start, min(end, bytes.count)))
  }

  /// The byte at a place, and a line end behind the last.
  subscript(_ offset: Int) -> UInt8 {
    bytes.indices.contains(offset) ? bytes[offset] : UInt8(ascii: "\n")
  }

  /// The characters from a place to the next blank.
  func word(at start: Int) -> String {
    String(
      decoding: bytes[min(start, bytes.count)...].prefix { !Self.isBlank($0) }, as: UTF8.self)
  }

  /// The place of the characters from there to the next blank.
  func wordRange(at start: Int) -> SourceRange {
    range(start, start + word(at: start).utf8.count)
  }

  /// Walks over value and source together: a fold of lines is one space in the value.
  func endOfPlain(_ value: String, from start: Int) -> Int {
    var offset = start
    for byte in value.utf8 where !Self.isBlank(byte) {
      while offset < bytes.count, Self.isBlank(bytes[offset]) { offset += 1 }
      guard offset < bytes.count, bytes[offset] == byte else {
        return max(start, min(offset, lines.end(of: start)))
      }
      offset += 1
    }
    return offset
  }

  func endOfQuoted(from start: Int, quote: UInt8) -> Int {
    var offset = start
    // An anchor or a tag may stand before the quote.
    while offset < bytes.count, bytes[offset] != quote { offset += 1 }
    offset += 1
    while offset < bytes.count {
      if quote == UInt8(ascii: "\""), bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
      } else if bytes[offset] == quote {
        guard quote == UInt8(ascii: "'"), offset + 1 < bytes.count, bytes[offset + 1] == quote
        else {
          return offset + 1
        }
        offset += 2
      } else {
        offset += 1
      }
    }
    return bytes.count
  }

  func comment(after end: Int) -> YAMLComment? {
    var offset = end
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    guard offset > end, offset < bytes.count, bytes[offset] == UInt8(ascii: "#") else {
      return nil
    }
    let mark = offset
    offset += 1
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == UInt8(ascii: "(") {
      offset += 1
    }
    let isWord = offset < bytes.count && (bytes[offset] | 0x20 >= 0x61 || bytes[offset] >= 0x80)
    return YAMLComment(
      range: range(mark, lines.end(of: mark)), isRemark: offset > mark + 1 && isWord)
  }

  /// Where a key stands in a block mapping, in the column of one of its places; line and column from
  /// 1.
  func places(ofKey key: String, inColumnOf start: Int) -> [(line: Int, column: Int, offset: Int)] {
    let column = lines.column(of: start)
    return lines.starts.enumerated().compactMap { line, lineStart in
      let place = lineStart + column
      let end = place + key.utf8.count
      guard end < bytes.count, bytes[place..<end].elementsEqual(key.utf8),
        bytes[end...].first(where: { $0 != 0x20 }) == UInt8(ascii: ":"),
        bytes[lineStart..<place].allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") })
      else { return nil }
      return (line + 1, column + 1, place)
    }
  }

  /// The first character that YAML has no place for (YAML 1.1 §5.1), or the start.
  var firstControlCharacter: Int {
    region.first {
      bytes[$0] < 0x20 && ![0x09, 0x0A, 0x0D].contains(bytes[$0]) || bytes[$0] == 0x7F
    }
      ?? region.lowerBound
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

extension YAMLSource {
  /// Whether the aliases cannot blow up: Yams compares and hashes nodes with all that they hold.
  func canExpandAliases(_ report: inout Report) -> Bool {
    var anchorCount = 0
    var aliasCount = 0
    var previous = UInt8(ascii: "\n")
    for index in region {
      let byte = bytes[index]
      defer { previous = byte }
      guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"),
        Self.isBlank(previous) || "[{,:".utf8.contains(previous),
        index + 1 < region.upperBound, !Self.isBlank(bytes[index + 1])
      else { continue }
      if byte == UInt8(ascii: "&") { anchorCount += 1 } else { aliasCount += 1 }
    }
    guard anchorCount > 1, aliasCount > 1 else { return true }
    // At worst the aliases are spread evenly over as many levels as there are anchors.
    var size = 1.0
    for _ in 0..<anchorCount where size <= Double(FrontMatterReader.mostNodes) {
      size *= Double(aliasCount) / Double(anchorCount) + 1
    }
    guard size > Double(FrontMatterReader.mostNodes) else { return true }
    report.add(.tooManyNodes(at: range(region.lowerBound, region.lowerBound)))
    return false
  }
}

extension Diagnostic {
  static func tooManyNodes(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-too-many-values", "Aliases make more values than can be read", at: range,
      hint: "Write the values out instead of repeating them with '*'")
  }
}
