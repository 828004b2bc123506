/// A mark of Markdown that stands on both sides of some words.
enum InlineMark: String, Sendable {
  case emphasis = "*"
  case strong = "**"
  case struck = "~~"
  case raised = "^"
  case lowered = "~"

  /// The words between marks or, where Markdown would not take those for what they are, between tags.
  func around(_ words: String, after previous: String, before next: Character?) -> String {
    isRead(round: words, previous.last, next)
      ? rawValue + words + rawValue : "<\(tag)>" + words + "</\(tag)>"
  }

  private var tag: String {
    switch self {
    case .emphasis: "em"
    case .strong: "strong"
    case .struck: "del"
    case .raised: "sup"
    case .lowered: "sub"
    }
  }

  /// No mark of the kind may touch it, and between a letter and punctuation neither opens nor closes
  /// anything (CommonMark, "left-flanking" and "right-flanking").
  private func isRead(round words: String, _ previous: Character?, _ next: Character?) -> Bool {
    let own = rawValue.first
    guard previous != own, next != own else { return false }
    if self == .raised || self == .lowered { return true }
    func isWord(_ character: Character?) -> Bool {
      character.map { !$0.isWhitespace && !$0.isPunctuation && !$0.isSymbol } ?? false
    }
    return (isWord(words.first) || !isWord(previous)) && (isWord(words.last) || !isWord(next))
  }
}
