/// Cuts lists of names, and names, at brace level 0 (BibTeX's rules; biblatex manual, "Name lists").
enum BibTeXNames {
  /// The stretches between the words "and".
  static func split(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var names: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\"): index += 1
      case 0x09...0x0D, 0x20:
        if depth <= 0, isAnd(bytes, at: index + 1) {
          names.append(bytes[start..<index])
          index += 3
          start = min(index + 1, bytes.endIndex)
        }
      default: break
      }
      index += 1
    }
    names.append(bytes[min(start, bytes.endIndex)...])
    return names
  }

  private static func isAnd(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    guard index + 3 <= bytes.endIndex else { return false }
    let isWord =
      bytes[index] | 0x20 == UInt8(ascii: "a") && bytes[index + 1] | 0x20 == UInt8(ascii: "n")
      && bytes[index + 2] | 0x20 == UInt8(ascii: "d")
    return isWord && (index + 3 == bytes.endIndex || LaTeXReader.isSpace(bytes[index + 3]))
  }

  /// The stretches between commas; the Arabic comma is one too.
  static func splitAtCommas(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: ",") where depth <= 0:
        parts.append(bytes[start..<index])
        start = index + 1
      case 0xD8 where depth <= 0 && index + 1 < bytes.endIndex && bytes[index + 1] == 0x8C:
        parts.append(bytes[start..<index])
        start = index + 2
        index += 1
      default: break
      }
      index += 1
    }
    parts.append(bytes[start...])
    return parts
  }

  /// The words of a part, parted by space or `~`.
  static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\") where index + 1 < bytes.endIndex:
        // `\ ` parts words too, but `\~n` and `\'e` are letters.
        index += 1
      case 0x09...0x0D, 0x20, UInt8(ascii: "~"):
        if depth <= 0 {
          if start < index { words.append(bytes[start..<index]) }
          start = index + 1
        }
      default: break
      }
      index += 1
    }
    if start < bytes.endIndex { words.append(bytes[start...]) }
    return words
  }

  /// What a single pair of braces around the whole name holds; nil if there is none.
  static func insideBraces(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else {
      return nil
    }
    var depth = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0, index + 1 < bytes.endIndex { return nil }
      case UInt8(ascii: "\\"): index += 1
      default: break
      }
      index += 1
    }
    return bytes.dropFirst().dropLast()
  }
}
