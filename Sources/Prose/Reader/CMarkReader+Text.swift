import CMarkGFM

// The places of nodes in the source, and the texts of cmark.

extension CMarkReader {
  mutating func isShallow(_ depth: Int, _ node: OpaquePointer) -> Bool {
    if depth <= Self.depthLimit { return true }
    state.reportDepth(at: unsafe range(of: node))
    return false
  }

  mutating func range(of node: OpaquePointer) -> Range<Int> {
    let start = unsafe sourceOffset(
      line: cmark_node_get_start_line(node), column: cmark_node_get_start_column(node) - 1)
    let end = unsafe sourceOffset(
      line: cmark_node_get_end_line(node), column: cmark_node_get_end_column(node))
    return start..<max(start, end)
  }

  private mutating func sourceOffset(line: Int32, column: Int32) -> Int {
    let number = Int(line) - 1
    guard number >= 0, number <= lineEnds.count else { return textStart }
    let start = number == 0 ? 0 : lineEnds[number - 1] + 1
    let offset = start + Int(max(column, 0))
    return state.text.sourceOffset(of: min(offset, state.text.bytes.count), near: &lastStretch)
  }

  static func lineEnds(of bytes: [UInt8]) -> [Int] {
    var ends = bytes.places(of: UInt8(ascii: "\n"))
    // A carriage return ends a line unless a newline follows.
    let returns = bytes.places(of: UInt8(ascii: "\r")).filter { index in
      index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
    }
    if !returns.isEmpty { ends = (ends + returns).sorted() }
    return ends
  }

  /// Whether a text holds a mark.
  func holdsMark(_ text: UnsafePointer<CChar>, _ length: Int) -> Bool {
    // The first byte of a private character, which is another from the second plane on.
    let count = state.text.marks.count
    return unsafe count > 0 && memchr(text, 0xF3, length) != nil
      || count > MarkedText.planeSize && memchr(text, 0xF4, length) != nil
  }

  func bytes(_ text: UnsafePointer<CChar>?, _ length: Int) -> [UInt8] {
    unsafe Array(UnsafeRawBufferPointer(start: text, count: length))
  }

  func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
    guard let text = unsafe text else { return [] }
    return unsafe bytes(text, strlen(text))
  }

  /// A text of cmark with the source in place of marks.
  func restored(_ text: UnsafePointer<CChar>?) -> String {
    guard let text = unsafe text, unsafe text[0] != 0 else { return "" }
    let length = unsafe strlen(text)
    guard unsafe holdsMark(text, length) else {
      return unsafe String(
        decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
    }
    return state.text.restored(unsafe bytes(text, length), source: state.source)
  }
}
