import JournalModel
import Prose

// What short texts share with bodies: names of characters and spans with attributes.
extension RichTextScanner {
  /// Further on, no span ends that begins here.
  private static let longestSpan = 1_000

  /// The character whose name or number stands here; one that only controls is a blank.
  mutating func character() -> ArraySlice<Unicode.Scalar>? {
    guard let reference = CharacterReference(at: index, in: text) else { return nil }
    index = reference.end
    return reference.text.unicodeScalars.map {
      $0.properties.generalCategory == .control ? " " : $0
    }[...]
  }

  /// The span that begins with the bracket here, when attributes follow the bracket that closes it.
  mutating func span() -> Stretch? {
    guard isSpanClosed, let bracket = closingBracket(), bracket + 1 < text.count,
      text[bracket + 1] == "{"
    else { return nil }
    let rest = bytes((bracket + 1)..<min(text.count, bracket + 1 + Self.longestSpan))
    guard let span = SpanAttributes(at: 0, in: rest) else { return nil }
    let spelling = String(decoding: rest[..<span.end], as: UTF8.self)
    let isSmall = span.attributes == Attributes(classes: ["smallcaps"])
    if !isSmall { note(idle: spelling) }
    return Stretch(
      span: Array(spelling.unicodeScalars)[...],
      span.attributes.classes.contains("smallcaps") ? .smallCaps : innermostStyle)
  }

  private func closingBracket() -> Int? {
    var depth = 0
    for place in index..<min(text.count, index + Self.longestSpan) {
      switch text[place] {
      case "[": depth += 1
      case "]": depth -= 1
      default: continue
      }
      if depth == 0 { return place }
    }
    return nil
  }
}
