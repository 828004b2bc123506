import Reporting

/// HTML as it grows, byte by byte; the one place of this module that escapes.
struct HTMLBytes {
  var bytes: [UInt8] = []

  /// Adds markup of our own.
  mutating func add(_ markup: String) { bytes.append(contentsOf: markup.utf8.span) }

  mutating func add(_ markup: [UInt8]) { bytes += markup }

  mutating func add(_ number: Int) { add(String(number)) }

  /// Adds `<name`; attributes may follow.
  mutating func begin(tag name: String) {
    bytes.append(UInt8(ascii: "<"))
    add(name)
  }

  /// Adds `</name>`.
  mutating func end(tag name: String) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(UInt8(ascii: "/"))
    add(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Adds words of an author.
  mutating func add(escaped text: String) {
    let text = text.utf8.span
    // Most words hold nothing to escape, which is told by many bytes at once.
    guard
      text.holds(UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""))
    else {
      bytes.append(contentsOf: text)
      return
    }
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "<"): add("&lt;")
      case UInt8(ascii: ">"): add("&gt;")
      case UInt8(ascii: "\""): add("&quot;")
      case let byte: bytes.append(byte)
      }
    }
  }

  /// Adds ` name="value"`.
  mutating func add(attribute name: String, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    add(name)
    bytes.append(UInt8(ascii: "="))
    bytes.append(UInt8(ascii: "\""))
    add(escaped: value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds an address; what may not stand in one is percent-encoded.
  mutating func add(address: String) {
    let standsInAddress = Self.standsInAddress
    for byte in address.utf8 {
      switch byte {
      case _ where standsInAddress[Int(byte)]: bytes.append(byte)
      case UInt8(ascii: "&"): add("&amp;")
      case UInt8(ascii: "'"): add("&#x27;")
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Self.hexDigit(byte >> 4))
        bytes.append(Self.hexDigit(byte & 0xF))
      }
    }
  }

  private static let standsInAddress = (UInt8.min...UInt8.max).map { byte in
    isASCIILetter(byte) || isASCIIDigit(byte) || "-_.+!*(),%#@?=;:/$~".utf8.contains(byte)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// Begins a new line unless one has just begun.
  mutating func startLine() {
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
  }
}
