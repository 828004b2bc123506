/// What becomes of two punctuation marks that meet where two texts join.
///
/// The specification is silent here; this is the table all styles are written for.
enum Punctuation {
  enum Joint { case both, first, second }

  static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "!"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  /// Whether it stands between two parts of a cite.
  static func separates(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: ";"):
      true
    default: false
    }
  }

  static func endsSentence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  static func join(_ first: UInt8, _ second: UInt8) -> Joint {
    if first == second { return .first }
    switch first {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      return second == UInt8(ascii: ".") || second == UInt8(ascii: ":") ? .first : .both
    case UInt8(ascii: ":"), UInt8(ascii: ";"):
      if second == UInt8(ascii: "!") || second == UInt8(ascii: "?") { return .second }
      return second == UInt8(ascii: ".")
        || first == UInt8(ascii: ";") && second == UInt8(ascii: ":") ? .first : .both
    case UInt8(ascii: " "):
      return second == UInt8(ascii: ".") || second == UInt8(ascii: ",") ? .second : .both
    default: return .both
    }
  }
}
