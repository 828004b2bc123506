import Bibliography
import Reporting

/// Writes JSON as bytes: the one place where text is escaped for it.
///
/// What it writes may stand in a `script` element: no text can end it. Members without a value
/// are left out.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private static let digits = Array("0123456789abcdef".utf8)
  private let isIndented: Bool
  private var depth = 0
  private var isFirst = true

  /// - Parameter isIndented: Whether every member stands on a line of its own.
  package init(isIndented: Bool = false) {
    self.isIndented = isIndented
  }

  package mutating func object(_ content: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), content)
  }

  package mutating func array<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONWriter, Element) -> Void
  ) {
    container(UInt8(ascii: "["), UInt8(ascii: "]")) { json in
      for element in elements {
        json.separate()
        write(&json, element)
      }
    }
  }

  package mutating func value(_ name: String, _ write: (inout JSONWriter) -> Void) {
    separate()
    string(name)
    bytes.append(UInt8(ascii: ":"))
    if isIndented { bytes.append(UInt8(ascii: " ")) }
    write(&self)
  }

  package mutating func member(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    value(name) { $0.string(text) }
  }

  package mutating func member(_ name: String, _ number: Int?) {
    guard let number else { return }
    value(name) { $0.append(String(number)) }
  }

  package mutating func member(_ name: String, _ isTrue: Bool) {
    value(name) { $0.append(isTrue ? "true" : "false") }
  }

  package mutating func object(_ name: String, _ content: (inout JSONWriter) -> Void) {
    value(name) { $0.object(content) }
  }

  /// An array; left out when there is no element.
  package mutating func member<Element>(
    _ name: String, _ elements: some Collection<Element>,
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    value(name) { $0.array(elements, write) }
  }

  package mutating func member(_ name: String, _ texts: [String]) {
    member(name, texts) { $0.string($1) }
  }

  /// Puts the text in place and rewrites it where something in it means markup.
  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8.span)
    // Most texts are fine, which is told by many bytes at once.
    if mayBeSpecial(from: start), let found = Self.special.firstIndex(in: bytes, from: start) {
      let rest = Array(bytes[found...])
      bytes.removeSubrange(found...)
      escape(rest)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private func mayBeSpecial(from start: Int) -> Bool {
    let text = bytes.span.extracting(start...)
    let (quote, escape, tag) = (UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"))
    return text.least < 0x20 || text.holds(quote, escape, tag, tag)
  }

  private mutating func escape(_ text: [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x0A: append("\\n")
      case 0x09: append("\\t")
      case 0x0D: append("\\r")
      case 0..<0x20:
        append("\\u00")
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
      // `</script>` and `<!--` end or change a script element (HTML, "Restrictions for contents
      // of script elements"), and no tag in a text is one of the page.
      case UInt8(ascii: "<"): append("\\u003c")
      default: bytes.append(byte)
      }
    }
  }

  private static let special = ByteSet("\"\\<", controls: true)

  private mutating func container(
    _ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) -> Void
  ) {
    bytes.append(open)
    depth += 1
    isFirst = true
    content(&self)
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(close)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    bytes.append(0x0A)
    for _ in 0..<2 * depth { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8.span) }
}
