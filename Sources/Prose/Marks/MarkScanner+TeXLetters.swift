/// Letters as TeX spells them.
///
/// Where the accent is a punctuation mark, as in `\"o`, the backslash may also be Markdown's own
/// escape: converters write `\"only\"`, `don\'t` and `\~5`. What reads as one is a letter, what
/// reads as the other stays, and what may be either is printed as Markdown has it and reported.
extension MarkScanner {
  /// A letter, and the offset after its spelling.
  struct SpelledLetter {
    var text: String
    var end: Int
    var reading = Reading.letter
  }

  enum Reading { case letter, doubtful, escape }

  /// Reads the letter that begins with the backslash of `index`; false for what else does.
  mutating func scanLetter() -> Bool {
    guard let letter = spelledLetter(at: index) else { return false }
    switch letter.reading {
    case .letter: put(.text(letter.text), over: index..<letter.end)
    case .doubtful:
      let start = isASCIIPunctuation(byte(index + 1)) ? index + 1 : index
      let text = String(decoding: source[start..<letter.end], as: UTF8.self)
      put(.doubtful(.letter(letter.text), text), over: index..<letter.end)
    case .escape: index += 2
    }
    return true
  }

  /// The letter that TeX would read at a backslash.
  func spelledLetter(at offset: Int) -> SpelledLetter? {
    var nameEnd = offset + 1
    while isASCIILetter(byte(nameEnd)) { nameEnd += 1 }
    let isPath = byte(offset - 1) == UInt8(ascii: ":") && nameEnd == offset + 2
    guard !isPath else { return nil }
    if nameEnd > offset + 1 {
      let name = String(decoding: source[offset + 1..<nameEnd], as: UTF8.self)
      if let text = Self.letter(of: name) {
        return SpelledLetter(text: text, end: afterName(nameEnd))
      }
      guard nameEnd == offset + 2 else { return nil }
    }
    guard let accent = TeXAccent(command: byte(offset + 1)) else { return nil }
    if let close = argumentEnd(offset + 2) {
      guard let base = base(of: source[offset + 3..<close]) else { return nil }
      return SpelledLetter(text: accent.applied(to: base), end: close + 1)
    }
    return letter(accent, at: offset, nameEnd: nameEnd)
  }

  /// A letter whose accent has no braces: `\"o`, `\'\i`, `\c c`.
  private func letter(_ accent: TeXAccent, at offset: Int, nameEnd: Int) -> SpelledLetter? {
    var place = offset + 2
    if nameEnd > offset + 1 {
      while byte(place) == UInt8(ascii: " ") { place += 1 }
      guard place > offset + 2 else { return nil }
    }
    if byte(place) == UInt8(ascii: "\\"), let base = base(of: source[place..<min(place + 2, end)]),
      !isASCIILetter(byte(place + 2))
    {
      return SpelledLetter(text: accent.applied(to: base), end: afterName(place + 2))
    }
    guard let text = accent.letter(on: Unicode.Scalar(byte(place))) else { return nil }
    return SpelledLetter(text: text, end: place + 1, reading: reading(at: offset, base: place))
  }

  /// The offset after the `{}` or the blanks that only end a name.
  private func afterName(_ nameEnd: Int) -> Int {
    var end = nameEnd
    if byte(end) == UInt8(ascii: "{"), byte(end + 1) == UInt8(ascii: "}") { return end + 2 }
    while byte(end) == UInt8(ascii: " ") { end += 1 }
    return end
  }

  /// The letter that an accent is set on; `\i` has lost its dot for it.
  private func base(of text: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let text = String(decoding: text, as: UTF8.self)
    if text == "\\i" { return "i" }
    if text == "\\j" { return "j" }
    guard text.unicodeScalars.count == 1, text.allSatisfy(\.isLetter) else { return nil }
    return text.unicodeScalars.first
  }

  /// How a backslash with an accent is read that stands before a letter without braces.
  private func reading(at offset: Int, base: Int) -> Reading {
    let before = wordBytes(before: offset)
    let after = wordBytes(after: base + 1)
    let isLower = source[base] >= UInt8(ascii: "a")
    switch source[offset + 1] {
    case UInt8(ascii: "="): return .letter
    case UInt8(ascii: "\""):
      return before > 0 || after > 0 && !closesLater(from: base) ? .letter : .escape
    case UInt8(ascii: "~"): return before == 0 ? .escape : after > 0 ? .letter : .doubtful
    case UInt8(ascii: "^"):
      if before > 0, after > 0, before + after > 2 { return .letter }
      return before + after > 0 ? .doubtful : .escape
    case UInt8(ascii: "'"):
      if before == 0 {
        return !isLower && after > 0 && !closesLater(from: base) ? .letter : .escape
      }
      // José and café, but Qur'an, l'eau, O'Connor, don't and Anna's.
      if source[base] == UInt8(ascii: "e"), before > 1, after == 0 { return .letter }
      let isPossessive = source[base] == UInt8(ascii: "s") && after == 0
      return isLower && !isPossessive ? .doubtful : .escape
    case UInt8(ascii: "`"):
      return before > 0 && isLower || before + after == 0 ? .doubtful : .escape
    case UInt8(ascii: "."): return before + after > 0 ? .doubtful : .escape
    // `\d digits` is rather a pattern.
    default: return before > 0 || !isLower && after > 0 ? .letter : .doubtful
    }
  }

  /// Whether a quotation mark as behind the backslash of `base - 2` follows that ends something.
  private func closesLater(from base: Int) -> Bool {
    let limit = min(segmentEnd, base + 1_000)
    return (base..<max(base, limit)).contains { place in
      source[place] == source[base - 1] && !isWordByte(byte(place + 1))
    }
  }

  private func wordBytes(before offset: Int) -> Int {
    var start = offset
    while isLetterByte(byte(start - 1)), offset - start < 3 { start -= 1 }
    return offset - start
  }

  private func wordBytes(after offset: Int) -> Int {
    var end = offset
    while isLetterByte(byte(end)), end - offset < 3 { end += 1 }
    return end - offset
  }

  func isLetterByte(_ byte: UInt8) -> Bool { isASCIILetter(byte) || byte >= 0x80 }

  private static func letter(of command: String) -> String? {
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
    case "pounds": "£"
    case "euro", "texteuro": "€"
    default: nil
    }
  }
}
