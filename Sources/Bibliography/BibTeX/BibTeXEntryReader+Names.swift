import Reporting

/// Authors, editors and the other names.
extension BibTeXEntryReader {
  mutating func readNames(report: inout Report) {
    let usesPrefix = optionIsSet("useprefix")
    readNames(.author, as: .author, usesPrefix, &report)
    readNames(.bookauthor, as: .containerAuthor, usesPrefix, &report)
    readNames(.translator, as: .translator, usesPrefix, &report)
    readNames(.director, as: .director, usesPrefix, &report)
    let variable: NameVariable =
      switch raw(.editortype)?.lowercased() {
      case "director": .director
      case "compiler": .compiler
      case "producer": .producer
      case "organizer": .organizer
      default: .editor
      }
    readNames(.editor, as: variable, usesPrefix, &report)
  }

  private mutating func readNames(
    _ field: BibTeXField, as variable: NameVariable, _ usesPrefix: Bool, _ report: inout Report
  ) {
    guard entry.has(field) else { return }
    item[variable] = names(field, usesPrefix: usesPrefix, report: &report)
  }

  /// Whether `options` holds `key`, `key=true`.
  private func optionIsSet(_ key: String) -> Bool {
    guard let options = raw(.options) else { return false }
    return options.split(separator: ",").contains { option in
      let parts = option.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
      return parts.first == key && (parts.count == 1 || parts[1] == "true")
    }
  }

  private mutating func names(
    _ field: BibTeXField, usesPrefix: Bool, report: inout Report
  ) -> [PersonName] {
    guard let value = entry[field] else { return [] }
    var names: [PersonName] = []
    names.reserveCapacity(4)
    var parts = BibTeXListParts(value)
    while let stretch = parts.next(of: source.bytes.span) {
      let one = BibTeXValue(
        bytes: source.trimmed(stretch), place: value.place, kinds: value.kinds)
      var name = PersonName()
      readName(into: &name, one, usesPrefix, &report)
      if !name.isEmpty { names.append(consume name) }
    }
    return names
  }

  private mutating func readName(
    into name: inout PersonName, _ value: BibTeXValue, _ usesPrefix: Bool, _ report: inout Report
  ) {
    if value.bytes.isEmpty { return }
    if let body = BibTeXNames.insideBraces(value.bytes, of: source.bytes.span) {
      name.literal = part(body, of: value, report: &report)
      return
    }
    if value.bytes.count == 6, source.bytes[value.bytes].elementsEqual("others".utf8) {
      name.literal = "others"
      return
    }
    var pieces = BibTeXNamePieces(value.bytes)
    let first = pieces.nextPart(of: source.bytes.span) ?? value.bytes
    if value.kinds.contains(.equals), isExtended(value.bytes) {
      name = extendedName(value, report: &report)
      return
    }
    if let second = pieces.nextPart(of: source.bytes.span) {
      let third = pieces.nextPart(of: source.bytes.span)
      reportCommas(of: value, moreThanTwo: &pieces, &report)
      // "von Last, First" or "von Last, Jr, First".
      setFamily(of: &name, to: first, value, usesPrefix, report: &report)
      name.given = part(third ?? second, of: value, report: &report)
      if third != nil { name.suffix = part(second, of: value, report: &report) }
    } else {
      readNaturalOrder(into: &name, value, usesPrefix, report: &report)
    }
    name.separateParticles()
  }

  private func reportCommas(
    of value: BibTeXValue, moreThanTwo pieces: inout BibTeXNamePieces, _ report: inout Report
  ) {
    var count = 2
    while pieces.nextPart(of: source.bytes.span) != nil { count += 1 }
    guard count > 2 else { return }
    report.add(
      .commas(
        source.text(value.bytes), count: count,
        at: source.range(value.isInPlace ? value.bytes : value.place)))
  }

  /// A name in natural order: "First von Last".
  private mutating func readNaturalOrder(
    into name: inout PersonName, _ value: BibTeXValue, _ usesPrefix: Bool, report: inout Report
  ) {
    var words = BibTeXNamePieces(value.bytes)
    guard var last = words.nextWord(of: source.bytes.span) else { return }
    var givenEnd = value.bytes.lowerBound
    while !isSmall(last), let next = words.nextWord(of: source.bytes.span) {
      givenEnd = last.upperBound
      last = next
    }
    name.given = part(value.bytes.lowerBound..<givenEnd, of: value, report: &report)
    setFamily(
      of: &name, to: last.lowerBound..<value.bytes.upperBound, value, usesPrefix, report: &report)
    // In Chinese, Japanese and Korean the natural order is another: "佐藤 花子".
    guard name.isUnspaced, !name.given.isEmpty else { return }
    let parts = "\(name.given) \(name.family)".split(separator: " ", maxSplits: 1)
    if parts.count == 2 { (name.family, name.given) = (String(parts[0]), String(parts[1])) }
  }

  /// Small words at the beginning are particles, as long as a word is left.
  ///
  /// "{van der Walt}": braces hold the particle to it, as quotation marks do in CSL-JSON, so that it
  /// stays where the name is sorted or turned.
  private mutating func setFamily(
    of name: inout PersonName, to range: Range<Int>, _ value: BibTeXValue, _ usesPrefix: Bool,
    report: inout Report
  ) {
    var words = BibTeXNamePieces(range)
    guard let first = words.nextWord(of: source.bytes.span) else { return }
    var word = first
    var particleEnd = first.lowerBound
    while isSmall(word), let next = words.nextWord(of: source.bytes.span) {
      particleEnd = word.upperBound
      word = next
    }
    var end = word.upperBound
    while let next = words.nextWord(of: source.bytes.span) { end = next.upperBound }
    let particles = part(first.lowerBound..<particleEnd, of: value, report: &report)
    let family = part(word.lowerBound..<end, of: value, report: &report)
    name.family = !family.isEmpty && isBraced(word) ? "\"\(family)\"" : family
    if usesPrefix {
      name.nonDroppingParticle = particles
    } else {
      name.droppingParticle = particles
    }
  }

  // MARK: biblatex's extended format

  private func isExtended(_ name: Range<Int>) -> Bool {
    var parts = BibTeXNamePieces(name)
    while let part = parts.nextPart(of: source.bytes.span) {
      guard let equals = source.bytes[part].firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = text(ofKey: part.lowerBound..<equals)
      if ["family", "given", "prefix", "suffix", "useprefix"].contains(key) || key.hasSuffix("-i") {
        return true
      }
    }
    return false
  }

  private func text(ofKey range: Range<Int>) -> String {
    String(decoding: source.bytes[source.trimmed(range)], as: UTF8.self)
  }

  /// A name by its parts: "given=Hans, family=Harman, prefix=von, useprefix=true".
  private mutating func extendedName(
    _ value: BibTeXValue, report: inout Report
  ) -> PersonName {
    var name = PersonName()
    var prefix = ""
    var usesPrefix = false
    var parts = BibTeXNamePieces(value.bytes)
    while let range = parts.nextPart(of: source.bytes.span) {
      let halves = source.bytes[range].split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard halves.count == 2 else { continue }
      var content = source.trimmed(halves[1].startIndex..<halves[1].endIndex)
      // Quotation marks may stand around a part.
      if content.count > 1, source.bytes[content.lowerBound] == UInt8(ascii: "\""),
        source.bytes[content.upperBound - 1] == UInt8(ascii: "\"")
      {
        content = content.lowerBound + 1..<content.upperBound - 1
      }
      let text = part(content, of: value, report: &report)
      switch self.text(ofKey: halves[0].startIndex..<halves[0].endIndex) {
      case "family": name.family = text
      case "given": name.given += (name.given.isEmpty ? "" : " ") + text
      case "prefix": prefix = text
      case "suffix": name.suffix = text
      case "useprefix": usesPrefix = text == "true"
      default: break
      }
    }
    if usesPrefix { name.nonDroppingParticle = prefix } else { name.droppingParticle = prefix }
    return name
  }

  // MARK: Parts

  /// The text of a stretch of a name, with spaces between initials.
  private mutating func part(
    _ range: Range<Int>, of value: BibTeXValue, report: inout Report
  ) -> String {
    let range = source.trimmed(range)
    if range.isEmpty { return "" }
    let text: String
    if value.isPlain || isPlain(range) {
      text = source.text(range)
    } else {
      text = latex(BibTeXValue(bytes: range, place: value.place), report: &report).string
        .split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{2009}" }.joined(separator: " ")
    }
    return Self.spacingInitials(text)
  }

  /// Whether a stretch without space at its ends holds no byte that LaTeX minds.
  private func isPlain(_ range: Range<Int>) -> Bool {
    let bytes = source.bytes.span
    var last: UInt8 = 0
    for index in range {
      let byte = bytes[index]
      if !LaTeXReader.isLetter(byte), LaTeXReader.isSpecial(byte) {
        // A hyphen or a space by itself is text.
        guard byte == 0x20 || byte == UInt8(ascii: "-"), byte != last else { return false }
      }
      last = byte
    }
    return true
  }

  private static func spacingInitials(_ text: String) -> String {
    guard mayNeedSpaces(text) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    func isInitial(_ index: Int) -> Bool {
      index < bytes.count && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index])
        && (index == 0 || bytes[index - 1] == 0x20 || bytes[index - 1] == UInt8(ascii: "."))
    }
    for (index, byte) in bytes.enumerated() {
      result.append(byte)
      let next = index + 2
      let endsThere = next >= bytes.count || bytes[next] == 0x20 || bytes[next] == UInt8(ascii: ".")
      if byte == UInt8(ascii: "."), index > 0, isInitial(index - 1), isInitial(index + 1), endsThere
      {
        result.append(0x20)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether something else than a space follows a full stop.
  private static func mayNeedSpaces(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var last: UInt8 = 0
    for index in bytes.indices {
      if last == UInt8(ascii: "."), bytes[index] != 0x20 { return true }
      last = bytes[index]
    }
    return false
  }

  /// Whether the first letter of a word is a small letter of a script that has capitals; a word in
  /// braces is not small.
  private func isSmall(_ word: Range<Int>) -> Bool {
    let first = source.bytes[word.lowerBound]
    if first < 0x80 {
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) { return true }
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) { return false }
      if isBraced(word) { return false }
    } else if source.isUTF8 {
      let letter = source.bytes.span.scalar(at: word.lowerBound).properties
      if letter.isAlphabetic { return letter.isLowercase && letter.changesWhenUppercased }
    }
    var reader = LaTeXReader(word, of: source)
    let text = Markup.plain(reader.read().string)
    let letter = text.unicodeScalars.first { $0.properties.isAlphabetic }
    return letter.map { $0.properties.isLowercase && $0.properties.changesWhenUppercased } ?? false
  }

  /// Whether a word begins with a brace that is not part of the spelling of a letter.
  private func isBraced(_ word: Range<Int>) -> Bool {
    let second = word.lowerBound + 1
    return source.bytes[word.lowerBound] == UInt8(ascii: "{")
      && !(second < word.upperBound && source.bytes[second] == UInt8(ascii: "\\"))
  }
}

extension Diagnostic {
  fileprivate static func commas(_ name: String, count: Int, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "bibtex-name-commas",
      "Name '\(name)' has \(count) commas; two at most have a sense",
      at: range, hint: "Put 'and' between names")
  }
}
