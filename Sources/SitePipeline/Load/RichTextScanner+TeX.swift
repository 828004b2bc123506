import Bibliography
import Prose

// TeX in a short text: letters, commands, formulas.
extension RichTextScanner {
  /// Further on, no piece of TeX ends that begins here.
  private var longestPiece: Int { 300 }

  mutating func letter() -> [Unicode.Scalar]? {
    let start = max(0, index - 3)
    let before = bytes(start..<index)
    let bytes = before + bytes(index..<min(text.count, index + longestPiece))
    guard let letter = TeXLetter(at: before.count, in: bytes) else { return nil }
    let spelling = String(decoding: bytes[before.count..<letter.end], as: UTF8.self)
    index += spelling.unicodeScalars.count
    if letter.isDoubtful { note(.letter(spelling, as: letter.text)) }
    return Array(letter.text.unicodeScalars)
  }

  /// A command, a group that begins with one, or a formula, as the markup of CSL-JSON.
  mutating func texMarkup() -> String? {
    var end = min(text.count, index + longestPiece)
    switch text[index] {
    case "\\": guard index + 1 < text.count else { return nil }
    case "{": guard index + 1 < text.count, text[index + 1] == "\\" else { return nil }
    case "$":
      guard let close = endOfFormula() else { return nil }
      end = close + 1
    default: return nil
    }
    let bytes = bytes(index..<end)
    let piece = LaTeXPiece(startOf: bytes)
    index += String(decoding: bytes[..<piece.length], as: UTF8.self).unicodeScalars.count
    for command in piece.unknownCommands { note(.command(command)) }
    return piece.text
  }

  /// The dollar that closes a formula: none behind a blank, and no digit behind it, as in pandoc.
  private func endOfFormula() -> Int? {
    guard index + 2 < text.count, !text[index + 1].isBlank, text[index + 1] != "$" else {
      return nil
    }
    var place = index + 1
    while place < min(text.count, index + longestPiece) {
      if text[place] == "\\" {
        place += 2
        continue
      }
      if text[place] == "$" {
        let isBeforeDigit = place + 1 < text.count && ("0"..."9").contains(text[place + 1])
        return text[place - 1].isBlank || isBeforeDigit ? nil : place
      }
      place += 1
    }
    return nil
  }

  func bytes(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for place in range { bytes.append(contentsOf: text[place].utf8) }
    return bytes
  }
}
