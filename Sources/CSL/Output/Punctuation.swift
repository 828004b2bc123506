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

  static func join(_ first: UInt8, _ second: UInt8) -> Joint {
    switch (Character(Unicode.Scalar(first)), Character(Unicode.Scalar(second))) {
    case ("!", "."), ("!", ":"), ("?", "."), ("?", ":"), (":", "."), (";", "."), (";", ":"):
      .first
    case (":", "!"), (":", "?"), (";", "!"), (";", "?"): .second
    case (" ", "."), (" ", ","): .second
    case let (a, b) where a == b: .first
    default: .both
    }
  }
}
