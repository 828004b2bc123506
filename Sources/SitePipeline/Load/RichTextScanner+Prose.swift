import JournalModel
import Prose

// What short texts share with bodies: names of characters, spans with attributes and links.
extension RichTextScanner {
  /// Further on, no span ends that begins here.
  private static let longestSpan = 1_000

  /// The character whose name or number stands here; one that only controls is a blank.
  mutating func character() -> ArraySlice<Unicode.Scalar>? {
    guard let reference = CharacterReference(at: index, in: text) else {
      let name = text[(index + 1)...].prefix(32).prefix {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
      }
      if name.count > 1, name.endIndex < text.count, text[name.endIndex] == ";" {
        note(.character("&\(String(String.UnicodeScalarView(name)));"))
      }
      return nil
    }
    index = reference.end
    return reference.text.unicodeScalars.map {
      $0.properties.generalCategory == .control ? " " : $0
    }[...]
  }

  /// The span that begins with the bracket here, when attributes follow the bracket that closes it.
  mutating func span() -> Stretch? {
    guard let start = tail(beginningWith: "{") else { return nil }
    let rest = bytes(start..<min(text.count, start + Self.longestSpan))
    guard let span = SpanAttributes(at: 0, in: rest) else { return nil }
    let spelling = String(decoding: rest[..<span.end], as: UTF8.self)
    let isSmall = span.attributes == Attributes(classes: ["smallcaps"])
    if !isSmall { note(.attributes(spelling)) }
    return Stretch(
      bracketsBefore: Array(spelling.unicodeScalars)[...],
      span.attributes.classes.contains("smallcaps") ? .smallCaps : innermostStyle)
  }

  /// The words of the link that begins with the bracket here; a title is none itself.
  mutating func link() -> Stretch? {
    guard let start = tail(beginningWith: "("),
      let length = text[start...].prefix(Self.longestSpan).firstIndex(where: {
        $0.isBlank || $0 == ")"
      }),
      let end = text[start...].prefix(Self.longestSpan).firstIndex(of: ")")
    else { return nil }
    let address = String(String.UnicodeScalarView(text[(start + 1)..<length]))
    guard
      ["https://", "http://", "mailto:", "www.", "/", "./", "../", "#"]
        .contains(where: address.hasPrefix)
    else { return nil }
    note(.link(address))
    return Stretch(bracketsBefore: text[start...end], innermostStyle)
  }

  /// Where what belongs to the brackets that open here begins, with a certain sign.
  private func tail(beginningWith sign: Unicode.Scalar) -> Int? {
    guard isBracketClosed(before: sign), let bracket = closingBracket(),
      bracket + 1 < text.count, text[bracket + 1] == sign
    else { return nil }
    return bracket + 1
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
