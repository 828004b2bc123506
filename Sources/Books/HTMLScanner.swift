/// Walks through a page of HTML, tag by tag.
struct HTMLScanner: Sendable {
  enum Token: Sendable, Hashable {
    case text([UInt8])
    case start(Element)
    case end(String)
  }

  struct Element: Sendable, Hashable {
    var name: String
    var attributes: [Attribute]
    /// Whether it is written `<path/>`.
    var isClosed: Bool
  }

  /// An attribute with its value as written, but for double quotes, which are escaped.
  struct Attribute: Sendable, Hashable {
    var name: String
    var value: String
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag or text; comments and the document type are passed over.
  mutating func next() -> Token? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else { return .text(text()) }
      let following = index + 1 < bytes.count ? bytes[index + 1] : 0
      if following == UInt8(ascii: "!") {
        skipDeclaration()
      } else if following == UInt8(ascii: "/") {
        index += 2
        let name = self.name()
        skip(past: ">")
        return .end(name)
      } else if Self.isLetter(following) {
        index += 1
        return .start(element())
      } else {
        index += 1
        return .text(Array("&lt;".utf8))
      }
    }
    return nil
  }

  /// Goes behind the end tag of an element whose content is no markup.
  mutating func skipContent(of name: String) {
    skip(past: "</" + name)
    skip(past: ">")
  }

  private mutating func text() -> [UInt8] {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return Array(bytes[start..<index])
  }

  private mutating func skipDeclaration() {
    skip(past: bytes[index...].starts(with: "<!--".utf8) ? "-->" : ">")
  }

  private mutating func skip(past mark: String) {
    while index < bytes.count {
      if bytes[index...].starts(with: mark.utf8) {
        index += mark.utf8.count
        return
      }
      index += 1
    }
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, Self.isName(bytes[index]) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func element() -> Element {
    var element = Element(name: name(), attributes: [], isClosed: false)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        index += 1
        return element
      case UInt8(ascii: "/"):
        index += 1
        element.isClosed = index < bytes.count && bytes[index] == UInt8(ascii: ">")
      case let byte where Self.isName(byte):
        let attribute = self.attribute()
        if !element.attributes.contains(where: { $0.name == attribute.name }) {
          element.attributes.append(attribute)
        }
      default: index += 1
      }
    }
    return element
  }

  private mutating func attribute() -> Attribute {
    let name = self.name()
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: name)
    }
    index += 1
    skipSpace()
    guard index < bytes.count else { return Attribute(name: name, value: "") }
    let quote = bytes[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let start = index
    while index < bytes.count,
      isQuoted ? bytes[index] != quote : !Self.isSpace(bytes[index]) && bytes[index] != 0x3E
    {
      index += 1
    }
    let value = bytes[start..<index].flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\""): Array("&quot;".utf8)
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      default: [byte]
      }
    }
    if isQuoted { index += 1 }
    return Attribute(name: name, value: String(decoding: value, as: UTF8.self))
  }

  private mutating func skipSpace() {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
  }
}
