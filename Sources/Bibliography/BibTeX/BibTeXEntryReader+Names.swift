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
    return BibTeXNames.split(value.bytes).compactMap { bytes in
      let bytes = trimmed(bytes)
      guard !bytes.isEmpty else { return nil }
      let part = BibTeXValue(bytes: bytes, place: value.place)
      let name = name(part, usesPrefix: usesPrefix, report: &report)
      return name.isEmpty ? nil : name
    }
  }

  private mutating func name(
    _ value: BibTeXValue, usesPrefix: Bool, report: inout Report
  ) -> PersonName {
    if var plain = plainName(value.bytes) {
      plain.separateParticles()
      return plain
    }
    if let body = BibTeXNames.insideBraces(value.bytes) {
      return PersonName(literal: part(body, of: value, report: &report))
    }
    if value.bytes.elementsEqual("others".utf8) { return PersonName(literal: "others") }
    let parts = BibTeXNames.splitAtCommas(value.bytes)
    if isExtended(parts[0]) { return extendedName(parts, of: value, report: &report) }
    if parts.count > 3 {
      report.add(
        .commas(source.text(value.bytes), count: parts.count - 1, at: place(of: value)))
    }
    var name =
      parts.count == 1
      ? uninverted(value, usesPrefix: usesPrefix, report: &report)
      : inverted(parts, of: value, usesPrefix: usesPrefix, report: &report)
    name.separateParticles()
    return name
  }

  /// "Family, Given" with a family name of one word and nothing that LaTeX minds, as most names are;
  /// nil for any other.
  private func plainName(_ bytes: ArraySlice<UInt8>) -> PersonName? {
    guard let first = bytes.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
      return nil
    }
    var comma: Int?
    var last: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: ","):
        if comma != nil { return nil }
        comma = index
      case 0x20, UInt8(ascii: "-"):
        if comma == nil && byte == 0x20 || byte == last { return nil }
      // The Arabic comma begins so.
      case 0xD8: return nil
      case _ where LaTeXReader.isLetter(byte), UInt8(ascii: "."), 0x80...: break
      default: return nil
      }
      last = byte
    }
    guard let comma else { return nil }
    let given = trimmed(bytes[(comma + 1)...])
    return PersonName(
      family: Self.spacingInitials(source.text(bytes[..<comma])),
      given: Self.spacingInitials(source.text(given)))
  }

  /// A name in natural order: "First von Last".
  private mutating func uninverted(
    _ value: BibTeXValue, usesPrefix: Bool, report: inout Report
  ) -> PersonName {
    let words = BibTeXNames.words(value.bytes)
    var name = PersonName()
    guard let last = words.last else { return name }
    let firstParticle = words.dropLast().firstIndex { isSmall($0) } ?? words.count - 1
    name.given = part(words[..<firstParticle], of: value, report: &report)
    if firstParticle == words.count - 1 {
      name.family = family([last], of: value, report: &report)
    } else {
      setFamily(of: &name, to: words[firstParticle...], value, usesPrefix, report: &report)
    }
    return name
  }

  /// A name with commas: "von Last, First" or "von Last, Jr, First".
  private mutating func inverted(
    _ parts: [ArraySlice<UInt8>], of value: BibTeXValue, usesPrefix: Bool, report: inout Report
  ) -> PersonName {
    var name = PersonName()
    setFamily(
      of: &name, to: BibTeXNames.words(parts[0])[...], value, usesPrefix, report: &report)
    let given = parts.count > 2 ? parts[2] : parts[1]
    name.given = part(given, of: value, report: &report)
    if parts.count > 2 { name.suffix = part(parts[1], of: value, report: &report) }
    return name
  }

  /// Small words at the beginning are particles, as long as a word is left.
  private mutating func setFamily(
    of name: inout PersonName, to words: ArraySlice<ArraySlice<UInt8>>, _ value: BibTeXValue,
    _ usesPrefix: Bool, report: inout Report
  ) {
    let count = min(words.prefix { isSmall($0) }.count, max(words.count - 1, 0))
    let particles = part(words.prefix(count), of: value, report: &report)
    name.family = family(words.dropFirst(count), of: value, report: &report)
    if usesPrefix {
      name.nonDroppingParticle = particles
    } else {
      name.droppingParticle = particles
    }
  }

  /// The words of a family name.
  ///
  /// "{van der Walt}": braces hold the particle to it, as quotation marks do in CSL-JSON, so that it
  /// stays where the name is sorted or turned.
  private mutating func family(
    _ words: ArraySlice<ArraySlice<UInt8>>, of value: BibTeXValue, report: inout Report
  ) -> String {
    let name = part(words, of: value, report: &report)
    let isHeld = !name.isEmpty && words.first.map(isBraced) ?? false
    return isHeld ? "\"\(name)\"" : name
  }

  // MARK: biblatex's extended format

  private func isExtended(_ part: ArraySlice<UInt8>) -> Bool {
    guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return false }
    let key = String(decoding: trimmed(part[..<equals]), as: UTF8.self)
    return ["family", "given", "prefix", "suffix", "useprefix"].contains(key)
      || key.hasSuffix("-i")
  }

  /// A name by its parts: "given=Hans, family=Harman, prefix=von, useprefix=true".
  private mutating func extendedName(
    _ parts: [ArraySlice<UInt8>], of value: BibTeXValue, report: inout Report
  ) -> PersonName {
    var name = PersonName()
    var prefix = ""
    var usesPrefix = false
    for bytes in parts {
      let halves = bytes.split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard halves.count == 2 else { continue }
      var content = trimmed(halves[1])
      // Quotation marks may stand around a part.
      if content.count > 1, content.first == UInt8(ascii: "\""),
        content.last == UInt8(ascii: "\"")
      {
        content = content.dropFirst().dropLast()
      }
      let text = part(content, of: value, report: &report)
      switch String(decoding: trimmed(halves[0]), as: UTF8.self) {
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

  private mutating func part(
    _ words: ArraySlice<ArraySlice<UInt8>>, of value: BibTeXValue, report: inout Report
  ) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    return part(value.bytes[first.startIndex..<last.endIndex], of: value, report: &report)
  }

  /// The text of a stretch of a name, with spaces between initials.
  private mutating func part(
    _ bytes: ArraySlice<UInt8>, of value: BibTeXValue, report: inout Report
  ) -> String {
    let bytes = trimmed(bytes)
    if bytes.isEmpty { return "" }
    let text: String
    if let plain = plainText(bytes) {
      text = plain
    } else {
      text = latex(BibTeXValue(bytes: bytes, place: value.place), report: &report).string
        .split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{2009}" }.joined(separator: " ")
    }
    return Self.spacingInitials(text)
  }

  private static func spacingInitials(_ text: String) -> String {
    var last: UInt8 = 0
    let mayNeedSpace = text.utf8.contains { byte in
      defer { last = byte }
      return last == UInt8(ascii: ".") && byte != 0x20
    }
    guard mayNeedSpace else { return text }
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

  /// Whether the first letter of a word is a small letter of a script that has capitals; a word in
  /// braces is not small.
  private func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if first < 0x80 {
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) { return true }
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) { return false }
      if isBraced(word) { return false }
    }
    var reader = LaTeXReader(word, source: source)
    let letter = reader.read().string.unicodeScalars.first { $0.properties.isAlphabetic }
    return letter.map { $0.properties.isLowercase && $0.properties.changesWhenUppercased } ?? false
  }

  /// Whether a word begins with a brace that is not part of the spelling of a letter.
  private func isBraced(_ word: ArraySlice<UInt8>) -> Bool {
    word.first == UInt8(ascii: "{") && word.dropFirst().first != UInt8(ascii: "\\")
  }

  private func place(of value: BibTeXValue) -> SourceRange {
    let isInFile =
      value.place.contains(value.bytes.startIndex) && value.bytes.endIndex <= value.place.upperBound
    return source.range(
      isInFile ? value.bytes.startIndex..<value.bytes.endIndex : value.place)
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
