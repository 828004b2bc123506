import Reporting

/// What is known of a piece that was made: when all that it is made from is the same, and its
/// files stand as they were written, it need not be made again.
struct PieceRecord: Sendable {
  /// A source file that was read for it.
  struct Source: Sendable {
    var path: String
    /// Nil for one that could not be read.
    var content: Fingerprint?
  }

  var name: String
  /// Of all facts that it shows.
  var fingerprint: Fingerprint
  var sources: [Source]
  /// What its texts asked of the whole site.
  var answers: [SiteAnswer]
  var files: [SiteFinisher.Finished]
  /// What was found while it was made.
  var report: Report
  /// Whether its article is deposited with Crossref.
  var isForCrossref: Bool
}

extension StoredRecord {
  init(_ piece: PieceRecord) { self.init(piece.name, packing: piece) }
}

/// The pieces of the last build, and the sources as they were then.
struct PieceMemory: Sendable {
  /// The output folder.
  private let output: String
  private let pieces: RecordFile
  /// Sorted by path.
  private let sources: [LastBuild.Source]

  init(_ pieces: RecordFile, sources: [LastBuild.Source], output: String) {
    self.pieces = pieces
    self.sources = sources
    self.output = output
  }

  /// The record of a piece that stands: made from the same, its files as they were.
  func standing(_ work: SiteRenderer.Work, in site: RenderContext) -> PieceRecord? {
    let name = work.piece.name(in: site.plan)
    guard let bytes = pieces.bytes(of: name),
      let record = PackedBytes.value(PieceRecord.self, from: bytes), record.name == name,
      record.fingerprint == work.fingerprint,
      record.sources.allSatisfy({ content(of: $0.path, in: site.tree, known: $0) == $0.content }),
      record.answers.allSatisfy({ $0.stands(in: site) }),
      record.files.allSatisfy({ file in
        file.staged.map { Disk.stamp(output + "/" + file.file) == $0.stamp } ?? false
      })
    else { return nil }
    return record
  }

  /// A piece as it stands in the file, to be handed on to the next build.
  func stored(_ name: String) -> StoredRecord? {
    pieces.bytes(of: name).map { StoredRecord(name: name, bytes: $0) }
  }

  /// The sources of a piece that is to be made; those that stand are not read for this.
  func sources(_ paths: [String], of name: String, in tree: SourceTree) -> [PieceRecord.Source] {
    let known = Dictionary(
      (pieces.packed(PieceRecord.self, of: name)?.sources ?? []).map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
    return paths.map { path in
      guard var source = known[path] else { return PieceRecord.Source(path: path, in: tree) }
      source.content = content(of: path, in: tree, known: source)
      return source
    }
  }

  /// The bytes of a source as a fingerprint; not read when its stamp stands.
  private func content(of path: String, in tree: SourceTree, known: PieceRecord.Source)
    -> Fingerprint?
  {
    guard let file = tree.file(path) else { return nil }
    if let source = source(path), source.stamp == file.stamp, source.content == nil {
      return known.content
    }
    return (try? tree.bytes(of: path)).map { Fingerprint($0) }
  }

  private func source(_ path: String) -> LastBuild.Source? {
    var (low, high) = (0, sources.count)
    while low < high {
      let middle = (low + high) / 2
      if sources[middle].path.precedes(path) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < sources.count && sources[low].path == path ? sources[low] : nil
  }
}
