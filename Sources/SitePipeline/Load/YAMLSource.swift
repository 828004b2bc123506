import Reporting

/// The bytes of a YAML document and where things stand in them.
///
/// What YAML leaves out of a value is found here.
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

  /// The characters from a place to the next blank, bracket or comma.
  func word(at start: Int) -> String {
    String(
      decoding: bytes[min(start, bytes.count)...].prefix {
        !Self.isBlank($0) && !",[]{}".utf8.contains($0)
      }, as: UTF8.self)
  }

  /// The place of these characters.
  func wordRange(at start: Int) -> SourceRange {
    range(start, start + word(at: start).utf8.count)
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
