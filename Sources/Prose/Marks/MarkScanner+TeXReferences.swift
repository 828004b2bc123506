/// Links, cross references and citations that are written in TeX.
extension MarkScanner {
  /// Writes `\url{…}` and `\href{…}{…}` as links of Markdown.
  mutating func putLink(_ name: String, after nameEnd: Int) {
    guard let close = argumentEnd(nameEnd) else { return leaveOut(after: nameEnd, name: name) }
    let address = nameEnd + 1..<close
    var words = address
    var end = close + 1
    if name == "href" {
      guard let last = argumentEnd(end) else { return leaveOut(after: nameEnd, name: name) }
      words = end + 1..<last
      end = last + 1
    }
    let isPlain = source[address].allSatisfy { !isBlank($0) && $0 != 0x3C && $0 != 0x3E }
    guard isPlain, !address.isEmpty else { return leaveOut(after: nameEnd, name: name) }
    flush(upTo: index)
    text.put("[".utf8, for: index..<end)
    if name == "href" { scanWords(words) } else { text.copy(words, of: source) }
    text.put("](<".utf8, for: index..<end)
    text.copy(address, of: source)
    text.put(">)".utf8, for: index..<end)
    copied = end
    index = end
  }

  /// Copies the words of a link with their marks.
  private mutating func scanWords(_ words: Range<Int>) {
    let outer = (closers, fruitless, segmentEnd)
    index = words.lowerBound
    copied = index
    beginText(until: words.upperBound)
    scanText(until: words.upperBound)
    flush(upTo: words.upperBound)
    (closers, fruitless, segmentEnd) = outer
  }

  mutating func scanReference(_ name: String, after nameEnd: Int) {
    guard let close = argumentEnd(nameEnd) else { return leaveOut(after: nameEnd, name: name) }
    let form: CrossReference.Form =
      switch name {
      case "ref", "pageref": .number
      case "eqref": .parenthesized
      default: .labelled
      }
    let labels = source[nameEnd + 1..<close].split(separator: UInt8(ascii: ","))
      .map { String(decoding: $0.filter { !isBlank($0) }, as: UTF8.self) }
    put(.reference(labels: labels, form), over: index..<close + 1)
  }

  /// `\@ref(fig:a)` and the label `(\#fig:a)` of R Markdown's bookdown; false for another escape.
  mutating func scanBookdown() -> Bool {
    var begin = index + 2
    if source[index..<end].starts(with: "\\@ref(".utf8) {
      begin = index + 6
    } else if byte(index + 1) != UInt8(ascii: "#") || byte(index - 1) != UInt8(ascii: "(")
      || copied == index
    {
      return false
    }
    var close = begin
    while isWordByte(byte(close)) || "-_:.".utf8.contains(byte(close)) { close += 1 }
    let label = String(decoding: source[begin..<close], as: UTF8.self)
    guard byte(close) == UInt8(ascii: ")"), close < segmentEnd, label.contains(":") else {
      return false
    }
    if byte(index + 1) == UInt8(ascii: "@") {
      put(.reference(labels: [label], .number), over: index..<close + 1)
    } else {
      found.labels.insert(label)
      put(.label(label), over: index - 1..<close + 1)
    }
    return true
  }

  /// The commands of LaTeX, natbib, biblatex and REVTeX that cite.
  static let citeCommands: Set<String> = [
    "cite", "citep", "citet", "citealp", "citealt", "citeauthor", "citeyear", "citeyearpar",
    "citenum", "onlinecite", "Citep", "Citet", "Citealp", "Citealt", "Citeauthor", "parencite",
    "textcite", "autocite", "footcite", "smartcite", "supercite", "fullcite", "Cite", "Parencite",
    "Textcite", "Autocite", "Smartcite",
  ]

  private static func mode(of command: String) -> Citation.Cite.Mode {
    switch command {
    case "citet", "Citet", "textcite", "Textcite": .authorInText
    case "citeauthor", "Citeauthor": .authorOnly
    case "citeyear", "citeyearpar": .suppressAuthor
    default: .normal
    }
  }

  /// `\citep[see][p. 3]{a,b}`: the last bracket is the locator.
  ///
  /// A star makes no difference, and `\citep[@a]` is a citation of Markdown that TeX has got into.
  mutating func scanCiteCommand(_ name: String, after nameEnd: Int) {
    var offset = byte(nameEnd) == UInt8(ascii: "*") ? nameEnd + 1 : nameEnd
    if byte(offset) == UInt8(ascii: " "), "[{".utf8.contains(byte(offset + 1)) { offset += 1 }
    var notes: [Range<Int>] = []
    while byte(offset) == UInt8(ascii: "["), let close = closingBracket(of: offset) {
      notes.append(offset + 1..<close)
      offset = close + 1
    }
    guard let close = argumentEnd(offset) else {
      if notes.count == 1, let citation = parser(notes[0]).parseGroup() {
        return putCitation(citation, over: index..<notes[0].upperBound + 1)
      }
      return leaveOut(after: nameEnd, name: name)
    }
    var cites = cites(in: offset + 1..<close, Self.mode(of: name))
    guard !cites.isEmpty else { return leaveOut(after: nameEnd, name: name) }
    if let last = notes.last {
      let (locator, suffix) = LocatorParser.parse(source[last])
      cites[cites.count - 1].locator = locator
      cites[cites.count - 1].suffix = suffix
    }
    if notes.count > 1 { cites[0].prefix = CitationParser.richText(source[notes[0]]) }
    putCitation(Citation(cites: cites, range: index..<close + 1), over: index..<close + 1)
  }

  /// Keys parted by commas; some authors write them with an `@`.
  private func cites(in argument: Range<Int>, _ mode: Citation.Cite.Mode) -> [Citation.Cite] {
    var cites: [Citation.Cite] = []
    var start = argument.lowerBound
    for part in source[argument].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    {
      var key = part.filter { !isBlank($0) }
      if key.first == UInt8(ascii: "@") { key.removeFirst() }
      if !key.isEmpty {
        let key = String(decoding: key, as: UTF8.self)
        cites.append(Citation.Cite(key: key, range: start..<start + part.count, mode: mode))
      }
      start += part.count + 1
    }
    return cites
  }
}
