/// The commands that authors define for their formulas, and a few that packages everybody loads do.
struct TeXMacros {
  private struct Macro {
    var parameters: Int
    /// What the first parameter is where it is left out in its brackets.
    var first: [UInt8]?
    var body: [UInt8]
  }

  private var macros = Self.usual
  /// What a formula may grow by, and all of them together: some definitions would never end.
  private static let limit = 20_000
  private var room = 2_000_000

  private static let usual: [String: Macro] = [
    "ensuremath": Macro(parameters: 1, body: Array("{#1}".utf8)),
    "xspace": Macro(parameters: 0, body: []),
    "abs": Macro(parameters: 1, body: Array("\\left\\lvert #1\\right\\rvert ".utf8)),
    "norm": Macro(parameters: 1, body: Array("\\left\\lVert #1\\right\\rVert ".utf8)),
    "upmu": Macro(parameters: 0, body: Array("\\mu ".utf8)),
    "micro": Macro(parameters: 0, body: Array("\\mu ".utf8)),
  ]

  mutating func define(_ name: String, parameters: Int, first: [UInt8]? = nil, as body: [UInt8]) {
    macros[name] = Macro(parameters: parameters, first: first, body: body)
  }

  /// A formula with what its commands stand for.
  mutating func expanded(_ tex: String) -> String {
    guard tex.utf8.contains(UInt8(ascii: "\\")) else { return tex }
    var bytes = Array(tex.utf8)
    var index = 0
    var isChanged = false
    var growth = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      var end = index + 1
      while end < bytes.count, isASCIILetter(bytes[end]) { end += 1 }
      let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
      guard let macro = macros[name], let (text, after) = Self.text(of: macro, in: bytes, from: end)
      else {
        index = max(end, index + 2)
        continue
      }
      growth += text.count + 1
      room -= text.count + 1
      guard growth < Self.limit, room > 0 else { return tex }
      bytes.replaceSubrange(index..<after, with: text)
      isChanged = true
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : tex
  }

  /// What a command with its arguments stands for, and the offset after them.
  private static func text(of macro: Macro, in bytes: [UInt8], from start: Int)
    -> (text: [UInt8], after: Int)?
  {
    var arguments: [ArraySlice<UInt8>] = []
    var index = start
    if let first = macro.first {
      if index < bytes.count, bytes[index] == UInt8(ascii: "["),
        let close = bytes[index...].firstIndex(of: UInt8(ascii: "]"))
      {
        arguments.append(bytes[index + 1..<close])
        index = close + 1
      } else {
        arguments.append(first[...])
      }
    }
    while arguments.count < macro.parameters {
      while index < bytes.count, isBlank(bytes[index]) { index += 1 }
      guard index < bytes.count else { return nil }
      var end = index + 1
      if bytes[index] == UInt8(ascii: "{") {
        guard let close = bytes.closingBrace(of: index, until: bytes.count) else { return nil }
        arguments.append(bytes[index + 1..<close])
        end = close + 1
      } else {
        if bytes[index] == UInt8(ascii: "\\") {
          while end < bytes.count, isASCIILetter(bytes[end]) { end += 1 }
        }
        arguments.append(bytes[index..<end])
      }
      index = end
    }
    var text: [UInt8] = []
    var offset = 0
    while offset < macro.body.count {
      let byte = macro.body[offset]
      if byte == UInt8(ascii: "#"), offset + 1 < macro.body.count,
        (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(macro.body[offset + 1]),
        case let number = Int(macro.body[offset + 1] - UInt8(ascii: "1")), number < arguments.count
      {
        text += arguments[number]
        offset += 2
      } else {
        text.append(byte)
        offset += 1
      }
    }
    // The letters after a command are none of its own.
    if let last = text.lastIndex(where: { !isASCIILetter($0) }), text[last] == UInt8(ascii: "\\"),
      index < bytes.count, isASCIILetter(bytes[index])
    {
      text.append(UInt8(ascii: " "))
    }
    return (text, index)
  }
}

extension MarkScanner {
  /// Takes a definition to heart, so that formulas after it are read with it; false where it is
  /// none that is understood.
  mutating func defineMacro(_ command: String, after nameEnd: Int) -> Bool {
    var offset = byte(nameEnd) == UInt8(ascii: "*") ? nameEnd + 1 : nameEnd
    let isBraced = byte(offset) == UInt8(ascii: "{")
    if isBraced { offset += 1 }
    guard byte(offset) == UInt8(ascii: "\\") else { return false }
    var end = offset + 1
    while isASCIILetter(byte(end)) { end += 1 }
    let name = String(decoding: source[offset + 1..<end], as: UTF8.self)
    guard !name.isEmpty, !isBraced || byte(end) == UInt8(ascii: "}") else { return false }
    if isBraced { end += 1 }
    var parameters = 0
    var first: [UInt8]?
    if command == "def" {
      while byte(end) == UInt8(ascii: "#"), isASCIIDigit(byte(end + 1)) {
        parameters += 1
        end += 2
      }
    } else if byte(end) == UInt8(ascii: "["), isASCIIDigit(byte(end + 1)),
      byte(end + 2) == UInt8(ascii: "]")
    {
      parameters = Int(byte(end + 1) - UInt8(ascii: "0"))
      end += 3
      if byte(end) == UInt8(ascii: "["), let close = closingBracket(of: end) {
        first = Array(source[end + 1..<close])
        end = close + 1
      }
    }
    guard let close = argumentEnd(end) else { return false }
    var body = Array(source[end + 1..<close])
    if command == "DeclareMathOperator" {
      let star = byte(nameEnd) == UInt8(ascii: "*") ? "*" : ""
      body = Array("\\operatorname\(star){".utf8) + body + [UInt8(ascii: "}")]
    }
    macros.define(name, parameters: parameters, first: first, as: body)
    put(.text(""), over: index..<close + 1)
    return true
  }
}
