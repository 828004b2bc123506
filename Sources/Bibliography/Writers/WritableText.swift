import Reporting

/// A text, and what it may hold that means something in a format.
struct WritableText: Sendable {
  let string: String
  private let contents: Contents

  init(_ string: String) {
    self.init(string: string, contents: Contents(of: string))
  }

  init(string: String, contents: Contents) {
    self.string = string
    self.contents = contents
  }

  /// Rich text as LaTeX source.
  var tex: String {
    contents.isDisjoint(with: .tex) ? string : TeXText.text(string)
  }

  /// Rich text as plain text without line breaks.
  var plainInOneLine: String {
    contents.isDisjoint(with: [.markup, .lineBreak])
      ? string : Markup.plain(string).withoutLineBreaks
  }

  var inOneLine: String {
    contents.isDisjoint(with: .lineBreak) ? string : string.withoutLineBreaks
  }

  var needsEscapesInJSON: Bool { !contents.isDisjoint(with: .json) }

  /// Which bytes a text holds; whoever finds one looks closer.
  struct Contents: OptionSet, Sendable {
    let rawValue: UInt8
    /// What begins markup.
    static let markup = Contents(rawValue: 1)
    /// What a line break begins with.
    static let lineBreak = Contents(rawValue: 2)
    /// What TeX or our markup takes for something else; two hyphens count, one does not.
    static let tex = Contents(rawValue: 4)
    static let json = Contents(rawValue: 8)
    private static let hyphen = Contents(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(of text: String) {
      let bytes = text.utf8.span
      let classes = Self.ofBytes
      var found: UInt8 = 0
      for index in bytes.indices { found |= classes[Int(bytes[index])] }
      self.init(rawValue: found)
      if contains(.hyphen), bytes.holdsPair(of: UInt8(ascii: "-")) { insert(.tex) }
    }

    /// For each byte what it means.
    private static let ofBytes: [UInt8] = {
      var classes = [Contents](repeating: [], count: 256)
      func mark(_ bytes: some Sequence<UInt8>, as contents: Contents) {
        for byte in bytes { classes[Int(byte)].insert(contents) }
      }
      mark("<".utf8, as: .markup)
      mark(0x0A...0x0D, as: .lineBreak)
      // U+0085, U+2028 and U+2029.
      mark([0xC2, 0xE2], as: .lineBreak)
      mark("&%$#_{}\\~^\n\r<".utf8, as: .tex)
      // A no-break space.
      mark([0xC2], as: .tex)
      mark("\"\\".utf8, as: .json)
      mark(0..<0x20, as: .json)
      mark("-".utf8, as: .hyphen)
      return classes.map(\.rawValue)
    }()
  }
}
