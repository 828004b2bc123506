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

  /// Four letters of one family name, two of each of two, and so on.
  private mutating func appendLetters() {
    let author = VariableCode.code(NameVariable.author)
    let code = isPresent(author) ? author : VariableCode.code(NameVariable.editor)
    guard isPresent(code) else { return }
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
      let family = items.pool[(name.family.isEmpty ? name.literal : name.family).range]
      let letters = String(decoding: family, as: UTF8.self).unicodeScalars
        .filter(\.properties.isAlphabetic).prefix(count)
      for letter in letters { tree.bytes += String(Character(letter)).utf8 }
    }
  }

  private mutating func appendShortYear() {
    guard isPresent(VariableCode.code(DateVariable.issued)) else { return }
    let year = items.date(VariableCode.code(DateVariable.issued), of: cite.item).start.year
    Digits.appendPadded(Int(year.magnitude) % 100, width: 2, to: &tree.bytes)
  }
}
