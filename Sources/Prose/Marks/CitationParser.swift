import Reporting

/// Reads what stands in the brackets of a citation, as the manual of pandoc describes it.
struct CitationParser {
  let source: [UInt8]
  let range: Range<Int>
  let unusual: UnusualKeys

  /// `see @a, pp. 3–5; -@b`: nil unless each part cites something.
  func parseGroup() -> Citation? {
    guard source[range].contains(UInt8(ascii: "@")), !holdsGroup else { return nil }
    var cites: [Citation.Cite] = []
    for part in parts {
      guard parseCites(part, into: &cites) else { return nil }
    }
    return cites.isEmpty ? nil : Citation(cites: cites, range: range)
  }

  /// `p. 3; @b`: what may follow a key in the text; nil if the brackets hold something else.
  func parseAfterKey() -> (locator: Citation.Cite.Locator?, suffix: String, cites: [Citation.Cite])?
  {
    let parts = parts
    guard let first = parts.first, !first.isEmpty, firstKey(in: first) == nil, !holdsGroup else {
      return nil
    }
    let (locator, suffix) = LocatorParser.parse(source[first])
    var cites: [Citation.Cite] = []
    for part in parts.dropFirst() {
      guard parseCites(part, into: &cites) else { return nil }
    }
    return (locator, suffix, cites)
  }

  /// Whether brackets inside cite for themselves.
  private var holdsGroup: Bool {
    let bytes = source.span.extracting(range)
    for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "[") {
      let next = bytes[index + 1] == UInt8(ascii: "-") ? index + 2 : index + 1
      if next < bytes.count, bytes[next] == UInt8(ascii: "@") { return true }
    }
    return false
  }

  /// The stretches between semicolons that stand in no brackets of their own.
  private var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var depth = 0
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      switch source[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ";"), 0xD8, 0xEF:
        if depth == 0, let length = length(ofOneOf: Self.semicolons, at: index) {
          parts.append(start..<index)
          start = index + length
        }
      default: break
      }
      index += 1
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  /// The length of the mark at `index`, that of Latin, of Arabic or of Chinese script.
  private func length(ofOneOf marks: [String], at index: Int) -> Int? {
    let rest = source[index..<range.upperBound]
    return marks.first { rest.starts(with: $0.utf8) }?.utf8.count
  }

  private static let semicolons = [";", "؛", "；"]
  private static let commas = [",", "،", "，", "、"]

  /// Reads one cite, or several that the author parted with commas; false if there is none.
  private func parseCites(_ part: Range<Int>, into cites: inout [Citation.Cite]) -> Bool {
    guard var found = firstKey(in: part) else { return false }
    var start = part.lowerBound
    while true {
      let next = firstKey(in: found.end..<part.upperBound)
      // Words before the next key are its prefix; the comma belongs to nobody.
      let comma = next.flatMap { next in
        (found.end..<next.at).last { length(ofOneOf: Self.commas, at: $0) != nil }
      }
      let end = next == nil ? part.upperBound : comma ?? found.end
      cites.append(parseCite(found, in: start..<end))
      guard let next else { return true }
      start = comma.map { $0 + (length(ofOneOf: Self.commas, at: $0) ?? 0) } ?? end
      found = next
    }
  }

  private func parseCite(_ found: Key, in part: Range<Int>) -> Citation.Cite {
    var before = found.at
    var mode = Citation.Cite.Mode.normal
    if before > part.lowerBound, source[before - 1] == UInt8(ascii: "-"),
      before - 1 == part.lowerBound || isBlank(source[before - 2])
    {
      before -= 1
      mode = .suppressAuthor
    }
    let (locator, suffix) = LocatorParser.parse(source[found.end..<part.upperBound])
    return Citation.Cite(
      key: found.key, range: found.at..<found.end, mode: mode, locator: locator,
      prefix: Self.richText(source[part.lowerBound..<before]), suffix: suffix)
  }

  private typealias Key = (key: String, at: Int, end: Int)

  private func firstKey(in part: Range<Int>) -> Key? {
    var index = part.lowerBound
    var depth = 0
    while index < part.upperBound {
      switch source[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "["):
        depth += 1
        index += 1
      case UInt8(ascii: "]"):
        depth -= 1
        index += 1
      // What stands in brackets of its own is a citation of its own.
      case UInt8(ascii: "@") where depth == 0:
        let isWord = Self.word(in: source, endingAt: index, start: part.lowerBound)
        if !isWord, let (key, end) = Self.key(in: source, at: index, end: part.upperBound, unusual)
        {
          return (key, index, end)
        }
        index += 1
      default: index += 1
      }
    }
    return nil
  }

  /// The key after the `@` at `index`, and the offset after it.
  static func key(in source: [UInt8], at index: Int, end: Int, _ unusual: UnusualKeys) -> (
    String, Int
  )? {
    let regular = regularKey(in: source, at: index, end: end)
    guard
      let key = unusual.longest(for: regular?.0 ?? "", in: source, at: index + 1, end: end)
    else { return regular }
    return (String(decoding: key, as: UTF8.self), index + 1 + key.count)
  }

  /// The same for a key that keeps to the rules.
  static func regularKey(in source: [UInt8], at index: Int, end: Int) -> (String, Int)? {
    let start = index + 1
    guard start < end else { return nil }
    if source[start] == UInt8(ascii: "{") {
      guard let close = source[start..<end].firstIndex(of: UInt8(ascii: "}")), close > start + 1,
        !source[start..<close].contains(UInt8(ascii: "\n"))
      else { return nil }
      return (String(decoding: source[start + 1..<close], as: UTF8.self), close + 1)
    }
    guard var next = keyCharacter(in: source, at: start, end: end) else { return nil }
    while next < end, !joinsWords(in: source, at: next, end: end) {
      if let after = keyCharacter(in: source, at: next, end: end) {
        next = after
      } else if ":.#$%&-+?<>~/".utf8.contains(source[next]), next + 1 < end,
        keyCharacter(in: source, at: next + 1, end: end) != nil
          || (source[next] == UInt8(ascii: ":") || source[next] == UInt8(ascii: "/"))
            && source[next + 1] == UInt8(ascii: "/")
      {
        next += 1
      } else {
        break
      }
    }
    return (String(decoding: source[start..<next], as: UTF8.self), next)
  }

  /// Whether a word of a script without blanks begins at `index`, behind a letter or digit of ASCII.
  private static func joinsWords(in source: [UInt8], at index: Int, end: Int) -> Bool {
    source[index] >= 0xE0 && source[index - 1] < 0x80
      && scalar(in: source, at: index, end: end)?.joinsWords == true
  }

  /// The offset after the letter, digit or underscore at `index`.
  private static func keyCharacter(in source: [UInt8], at index: Int, end: Int) -> Int? {
    let byte = source[index]
    if byte < 0x80 {
      return isASCIILetter(byte) || isASCIIDigit(byte) || byte == UInt8(ascii: "_")
        ? index + 1 : nil
    }
    return word(in: source, at: index, end: end)
  }

  /// The offset after the letter, mark or digit beyond ASCII at `index`.
  private static func word(in source: [UInt8], at index: Int, end: Int) -> Int? {
    guard let scalar = scalar(in: source, at: index, end: end) else { return nil }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      index + UTF8.width(scalar)
    default: nil
    }
  }

  /// The character beyond ASCII at `index`.
  private static func scalar(in source: [UInt8], at index: Int, end: Int) -> Unicode.Scalar? {
    let length = source[index] >= 0xF0 ? 4 : source[index] >= 0xE0 ? 3 : 2
    guard source[index] >= 0xC2, index + length <= end,
      let scalar = String(decoding: source[index..<index + length], as: UTF8.self).unicodeScalars
        .first, scalar != "\u{FFFD}"
    else { return nil }
    return scalar
  }

  /// Whether a letter or digit ends right before `index`, as in an e-mail address.
  ///
  /// Arabic and Hebrew join "and", "by", "for" and the like, of one letter each, to the next word;
  /// other scripts have no blanks.
  static func word(in source: [UInt8], endingAt index: Int, start: Int) -> Bool {
    var end = index
    while end > start {
      let previous = source[end - 1]
      if previous < 0x80 { return isASCIILetter(previous) || isASCIIDigit(previous) }
      var first = end - 1
      while first > start, source[first] & 0xC0 == 0x80 { first -= 1 }
      guard word(in: source, at: first, end: end) != nil,
        let letter = scalar(in: source, at: first, end: end), !letter.joinsWords
      else { return false }
      if !"وفبلكושהכלבמ".unicodeScalars.contains(letter) { return true }
      end = first
    }
    return false
  }

  /// Prefixes and suffixes as rich text: emphasis becomes `<i>` and `<b>`, escapes go.
  static func richText(_ source: ArraySlice<UInt8>) -> String {
    guard !source.isEmpty else { return "" }
    var bytes: [UInt8] = []
    var isBold = false
    var isItalic = false
    var index = source.startIndex
    while index < source.endIndex {
      let byte = source[index]
      let next = index + 1 < source.endIndex ? source[index + 1] : 0
      switch byte {
      case UInt8(ascii: "\\") where isASCIIPunctuation(next):
        bytes.append(next)
        index += 1
      case UInt8(ascii: "*") where next == byte:
        bytes += isBold ? Array("</b>".utf8) : Array("<b>".utf8)
        isBold.toggle()
        index += 1
      case UInt8(ascii: "*"):
        bytes += isItalic ? Array("</i>".utf8) : Array("<i>".utf8)
        isItalic.toggle()
      case UInt8(ascii: "\r"), 0x09: bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "\n"):
        bytes.append(UInt8(ascii: " "))
        // The next line may begin with the mark of a quotation.
        while index + 1 < source.endIndex, isBlank(source[index + 1]) || source[index + 1] == 0x3E {
          index += 1
        }
      default: bytes.append(byte)
      }
      index += 1
    }
    if isItalic { bytes += Array("</i>".utf8) }
    if isBold { bytes += Array("</b>".utf8) }
    let first = bytes.firstIndex { !isBlank($0) } ?? bytes.count
    let last = bytes.lastIndex { !isBlank($0) } ?? first - 1
    return String(decoding: bytes[first..<last + 1], as: UTF8.self)
  }
}
