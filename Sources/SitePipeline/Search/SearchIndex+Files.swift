import JournalModel

extension SearchIndex {
  /// A file of the index.
  package struct File: Sendable, Hashable {
    /// Under the folder of the index: `terms/12.js`.
    package var path: String
    package var bytes: [UInt8]
  }

  private static let partSize = 16 * 1024
  private static let documentsPerPart = 8
  /// Of an abstract, in characters: what a result shows.
  private static let excerptLength = 220

  /// The files in a fixed order, `index.js` last: it names the others by their contents, so that a
  /// browser never mixes two editions.
  package func files() -> [File] {
    let (parts, bounds) = termParts()
    let details = stride(from: 0, to: documents.count, by: Self.documentsPerPart).map { start in
      detailPart(start..<min(start + Self.documentsPerPart, documents.count))
    }
    var files: [File] = []
    for (number, bytes) in parts.enumerated() {
      files.append(File(path: "terms/\(number).js", bytes: bytes))
    }
    for (number, bytes) in details.enumerated() {
      files.append(File(path: "articles/\(number).js", bytes: bytes))
    }
    files.append(File(path: "index.js", bytes: overview(bounds: bounds, files: files)))
    return files
  }

  // MARK: Terms

  /// `part("terms/0", "term postings term postings")`, in the order of the terms' bytes.
  private func termParts() -> (parts: [[UInt8]], bounds: [String]) {
    let bytes = store.span
    let order = terms.indices.sorted { precedes(terms[$0], terms[$1], in: bytes) }
    var (parts, bounds): ([[UInt8]], [String]) = ([], [])
    var part: [UInt8] = []
    for index in order {
      let term = terms[index]
      if part.isEmpty { bounds.append(text(of: term)) } else { part.append(0x20) }
      part += store[Int(term.offset)..<Int(term.offset) + Int(term.length)]
      part.append(0x20)
      append(postingsOf: term, to: &part)
      if part.count >= Self.partSize {
        parts.append(Self.script("terms/\(parts.count)", part))
        part = []
      }
    }
    if !part.isEmpty { parts.append(Self.script("terms/\(parts.count)", part)) }
    return (parts, bounds)
  }

  /// A word of more than half of many articles says nothing in their texts: it keeps only its
  /// places in titles, names, keywords and abstracts, and an asterisk says so.
  private func append(postingsOf term: Term, to part: inout [UInt8]) {
    let isCommon = documents.count >= 100 && Int(term.bodyCount) * 2 > documents.count
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
  /// extent, starts of the abstracts.
  private func detailPart(_ range: Range<Int>) -> [UInt8] {
    let rows = documents[range].map { document in
      JSON.array([
        .string(document.url),
        Self.texts(document.titles),
        .array(document.byline.map(JSON.string)), .string(document.extent),
        Self.texts(
          document.abstracts.map { .init(language: $0.language, value: Self.excerpt($0.value)) }),
      ])
    }
    return Self.script(
      "articles/\(range.lowerBound / Self.documentsPerPart)", json: .array(rows))
  }

  private static func excerpt(_ text: String) -> String {
    var excerpt = String.UnicodeScalarView()
    var (count, lastSpace) = (0, excerpt.startIndex)
    for scalar in text.unicodeScalars {
      let isSpace = scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
      if isSpace, excerpt.last == " " || excerpt.isEmpty { continue }
      if isSpace { lastSpace = excerpt.endIndex }
      if count == excerptLength {
        if lastSpace > excerpt.startIndex { excerpt.removeSubrange(lastSpace...) }
        excerpt.append(contentsOf: " …".unicodeScalars)
        break
      }
      excerpt.append(isSpace ? " " : scalar)
      count += 1
    }
    return String(excerpt)
  }

  // MARK: Overview

  /// Number of articles, articles in a part, first terms and marks of the parts, names of the
  /// sections, and runs of articles of one year and section.
  private func overview(bounds: [String], files: [File]) -> [UInt8] {
    var sections: [Localized<String>] = []
    var numbers: [Localized<String>: Int] = [:]
    var runs: [(count: Int, year: Int, section: Int)] = []
    for document in documents {
      let section = document.section.map { section in
        if let number = numbers[section] { return number }
        numbers[section] = sections.count
        sections.append(section)
        return sections.count - 1
      }
      if let last = runs.last, last.year == document.year, last.section == section ?? -1 {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((1, document.year, section ?? -1))
      }
    }
    let marks = files.map { JSON.string(Self.mark(of: $0.bytes)) }
    return Self.script(
      "index",
      json: .object([
        ("articles", .number(documents.count)), ("perPart", .number(Self.documentsPerPart)),
        ("bounds", .array(bounds.map(JSON.string))), ("marks", .array(marks)),
        ("sections", .array(sections.map { Self.texts($0.entries) })),
        (
          "runs",
          .array(runs.flatMap { [.number($0.count), .number($0.year), .number($0.section)] })
        ),
      ]))
  }

  private static func texts(_ texts: [Localized<String>.Entry]) -> JSON {
    .array(texts.map { .array([.string($0.language.text), .string($0.value)]) })
  }

  /// Twenty bits of a hash, in base 32.
  private static func mark(of bytes: [UInt8]) -> String {
    var hash = SearchTerms.Hash()
    for byte in bytes { hash.add(byte) }
    return String((hash.value ^ hash.value >> 32) & 0xFFFFF, radix: 32)
  }

  // MARK: Scripts

  private static func script(_ name: String, _ text: [UInt8]) -> [UInt8] {
    var bytes = Array("searchPart(\"\(name)\",".utf8)
    JSON.write(text, to: &bytes)
    return bytes + Array(");\n".utf8)
  }

  private static func script(_ name: String, json: JSON) -> [UInt8] {
    var bytes = Array("searchPart(\"\(name)\",".utf8)
    json.write(to: &bytes)
    return bytes + Array(");\n".utf8)
  }
}
