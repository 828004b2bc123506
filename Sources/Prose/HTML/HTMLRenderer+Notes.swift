/// The numbers readers see on notes: the author's own, and citations where they are notes.
package struct NoteNumbers: Sendable, Equatable {
  /// For each footnote of the document.
  package var footnotes: [Int]
  /// For each citation: its own note's number, or that of the note it stands in.
  package var citations: [Int?]
  /// What each note holds, from number 1.
  package var notes: [Document.Note]
}

extension Document {
  /// The numbers of all notes in the order in which readers meet them.
  package func noteNumbers(citationsAreNotes: Bool) -> NoteNumbers {
    var numbers = NoteNumbers(
      footnotes: Array(repeating: 0, count: footnotes.count),
      citations: Array(repeating: nil, count: citations.count), notes: [])
    for note in notes {
      if case .citation(let index) = note,
        !citationsAreNotes || citations[index].place == .alternative
      {
        continue
      }
      numbers.notes.append(note)
      switch note {
      case .footnote(let index): numbers.footnotes[index] = numbers.notes.count
      case .citation(let index): numbers.citations[index] = numbers.notes.count
      }
    }
    for (index, citation) in citations.enumerated() {
      if let footnote = citation.footnote { numbers.citations[index] = numbers.footnotes[footnote] }
    }
    return numbers
  }

  /// Whether the notes stand beside the text: they are few, each is short, and none is held up by
  /// those before it.
  func hasSideNotes(_ options: HTMLOptions) -> Bool {
    switch options.notes {
    case .side: return true
    case .end: return false
    case .automatic:
      if options.citations.areNotes || footnotes.count > 12 { return false }
      return footnotes.allSatisfy { note in
        guard note.blocks.count == 1, case .paragraph(let inlines) = note.blocks[0].kind else {
          return false
        }
        return inlines.plainText.utf8.count <= 400
      } && notesFindRoom
    }
  }

  /// Whether each note can stand beside its own text: one that has to wait below those before it
  /// would hold back its paragraph too, and leave a hole in the text.
  ///
  /// A line of the margin holds half as much as one of the text, which is measured as written.
  private var notesFindRoom: Bool {
    guard footnotes.count > 1 else { return true }
    var waiting = 0
    for block in blocks {
      let notes = block.firstReferences.reduce(0) {
        $0 + footnotes[$1].blocks.plainText.utf8.count + 25
      }
      if notes > 0, waiting > 100 { return false }
      waiting = max(0, waiting + notes - block.range.count / 2)
    }
    return true
  }
}

extension Block {
  /// The notes that it is the first to refer to.
  fileprivate var firstReferences: [Int] {
    switch kind {
    case .heading(let heading): heading.inlines.flatMap(\.firstReferences)
    case .paragraph(let inlines): inlines.flatMap(\.firstReferences)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.firstReferences) }
    case .blockQuote(let blocks), .div(_, let blocks): blocks.flatMap(\.firstReferences)
    default: []
    }
  }
}

extension Inline {
  fileprivate var firstReferences: [Int] {
    if case .footnoteReference(let index, 1) = kind { return [index] }
    return content.flatMap(\.firstReferences)
  }
}

extension HTMLRenderer {
  /// The raised number that leads to a note.
  mutating func renderReference(toNote number: Int, occurrence: Int) {
    if isRepeated { return }
    if occurrence == 1, hasSideNotes { pendingNotes.append(number) }
    let shown = options.words.number(number)
    html.add("<sup class=\"fnref\" id=\"")
    addReferenceID(number, occurrence)
    html.add("\">")
    if isInLink {
      html.add(shown)
    } else {
      html.add("<a href=\"#fn-")
      html.add(number)
      html.add("\" role=\"doc-noteref\"")
      html.add(attribute: "aria-label", "\(options.words.note) \(shown)")
      html.add(">")
      html.add(shown)
      html.add("</a>")
    }
    html.add("</sup>")
  }

  private mutating func addReferenceID(_ number: Int, _ occurrence: Int) {
    html.add("fnref-")
    html.add(number)
    guard occurrence > 1 else { return }
    html.add("-")
    html.add(occurrence)
  }

  /// Notes that the words for an image refer to: those words are an attribute and lead nowhere.
  mutating func renderReferences(toNotesOf words: [Inline]) {
    for inline in words {
      if case .footnoteReference(let index, let occurrence) = inline.kind {
        renderReference(toNote: numbers.footnotes[index], occurrence: occurrence)
      } else {
        renderReferences(toNotesOf: inline.content)
      }
    }
  }

  mutating func renderCitation(_ index: Int) {
    if options.citations.areNotes, document.citations[index].footnote == nil,
      let number = numbers.citations[index]
    {
      html.add(options.citations.lead(index))
      renderReference(toNote: number, occurrence: 1)
    } else if let text = options.citations[index] {
      if isInLink {
        html.add(Self.withoutLinks(String(decoding: text, as: UTF8.self)))
      } else {
        html.add(text)
      }
    } else {
      // Nobody has formatted it: its keys tell more than a gap.
      html.add(escaped: document.citations[index].keys)
    }
  }

  /// A link cannot hold another.
  private static func withoutLinks(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      let tag = rest[open...]
      guard tag.hasPrefix("<a ") || tag.hasPrefix("<a>") || tag.hasPrefix("</a>"),
        let close = tag.firstIndex(of: ">")
      else {
        result += "<"
        rest = tag.dropFirst()
        continue
      }
      rest = tag[close...].dropFirst()
    }
    return result + rest
  }

  /// The notes whose references stand in the block that has just been written.
  mutating func renderSideNotes() {
    var next = 0
    // A note may refer to another.
    while next < pendingNotes.count {
      let number = pendingNotes[next]
      let shown = options.words.number(number)
      html.startLine()
      html.add("<aside class=\"note\" role=\"doc-footnote\" id=\"fn-\(number)\">")
      html.add("<a href=\"#fnref-\(number)\" role=\"doc-backlink\"")
      // The number stands alone at the end: its link is found by the words that can be seen (WCAG
      // 2.5.3).
      html.add(
        attribute: "aria-label", "\(options.words.backToText): \(options.words.note) \(shown)")
      html.add(">\(shown)</a> ")
      renderContent(ofNote: number, isTight: true)
      html.add("</aside>\n")
      next += 1
    }
    pendingNotes.removeAll()
  }

  /// The notes after the text.
  mutating func renderEndNotes() {
    guard !hasSideNotes, !numbers.notes.isEmpty else { return }
    html.add("<ol class=\"notes peek\">\n")
    for number in 1...numbers.notes.count {
      html.add("<li id=\"fn-\(number)\">")
      renderContent(ofNote: number, isTight: isShort(numbers.notes[number - 1]))
      if html.bytes.suffix(5).elementsEqual("</p>\n".utf8) {
        html.bytes.removeLast(5)
        addBackLinks(number)
        html.add("</p>\n")
      } else {
        addBackLinks(number)
      }
      html.add("</li>\n")
    }
    html.add("</ol>\n")
  }

  private func isShort(_ note: Document.Note) -> Bool {
    if case .footnote(let index) = note {
      document.footnotes[index].blocks.count == 1
    } else {
      true
    }
  }

  private mutating func renderContent(ofNote number: Int, isTight: Bool) {
    switch numbers.notes[number - 1] {
    case .citation(let index): html.add(options.citations[index] ?? [])
    case .footnote(let index): renderInside(document.footnotes[index].blocks, isTight: isTight)
    }
  }

  private mutating func addBackLinks(_ number: Int) {
    var count = 1
    if case .footnote(let index) = numbers.notes[number - 1] {
      count = document.footnotes[index].referenceCount
    }
    let words = options.words
    let name = "\(words.backToText): \(words.note) \(words.number(number))"
    for occurrence in 1...max(count, 1) {
      html.add(" <a class=\"back\" href=\"#")
      addReferenceID(number, occurrence)
      html.add("\" role=\"doc-backlink\"")
      html.add(
        attribute: "aria-label", count > 1 ? "\(name) (\(words.number(occurrence)))" : name)
      html.add(">↩\u{FE0E}</a>")
    }
  }
}
