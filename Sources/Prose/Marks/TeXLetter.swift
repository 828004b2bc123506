/// A letter as TeX spells it, in a short text that is no document, such as a name.
package struct TeXLetter {
  package var text: String
  /// The offset after its spelling.
  package var end: Int
  /// Whether it may as well be an apostrophe behind a backslash of Markdown's, as in `Qur\'an`.
  package var isDoubtful: Bool

  /// The letter that begins with the backslash at an offset; nil where the backslash is rather
  /// Markdown's own.
  package init?(at offset: Int, in text: [UInt8]) {
    var scanner = MarkScanner(source: text, from: 0, path: "", options: .scholarly)
    scanner.segmentEnd = text.count
    guard let letter = scanner.spelledLetter(at: offset), letter.reading != .escape else {
      return nil
    }
    self.text = letter.text
    end = letter.end
    isDoubtful = letter.reading == .doubtful && text[offset + 1] == UInt8(ascii: "'")
  }
}
