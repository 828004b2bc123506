/// Letters as TeX spells them.
extension MarkScanner {
  /// A command of one letter: `\o` is a letter of its own, others with an argument are left out;
  /// false for what else stands behind a backslash, such as a path.
  mutating func scanLetterCommand() -> Bool {
    let name = String(UnicodeScalar(byte(index + 1)))
    if let letter = Self.letter(of: name), byte(index - 1) != UInt8(ascii: ":") {
      putLetter(letter, after: index + 2)
      return true
    }
    guard argumentEnd(index + 2) != nil else { return false }
    leaveOut(after: index + 2, name: name)
    return true
  }

  /// TeX's own spelling of a letter, with the `{}` or the blanks that only end its name.
  mutating func putLetter(_ letter: String, after nameEnd: Int) {
    var end = nameEnd
    if byte(end) == UInt8(ascii: "{"), byte(end + 1) == UInt8(ascii: "}") {
      end += 2
    } else {
      while byte(end) == UInt8(ascii: " ") { end += 1 }
    }
    put(.text(letter), over: index..<end)
  }

  static func letter(of command: String) -> String? {
    switch command {
    case "o": "ø"
    case "O": "Ø"
    case "l": "ł"
    case "L": "Ł"
    case "i": "ı"
    case "j": "ȷ"
    case "ss": "ß"
    case "ae": "æ"
    case "AE": "Æ"
    case "oe": "œ"
    case "OE": "Œ"
    case "aa": "å"
    case "AA": "Å"
    case "dh": "ð"
    case "DH": "Ð"
    case "th": "þ"
    case "TH": "Þ"
    default: nil
    }
  }

  /// A letter with an accent, `\H{o}`.
  ///
  /// Without braces, as in `\"o`, the backslash is Markdown's own escape.
  mutating func scanAccent() -> Bool {
    guard byte(index + 2) == UInt8(ascii: "{"), let mark = Self.accent(of: byte(index + 1)),
      let close = argumentEnd(index + 2)
    else { return false }
    var base = String(decoding: source[index + 3..<close], as: UTF8.self)
    if base == "\\i" { base = "i" } else if base == "\\j" { base = "j" }
    guard base.count == 1, base.allSatisfy(\.isLetter) else { return false }
    base.unicodeScalars.append(mark)
    put(.text(base), over: index..<close + 1)
    return true
  }

  private static func accent(of command: UInt8) -> Unicode.Scalar? {
    switch command {
    case UInt8(ascii: "'"): "\u{301}"
    case UInt8(ascii: "`"): "\u{300}"
    case UInt8(ascii: "^"): "\u{302}"
    case UInt8(ascii: "\""): "\u{308}"
    case UInt8(ascii: "~"): "\u{303}"
    case UInt8(ascii: "="): "\u{304}"
    case UInt8(ascii: "."): "\u{307}"
    case UInt8(ascii: "u"): "\u{306}"
    case UInt8(ascii: "v"): "\u{30C}"
    case UInt8(ascii: "H"): "\u{30B}"
    case UInt8(ascii: "c"): "\u{327}"
    case UInt8(ascii: "k"): "\u{328}"
    case UInt8(ascii: "r"): "\u{30A}"
    case UInt8(ascii: "d"): "\u{323}"
    case UInt8(ascii: "b"): "\u{331}"
    default: nil
    }
  }
}
