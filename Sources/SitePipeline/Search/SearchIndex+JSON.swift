import Reporting

extension SearchIndex {
  /// A value of the index's data, written without white space.
  indirect enum JSON {
    case number(Int)
    case string(String)
    case array([JSON])
    case object([(String, JSON)])

    func write(to bytes: inout [UInt8]) {
      switch self {
      case .number(let number): bytes += String(number).utf8
      case .string(let string): Self.write(string.utf8.span, to: &bytes)
      case .array(let members):
        bytes.append(UInt8(ascii: "["))
        for (index, member) in members.enumerated() {
          if index > 0 { bytes.append(UInt8(ascii: ",")) }
          member.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
      case .object(let members):
        bytes.append(UInt8(ascii: "{"))
        for (index, member) in members.enumerated() {
          if index > 0 { bytes.append(UInt8(ascii: ",")) }
          Self.write(member.0.utf8.span, to: &bytes)
          bytes.append(UInt8(ascii: ":"))
          member.1.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
      }
    }

    static func write(_ string: Span<UInt8>, to bytes: inout [UInt8]) {
      bytes.append(UInt8(ascii: "\""))
      var start = 0
      for index in string.indices {
        let byte = string[index]
        let isMark = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
        guard isMark || byte < 0x20 else { continue }
        bytes.append(contentsOf: string.extracting(start..<index))
        start = index + 1
        if isMark {
          bytes += [UInt8(ascii: "\\"), byte]
        } else {
          bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
        }
      }
      bytes.append(contentsOf: string.extracting(start...))
      bytes.append(UInt8(ascii: "\""))
    }
  }
}
