/// What a byte may mean in a value of BibTeX.
///
/// Each is looked up in a table, since whether letters, spaces or signs come next cannot be
/// foreseen.
struct BibTeXByte: OptionSet, Hashable {
  var rawValue: UInt16

  /// It opens or closes a group, or hides what stands behind it.
  static let bracket = Self(rawValue: 1)
  static let quote = Self(rawValue: 2)
  /// A value that is not closed may end there.
  static let lineEnd = Self(rawValue: 4)
  static let comma = Self(rawValue: 8)
  /// It means more to LaTeX than itself.
  static let special = Self(rawValue: 16)
  /// These do where they stand twice in a row.
  static let space = Self(rawValue: 32)
  static let hyphen = Self(rawValue: 64)
  static let equals = Self(rawValue: 128)
  static let colon = Self(rawValue: 256)

  static let all = Self(rawValue: .max)

  /// For each byte what it is.
  static let kinds = (0...UInt8.max).map { byte -> Self in
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): .bracket
    case UInt8(ascii: "\""): .quote
    case UInt8(ascii: "\n"): .lineEnd
    case UInt8(ascii: ","): .comma
    case 0x20: .space
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "="): .equals
    case UInt8(ascii: ":"): .colon
    default: LaTeXReader.isSpecial(byte) ? .special : []
    }
  }
}

/// The bytes of a value that have been passed over.
struct BibTeXByteRun {
  private var found: BibTeXByte = []
  private var repeated: BibTeXByte = []
  private var last: BibTeXByte = []

  /// What they hold; `special` where spaces or hyphens stand twice in a row, too.
  var kinds: BibTeXByte {
    repeated.isDisjoint(with: [.space, .hyphen]) ? found : found.union(.special)
  }

  @inline(__always)
  mutating func add(_ kind: BibTeXByte) {
    found.formUnion(kind)
    repeated.formUnion(kind.intersection(last))
    last = kind
  }
}
