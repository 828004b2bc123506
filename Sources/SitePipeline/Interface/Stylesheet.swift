/// The one stylesheet of a site: the tokens of its theme, the rules, and the hue of `journal.yml`.
///
/// Comments and needless white space are left out, so that sources may explain themselves.
package struct Stylesheet: Sendable, Hashable {
  package let bytes: [UInt8]

  /// The rules override the theme where both are as specific (the letters of Arabic script), and
  /// the hue overrides both.
  package init(theme: [UInt8], rules: [UInt8], hue: Int?) {
    var writer = Writer()
    writer.append(theme)
    writer.append(rules)
    if let hue { writer.append(Array(":root{--hue:\(hue)}".utf8)) }
    bytes = writer.result + [UInt8(ascii: "\n")]
  }

  /// Writes style sheets without what browsers skip.
  private struct Writer {
    private(set) var result: [UInt8] = []
    private var owesSpace = false

    mutating func append(_ source: [UInt8]) {
      owesSpace = true
      var index = source.startIndex
      while index < source.endIndex {
        let byte = source[index]
        switch byte {
        case UInt8(ascii: "/") where source.dropFirst(index + 1).first == UInt8(ascii: "*"):
          index = Self.endOfComment(in: source, from: index + 2)
          owesSpace = true
          continue
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          let end = Self.endOfString(in: source, from: index)
          append(byte)
          result += source[(index + 1)..<end]
          index = end
          continue
        case 0x20, 0x09, 0x0A, 0x0D: owesSpace = true
        default: append(byte)
        }
        index += 1
      }
    }

    /// A space is kept unless it stands at punctuation; before a colon it may be a combinator, and
    /// around `+` and `-` a calculation needs it.
    private mutating func append(_ byte: UInt8) {
      if owesSpace {
        owesSpace = false
        if let last = result.last, !"{};,>=(:".utf8.contains(last), !"{};,>)!".utf8.contains(byte) {
          result.append(0x20)
        }
      }
      if byte == UInt8(ascii: "}"), result.last == UInt8(ascii: ";") { result.removeLast() }
      result.append(byte)
    }

    private static func endOfComment(in source: [UInt8], from start: Int) -> Int {
      var index = start
      while index + 1 < source.count {
        if source[index] == UInt8(ascii: "*"), source[index + 1] == UInt8(ascii: "/") {
          return index + 2
        }
        index += 1
      }
      return source.count
    }

    /// The place after the closing quote.
    private static func endOfString(in source: [UInt8], from start: Int) -> Int {
      var index = start + 1
      while index < source.count {
        switch source[index] {
        case UInt8(ascii: "\\"): index += 1
        case source[start]: return index + 1
        default: break
        }
        index += 1
      }
      return source.count
    }
  }
}
