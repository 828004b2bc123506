/// What a byte may mean in a value of BibTeX.
///
/// Each is looked up in a table, since whether letters, spaces or signs come next cannot be
/// foreseen.
struct BibTeXByte: OptionSet {
  var rawValue: UInt8

  /// It opens or closes something, or hides what stands behind it.
  static let bracket = Self(rawValue: 1)
  /// A value that is not closed may end there.
  static let lineEnd = Self(rawValue: 2)
  static let comma = Self(rawValue: 4)
  /// It means more to LaTeX than itself.
  static let special = Self(rawValue: 8)
  /// These do where they stand twice in a row.
  static let space = Self(rawValue: 16)
  static let hyphen = Self(rawValue: 32)

  /// For each byte what it is.
  static let kinds = (0...UInt8.max).map { byte -> Self in
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"), UInt8(ascii: "\""): .bracket
    case UInt8(ascii: "\n"): .lineEnd
    case UInt8(ascii: ","): .comma
    case 0x20: .space
    case UInt8(ascii: "-"): .hyphen
    default: LaTeXReader.isSpecial(byte) ? .special : []
    }
  }
}

/// What the bytes of a value are that have been passed over.
struct BibTeXByteRun {
  private var found: BibTeXByte = []
  private var repeated: BibTeXByte = []
  private var last: BibTeXByte = []

  /// Whether no byte means more to LaTeX than itself.
  var isPlain: Bool {
    !found.contains(.special) && repeated.isDisjoint(with: [.space, .hyphen])
  }

  @inline(__always)
  mutating func add(_ kind: BibTeXByte) {
    found.formUnion(kind)
    repeated.formUnion(kind.intersection(last))
    last = kind
  }
}
