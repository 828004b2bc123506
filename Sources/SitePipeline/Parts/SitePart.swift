import Exports
import JournalModel
import Reporting

/// The pieces of some issues, made by a build of their own, in one file.
///
/// A build that joins parts takes from them what was made from the facts and the bytes that it has
/// itself, and makes the rest: what comes out is what it would make alone.
struct SitePart: Sendable {
  /// What it is about.
  struct Head: Sendable, Codable {
    /// By their folders.
    var issues: [String]
    /// What was found in the formulas of its articles.
    var formulas: Report
  }

  /// A piece and what its article adds to deposits.
  struct Entry: Sendable {
    var record: PieceRecord
    var deposit: DepositPart?
  }

  let path: String
  let head: Head
  private let records: RecordFile

  /// Nil when it is damaged, or was made by another program.
  init?(at path: String, by program: ProgramMark) {
    guard let records = RecordFile(at: path, sealedBy: program),
      let head = records.value(Head.self, of: Self.headName)
    else { return nil }
    self.path = path
    self.head = head
    self.records = records
  }

  /// A piece that would come out the same if it were made now.
  func entry(of work: SiteRenderer.Work, in site: RenderContext) -> Entry? {
    let name = work.piece.name(in: site.plan)
    guard let entry = records.packed(Entry.self, of: name), entry.record.name == name,
      entry.record.fingerprint == work.fingerprint,
      entry.record.sources.allSatisfy({
        PieceRecord.Source(path: $0.path, in: site.tree).content == $0.content
      }),
      entry.record.answers.allSatisfy({ $0.stands(in: site) })
    else { return nil }
    return entry
  }

  /// Hands the files of a piece on, as if they had just been made.
  func made(
    _ entry: Entry, of piece: Piece, in plan: SitePlan, by finisher: SiteFinisher,
    _ report: inout Report
  ) -> SiteRenderer.Made {
    let stages = Dictionary(
      piece.files.map { (plan.files[$0].path.file, plan.files[$0].stage) },
      uniquingKeysWith: { first, _ in first })
    var record = entry.record
    record.files = []
    for name in entry.record.files.map(\.file) {
      guard let bytes = records.bytes(of: Self.name(ofFile: name)) else {
        report.add(.partDamaged(path))
        break
      }
      // What is not planned came to light in a text.
      let file = SiteRenderer.File(
        path: SitePath(name), stage: stages[name] ?? .files, bytes: bytes)
      if let finished = finisher.finish(file, &report) { record.files.append(finished) }
    }
    return SiteRenderer.Made(record: record, deposit: entry.deposit)
  }

  private static let headName = "part"

  private static func name(ofFile file: String) -> String { "file " + file }
}

extension SitePart.Entry: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    record = try PieceRecord(unpacking: &bytes)
    deposit = try bytes.coded()
  }

  func pack(into bytes: inout PackedBytes) {
    record.pack(into: &bytes)
    bytes.write(coded: deposit)
  }
}

extension SitePart {
  /// Writes a part piece by piece.
  struct Writer: ~Copyable {
    private var records: RecordFileWriter

    init(for path: String, by program: ProgramMark) {
      records = RecordFileWriter(for: path, sealedBy: program)
    }

    mutating func add(_ made: SiteRenderer.Made) {
      var entry = Entry(record: made.record, deposit: made.deposit)
      for index in entry.record.files.indices {
        let file = entry.record.files[index]
        records.add(StoredRecord(name: SitePart.name(ofFile: file.file), bytes: file.bytes ?? []))
        entry.record.files[index].bytes = nil
      }
      records.add(StoredRecord(entry.record.name, packing: entry))
    }

    /// Puts the part in place of the one that stands there.
    consuming func finish(_ head: Head) throws(Disk.Failure) {
      records.add(StoredRecord(SitePart.headName, head))
      try records.finish().install()
    }

    consuming func discard() { try? records.finish().discard() }
  }
}
