import JournalModel

extension SearchIndex {
  /// A file of the index.
  package struct File: Sendable, Hashable {
    /// Under the folder of the index: `terms/12.js`.
    package var path: String
    package var bytes: [UInt8]
  }

  private static let partSize = 16 * 1024
  static let documentsPerPart = 8
  /// Of an abstract, in characters: what a result shows.
  private static let excerptLength = 220

  /// What `index.js` says of the articles beside the names of the files.
  struct Outline: Sendable, Codable {
    var count = 0
    var sections: [Localized<String>] = []
    /// Runs of articles of one year and section: how many, which year, which section.
    var runs: [Int] = []
    /// Of the files that show the articles.
    var marks: [String] = []
  }

  /// Makes the files of terms in their order, then `index.js`, which names all files by their
  /// contents, so that a browser never mixes two editions.
  func makeFiles(_ outline: Outline, _ take: (File) -> Void) {
    var (bounds, marks): ([String], [String]) = ([], [])
    makeTermParts { bound, bytes in
      let file = File(path: "terms/\(marks.count).js", bytes: bytes)
      bounds.append(bound)
      marks.append(Self.mark(of: bytes))
      take(file)
    }
    marks += outline.marks
    take(File(path: "index.js", bytes: Self.overview(outline, bounds: bounds, marks: marks)))
  }

  // MARK: Terms

  /// `part("terms/0", "term postings term postings")`, in the order of the terms' bytes, each with
  /// its first term.
  private func makeTermParts(_ take: (String, [UInt8]) -> Void) {
    let bytes = store.span
    let order = terms.indices.sorted { precedes(terms[$0], terms[$1], in: bytes) }
    var (part, bound, count): ([UInt8], String, Int) = ([], "", 0)
    func finish() {
      take(bound, Self.script("terms/\(count)", part))
      count += 1
      part = []
    }
    for index in order {
      let term = terms[index]
      if part.isEmpty { bound = text(of: term) } else { part.append(0x20) }
      part += store[Int(term.offset)..<Int(term.offset) + Int(term.length)]
      part.append(0x20)
      append(postingsOf: term, to: &part)
      if part.count >= Self.partSize { finish() }
    }
    if !part.isEmpty { finish() }
  }

  /// A word of more than half of many articles says nothing in their texts: it keeps only its
  /// places in titles, names, keywords and abstracts, and an asterisk says so.
  private func append(postingsOf term: Term, to part: inout [UInt8]) {
    let isCommon = count >= 100 && Int(term.bodyCount) * 2 > count
    if isCommon { part.append(UInt8(ascii: "*")) }
    part += isCommon ? PostingList.withoutBodies(term.postings) : term.postings
  }

  private func precedes(_ a: Term, _ b: Term, in bytes: Span<UInt8>) -> Bool {
    for index in 0..<Int(min(a.length, b.length)) {
      let (x, y) = (bytes[Int(a.offset) + index], bytes[Int(b.offset) + index])
      if x != y { return x < y }
    }
    return a.length < b.length
  }

  private func text(of term: Term) -> String {
    String(
      decoding: store[Int(term.offset)..<Int(term.offset) + Int(term.length)], as: UTF8.self)
  }

  // MARK: Articles

  /// `part("articles/0", …)`: for each article address, titles with their languages, byline,
  /// extent, starts of the abstracts, and the language of names in Arabic script where there is one.
  static func part(_ number: Int, showing documents: [SearchDocument]) -> File {
    let rows = documents.map { document in
      JSON.array(
        [
          .string(document.url),
          texts(document.titles),
          .array(document.byline.map(JSON.string)), .string(document.extent),
          texts(
            document.abstracts.map { .init(language: $0.language, value: excerpt($0.value)) }),
        ] + (document.nameLanguage.map { [.string($0.text)] } ?? []))
    }
    let name = "articles/\(number)"
    return File(path: name + ".js", bytes: script(name, json: .array(rows)))
  }

  private static func excerpt(_ text: String) -> String {
    var excerpt: [UInt8] = []
    var (count, lastSpace) = (0, 0)
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
      if isSpace, excerpt.last == 0x20 || excerpt.isEmpty { continue }
      if isSpace { lastSpace = excerpt.count }
      // Other bytes go on with a character.
      if byte & 0xC0 != 0x80 { count += 1 }
      if count > excerptLength {
        if lastSpace > 0 { excerpt.removeSubrange(lastSpace...) }
        excerpt += " …".utf8
        break
      }
      excerpt.append(isSpace ? 0x20 : byte)
    }
    return String(decoding: excerpt, as: UTF8.self)
  }

  // MARK: Overview

  /// Number of articles, articles in a part, first terms and marks of the parts, names of the
  /// sections, and runs of articles of one year and section.
  private static func overview(_ outline: Outline, bounds: [String], marks: [String]) -> [UInt8] {
    script(
      "index",
      json: .object([
        ("articles", .number(outline.count)), ("perPart", .number(documentsPerPart)),
        ("bounds", .array(bounds.map(JSON.string))), ("marks", .array(marks.map(JSON.string))),
        ("sections", .array(outline.sections.map { texts($0.entries) })),
        ("runs", .array(outline.runs.map(JSON.number))),
      ]))
  }

  private static func texts(_ texts: [Localized<String>.Entry]) -> JSON {
    .array(texts.map { .array([.string($0.language.text), .string($0.value)]) })
  }

  /// Twenty bits of a hash, in base 32.
  static func mark(of bytes: [UInt8]) -> String {
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    return String((hash ^ hash >> 32) & 0xFFFFF, radix: 32)
  }

  // MARK: Scripts

  private static func script(_ name: String, _ text: [UInt8]) -> [UInt8] {
    var bytes = Array("searchPart(\"\(name)\",".utf8)
    JSON.write(text.span, to: &bytes)
    return bytes + Array(");\n".utf8)
  }

  private static func script(_ name: String, json: JSON) -> [UInt8] {
    var bytes = Array("searchPart(\"\(name)\",".utf8)
    json.write(to: &bytes)
    return bytes + Array(");\n".utf8)
  }
}

extension SearchIndex.Outline {
  /// The articles that follow, and the file that shows them.
  mutating func add(_ documents: [SearchDocument], shownIn file: SearchIndex.File) {
    for document in documents {
      let run = (year: document.year, section: document.section.map { number(of: $0) } ?? -1)
      let last = runs.count - 3
      if last >= 0, runs[last + 1] == run.year, runs[last + 2] == run.section {
        runs[last] += 1
      } else {
        runs += [1, run.year, run.section]
      }
    }
    count += documents.count
    marks.append(SearchIndex.mark(of: file.bytes))
  }

  private mutating func number(of section: Localized<String>) -> Int {
    if let number = sections.firstIndex(of: section) { return number }
    sections.append(section)
    return sections.count - 1
  }
}
