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
    text.copy(words, of: source)
    text.put("](<".utf8, for: index..<end)
    text.copy(address, of: source)
    text.put(">)".utf8, for: index..<end)
    copied = end
    index = end
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

  /// `\citep[see][p. 3]{a,b}`: the last bracket is the locator.
  mutating func scanCiteCommand(_ name: String, after nameEnd: Int) {
    var offset = nameEnd
    var notes: [Range<Int>] = []
    while byte(offset) == UInt8(ascii: "["), let close = closingBracket(of: offset) {
      notes.append(offset + 1..<close)
      offset = close + 1
    }
    guard let close = argumentEnd(offset) else { return leaveOut(after: nameEnd, name: name) }
    let mode: Citation.Cite.Mode =
      switch name {
      case "citet", "Citet", "textcite": .authorInText
      case "citeauthor": .authorOnly
      case "citeyear", "citeyearpar": .suppressAuthor
      default: .normal
      }
    var cites: [Citation.Cite] = []
    var start = offset + 1
    for part in source[start..<close].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    {
      let key = String(decoding: part.filter { !isBlank($0) }, as: UTF8.self)
      if !key.isEmpty {
        cites.append(Citation.Cite(key: key, range: start..<start + part.count, mode: mode))
      }
      start += part.count + 1
    }
    guard !cites.isEmpty else { return leaveOut(after: nameEnd, name: name) }
    if let last = notes.last {
      let (locator, suffix) = LocatorParser.parse(source[last])
      cites[cites.count - 1].locator = locator
      cites[cites.count - 1].suffix = suffix
    }
    if notes.count > 1 { cites[0].prefix = CitationParser.richText(source[notes[0]]) }
    let range = index..<close + 1
    put(.citation(Citation(cites: cites, range: range)), over: range)
  }
}
