/// A JSON value, read from bytes.
enum JSON {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  struct Malformed: Error { var offset: Int }

  init(_ bytes: [UInt8]) throws(Malformed) {
    var reader = Reader(bytes: bytes)
    self = try reader.value(depth: 0)
  }

  subscript(_ key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  var items: [JSON] {
    if case .array(let items) = self { items } else { [] }
  }

  /// The text of a string or number.
  var text: String? {
    switch self {
    case .string(let text): text
    case .number(let digits): digits
    default: nil
    }
  }

  var integer: Int? { text.flatMap { Int($0) } }

  /// What scripts take for true.
  var isTrue: Bool {
    switch self {
    case .null: false
    case .bool(let value): value
    case .number(let digits): digits != "0"
    case .string(let text): !text.isEmpty
    case .array, .object: true
    }
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func value(depth: Int) throws(Malformed) -> JSON {
      guard depth < 100 else { throw Malformed(offset: position) }
      switch try next() {
      case UInt8(ascii: "{"): return .object(try members(depth))
      case UInt8(ascii: "["): return .array(try elements(depth))
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "t"): return try word("true", .bool(true))
      case UInt8(ascii: "f"): return try word("false", .bool(false))
      case UInt8(ascii: "n"): return try word("null", .null)
      default: return try number()
      }
    }

    private mutating func next() throws(Malformed) -> UInt8 {
      while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
      guard position < bytes.count else { throw Malformed(offset: position) }
      return bytes[position]
    }

    private mutating func skip(_ byte: UInt8) throws(Malformed) -> Bool {
      guard try next() == byte else { return false }
      position += 1
      return true
    }

    private mutating func members(_ depth: Int) throws(Malformed) -> [(key: String, value: JSON)] {
      position += 1
      var result: [(key: String, value: JSON)] = []
      if try skip(UInt8(ascii: "}")) { return result }
      repeat {
        guard try next() == UInt8(ascii: "\"") else { throw Malformed(offset: position) }
        let key = try string()
        guard try skip(UInt8(ascii: ":")) else { throw Malformed(offset: position) }
        result.append((key, try value(depth: depth + 1)))
      } while try skip(UInt8(ascii: ","))
      guard try skip(UInt8(ascii: "}")) else { throw Malformed(offset: position) }
      return result
    }

    private mutating func elements(_ depth: Int) throws(Malformed) -> [JSON] {
      position += 1
      var result: [JSON] = []
      if try skip(UInt8(ascii: "]")) { return result }
      repeat { result.append(try value(depth: depth + 1)) } while try skip(UInt8(ascii: ","))
      guard try skip(UInt8(ascii: "]")) else { throw Malformed(offset: position) }
      return result
    }

    private mutating func word(_ word: String, _ value: JSON) throws(Malformed) -> JSON {
      guard bytes[position...].starts(with: word.utf8) else { throw Malformed(offset: position) }
      position += word.utf8.count
      return value
    }

    private mutating func number() throws(Malformed) -> JSON {
      let start = position
      while position < bytes.count, "+-.0123456789eE".utf8.contains(bytes[position]) {
        position += 1
      }
      guard position > start else { throw Malformed(offset: position) }
      return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func string() throws(Malformed) -> String {
      position += 1
      var units: [UInt8] = []
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
        case UInt8(ascii: "\\"): try escape(&units)
        default: units.append(byte)
        }
      }
      throw Malformed(offset: position)
    }

    private mutating func escape(_ units: inout [UInt8]) throws(Malformed) {
      guard position < bytes.count else { throw Malformed(offset: position) }
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "b"): units.append(0x08)
      case UInt8(ascii: "f"): units.append(0x0C)
      case UInt8(ascii: "u"):
        var value = try hexadecimal()
        if (0xD800..<0xDC00).contains(value), bytes[position...].starts(with: #"\u"#.utf8) {
          position += 2
          value = 0x10000 + (value - 0xD800) << 10 + (try hexadecimal()) - 0xDC00
        }
        units += String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8
      default: units.append(byte)
      }
    }

    private mutating func hexadecimal() throws(Malformed) -> UInt32 {
      let end = min(position + 4, bytes.count)
      let digits = String(decoding: bytes[position..<end], as: UTF8.self)
      guard digits.count == 4, let value = UInt32(digits, radix: 16) else {
        throw Malformed(offset: position)
      }
      position = end
      return value
    }
  }

  /// A string with its quotation marks, escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
