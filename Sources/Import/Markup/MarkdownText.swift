import Reporting

/// Plain text as Markdown.
enum MarkdownText {
  /// The text in one line, with what would be read as markup escaped.
  static func escaped(_ text: String) -> String {
    guard text.contains(where: { isMarkup($0) || $0.isNewline }) else { return text }
    var result = ""
    for character in text {
      if isMarkup(character) { result.append("\\") }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }

  /// A title: since 3.4 OJS lets titles hold emphasis and raised or lowered letters as HTML.
  static func title(_ text: String) -> String {
    let lower = Array(text.lowercased().utf8)[...]
    let tags = ["<i>", "<em>", "<b>", "<strong>", "<sup>", "<sub>", "<u>", "<span"]
    return tags.contains { lower.firstPlace(of: Array($0.utf8)) != nil }
      ? markdown(fromHTML: text) : escaped(text)
  }

  /// A reference: as `escaped`, with its addresses as links, and no beginning that starts a list.
  static func reference(_ text: String) -> String {
    var result = ""
    for (index, word) in text.foldingSpace.split(separator: " ").enumerated() {
      if index > 0 { result += " " }
      result += self.word(word)
    }
    let digits = result.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let next = result[digits.endIndex...].first, next == "." || next == ")" {
      result.insert("\\", at: digits.endIndex)
    } else if let first = result.first, "-+=".contains(first) {
      result.insert("\\", at: result.startIndex)
    }
    return result
  }

  private static func word(_ word: Substring) -> String {
    // Looked for among the bytes: a row of flags is cut into characters anew at each of them.
    guard let start = word.utf8.firstRange(of: "http".utf8)?.lowerBound,
      ["http://", "https://"].contains(where: word[start...].hasPrefix)
    else { return escaped(String(word)) }
    var address = word[start...].prefix { !"<>\"".contains($0) }
    let opensBracket = address.contains("(")
    while let last = address.last, ".,;:)]".contains(last) {
      // A bracket that opens in the address closes in it.
      if last == ")", opensBracket { break }
      address.removeLast()
    }
    return escaped(String(word[..<start])) + "<\(address)>"
      + escaped(String(word[address.endIndex...]))
  }

  private static func isMarkup(_ character: Character) -> Bool {
    switch character {
    case "\\", "*", "_", "`", "[", "]", "<", ">", "$", "@", "^", "~", "{", "}", "|", "#": true
    default: false
    }
  }
}
