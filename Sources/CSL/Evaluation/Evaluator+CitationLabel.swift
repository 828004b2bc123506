import Bibliography

extension Evaluator {
  /// A label such as "Lov43" or "LoBa43", with the year-suffix (CSL 1.0.2, `citation-label`).
  ///
  /// The specification leaves its form open; an item may bring one of its own.
  mutating func appendCitationLabel(_ node: StyleNode, to parent: Int32) {
    let start = tree.bytes.count
    let own = VariableCode.bit(.citationLabel) & item.present
    if own != 0 {
      let text = items.text(VariableCode.code(.citationLabel), of: cite.item)
      tree.bytes.append(text.slice.range, of: items.pool)
    } else {
      appendLetters()
      appendShortYear()
    }
    let leaf = tree.appendText(from: start, node.formatting, to: parent)
    applyCase(node.formatting, to: leaf)
    if cite.hints.yearSuffix > 0, !hasYearSuffix {
      hasYearSuffix = true
      appendYearSuffix(node.formatting, to: parent)
    }
  }

  /// Four letters of one family name, two of each of two, and so on; without names, of the title.
  private mutating func appendLetters() {
    let codes = [NameVariable.author, .editor] + NameVariable.allCases
    guard let code = codes.lazy.map({ VariableCode.code($0) }).first(where: { isPresent($0) })
    else { return appendLettersOfTitle() }
    let people = items.people(code, of: cite.item).prefix(4)
    let counts: [Int] =
      switch people.count {
      case 1: [4]
      case 2: [2, 2]
      case 3: [2, 1, 1]
      default: [1, 1, 1, 1]
      }
    for (person, count) in zip(people, counts) {
      let name = items.names[person]
      append(words(of: name.family.isEmpty ? name.literal : name.family), most: count)
    }
  }

  private mutating func appendLettersOfTitle() {
    guard isPresent(VariableCode.code(.title)) else { return }
    let words = words(of: items.text(VariableCode.code(.title), of: cite.item).slice)
    append(words.filter { !StopWords.english.contains($0) }, most: 4)
  }

  /// The words of a text without its tags and without an article in front.
  private func words(of text: Slice) -> [Substring] {
    var isTag = false
    let plain = items.pool[text.range].filter { byte in
      defer { isTag = byte == UInt8(ascii: "<") || isTag && byte != UInt8(ascii: ">") }
      return !isTag && byte != UInt8(ascii: "<")
    }
    let words = String(decoding: plain, as: UTF8.self).split(separator: " ")
    let hasArticle = words.count > 1 && ["a", "an", "the"].contains(words[0].lowercased())
    return hasArticle ? Array(words.dropFirst()) : words
  }

  /// Letters from the start on, the first one a capital.
  private mutating func append(_ words: [Substring], most: Int) {
    let letters = words.joined().unicodeScalars.filter(\.properties.isAlphabetic).prefix(most)
    for (place, letter) in letters.enumerated() {
      let properties = letter.properties
      tree.bytes +=
        (place == 0 ? properties.uppercaseMapping : properties.lowercaseMapping).utf8
    }
  }

  private mutating func appendShortYear() {
    guard isPresent(VariableCode.code(DateVariable.issued)) else { return }
    let year = items.date(VariableCode.code(DateVariable.issued), of: cite.item).start.year
    Digits.appendPadded(Int(year.magnitude) % 100, width: 2, to: &tree.bytes)
  }
}
