extension Item {
  /// Takes out of the note what stands for fields there: lines such as `original-date: 1923` and
  /// pieces such as `{:medium: Microfilm}`, in which citation managers keep what they have no
  /// fields of their own for, and which other CSL processors read.
  ///
  /// The note may begin with one line of text; other text ends the fields. A name is
  /// `editor: Family || Given`, of an institution one part; several stand in a line each. A type
  /// and dates replace those of the item, other fields only fill in what it lacks.
  public mutating func takeFieldsOutOfNote() {
    guard let note = self[.note], note.utf8.contains(UInt8(ascii: ":")) else { return }
    var text: [Substring] = []
    var names: [NameVariable: [PersonName]] = [:]
    for (index, piece) in Self.pieces(ofNote: note).enumerated() {
      guard let (name, value) = Self.field(piece.content) else {
        guard index == 0 else {
          text.append(note[piece.start...])
          break
        }
        text.append(piece.content)
        continue
      }
      if !take(name, value, &names) { text.append(piece.content) }
    }
    for (variable, names) in names { self[variable] = names }
    let rest = text.joined(separator: "\n").trimmed
    self[.note] = rest.isEmpty ? nil : rest
  }

  /// Sets a field; false if it is none, cannot be read, or is there already.
  private mutating func take(
    _ name: Substring, _ value: String, _ names: inout [NameVariable: [PersonName]]
  ) -> Bool {
    switch ReferenceField.table[name.utf8]?.value {
    case .type:
      guard let type = ItemType(name: value) else { return false }
      self.type = type
    case .date(let variable):
      guard let date = ItemDate(edtf: value) ?? ItemDate(prose: value) else { return false }
      self[variable] = date
    case .names(let variable):
      guard self[variable].isEmpty, let person = Self.person(value) else { return false }
      names[variable, default: []].append(person)
    case .text(let variable):
      guard self[variable] == nil else { return false }
      self[variable] = value
    case .id, nil: return false
    }
    return true
  }

  /// `Family || Given`, or the whole name of an institution.
  private static func person(_ text: String) -> PersonName? {
    let parts = text.split(separator: "||", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    var person =
      parts.count == 2
      ? PersonName(family: parts[0], given: parts[1]) : PersonName(literal: parts[0])
    return person.settle(holdsParticles: true) ? person : nil
  }

  /// The lines of a note and, as pieces of their own, what stands in `{:…}`; where each begins.
  private static func pieces(ofNote note: String) -> [(start: String.Index, content: Substring)] {
    var pieces: [(start: String.Index, content: Substring)] = []
    func add(_ content: Substring, from start: String.Index) {
      if !content.allSatisfy(\.isWhitespace) { pieces.append((start, content)) }
    }
    for line in note.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "{:", omittingEmptySubsequences: false)
      add(parts[0], from: line.startIndex)
      for part in parts.dropFirst() {
        let brace = note.utf8.index(part.startIndex, offsetBy: -2)
        guard let end = part.firstIndex(of: "}") else {
          add(note[brace..<part.endIndex], from: brace)
          continue
        }
        add(part[..<end], from: brace)
        let rest = part[part.index(after: end)...]
        add(rest, from: rest.startIndex)
      }
    }
    return pieces
  }

  /// The parts of `name: value`; the name in small letters and hyphens, or in capitals (DOI).
  private static func field(_ content: Substring) -> (name: Substring, value: String)? {
    let parts = content.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let name = parts[0]
    let value = String(parts[1]).trimmed
    let isName =
      name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
      || name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    return isName && !value.isEmpty ? (name, value) : nil
  }
}
