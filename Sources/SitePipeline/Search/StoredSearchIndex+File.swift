import Reporting

// A record file: what is known of the articles, then the terms in blocks, so that no second copy of
// all of them is in memory while they are written.
extension StoredSearchIndex {
  private struct Head: Codable {
    var time: Int
    @Packed var sources: [Source]
    var outline: SearchIndex.Outline
    var store: [UInt8]
    var blockCount: Int
  }

  /// Some terms.
  private struct Block: Codable {
    /// In bytes; the postings of a common word are as many as there are articles.
    private static let fullSize = 256 * 1024
    private static let rowSize = 26

    /// In rows.
    private var table: [UInt8] = []
    private var postings: [UInt8] = []

    var isFull: Bool { table.count + postings.count >= Self.fullSize }

    mutating func add(_ term: SearchIndex.Term) {
      append(term.hash, 8)
      append(UInt64(term.offset), 4)
      append(UInt64(term.length), 2)
      append(UInt64(UInt32(bitPattern: term.lastDocument)), 4)
      append(UInt64(term.bodyCount), 4)
      append(UInt64(term.postings.count), 4)
      postings += term.postings
    }

    var terms: [SearchIndex.Term] {
      var start = 0
      return stride(from: 0, to: table.count - Self.rowSize + 1, by: Self.rowSize).map { row in
        let end = start + Int(number(at: row + 22, 4))
        defer { start = end }
        return SearchIndex.Term(
          hash: number(at: row, 8), offset: UInt32(number(at: row + 8, 4)),
          length: UInt16(number(at: row + 12, 2)),
          lastDocument: Int32(bitPattern: UInt32(number(at: row + 14, 4))),
          bodyCount: UInt32(number(at: row + 18, 4)),
          postings: Array(postings[start..<end]))
      }
    }

    private mutating func append(_ number: UInt64, _ size: UInt64) {
      for place in 0..<size { table.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
    }

    private func number(at start: Int, _ size: Int) -> UInt64 {
      (0..<size).reduce(0) { $0 | UInt64(table[start + $1]) << (8 * UInt64($1)) }
    }
  }

  private static let headName = "head"

  private static func blockName(_ number: Int) -> String { "terms/\(number)" }

  /// Nil when the file is damaged, or is not the one with this seal.
  init?(at path: String, sealed seal: [UInt8]? = nil) {
    guard
      let file = seal.map({ RecordFile(at: path, RecordFile.State(seal: $0)) })
        ?? RecordFile(at: path, sealedBy: .ofThisMachine),
      let head = file.value(Head.self, of: Self.headName)
    else { return nil }
    var terms: [SearchIndex.Term] = []
    for number in 0..<head.blockCount {
      guard let block = file.value(Block.self, of: Self.blockName(number)) else { return nil }
      terms += block.terms
    }
    self.init(
      time: head.time, sources: head.sources, outline: head.outline,
      index: SearchIndex(store: head.store, terms: terms, count: head.outline.count))
  }

  /// Gives the seal, by which the last build names the file.
  @discardableResult
  func write(to path: String) throws(Disk.Failure) -> [UInt8] {
    var file = RecordFileWriter(for: path)
    var (block, count) = (Block(), 0)
    for (place, term) in index.terms.enumerated() {
      block.add(term)
      guard block.isFull || place == index.terms.count - 1 else { continue }
      file.add(StoredRecord(Self.blockName(count), block))
      (block, count) = (Block(), count + 1)
    }
    let head = Head(
      time: time, sources: sources, outline: outline, store: index.store, blockCount: count)
    file.add(StoredRecord(Self.headName, head))
    return try file.finish().install().seal
  }
}
