/// Writes a file of records one by one, beside the file that it will replace.
struct RecordFileWriter: ~Copyable {
  private let path: String
  private let program: ProgramMark
  private var sink: FileSink?
  private var rows: [RecordFile.Row] = []
  /// The first refusal; nothing is written after it.
  private var failure: Disk.Failure?

  init(for path: String, sealedBy program: ProgramMark = .ofThisMachine) {
    self.path = path
    self.program = program
    do throws(Disk.Failure) {
      var sink = try FileSink(RecordFile.Draft.place(of: path))
      // The head is known at the end.
      try sink.write(Array(repeating: 0, count: RecordFile.Head.size))
      self.sink = consume sink
    } catch {
      sink = nil
      failure = error
    }
  }

  mutating func add(_ record: StoredRecord) { add(record.bytes, as: Fingerprint(record.name)) }

  mutating func add(_ bytes: [UInt8], as name: Fingerprint) {
    guard failure == nil, let place = sink?.count else { return }
    rows.append(
      RecordFile.Row(
        name: name, place: place, count: bytes.count, content: Fingerprint(bytes)))
    do throws(Disk.Failure) { try sink?.write(bytes) } catch { failure = error }
  }

  consuming func finish() throws(Disk.Failure) -> RecordFile.Draft {
    if let failure { throw failure }
    rows.sort { $0.name < $1.name }
    var table = PackedBytes([])
    for row in rows { row.pack(into: &table) }
    let seal = program.seal(of: table.bytes)
    let place = sink?.count ?? 0
    try sink?.write(table.bytes)
    let head = RecordFile.Head(seal: seal, place: place, count: table.bytes.count)
    try sink?.overwrite(head.bytes, at: 0)
    _ = try sink.take()?.finish()
    return RecordFile.Draft(path: path, state: RecordFile.State(seal: seal))
  }
}

extension RecordFile {
  /// A file that has been written and is not yet in place.
  struct Draft: Sendable {
    fileprivate let path: String
    fileprivate let state: State

    fileprivate static func place(of path: String) -> String { path + ".new" }

    @discardableResult
    func install() throws(Disk.Failure) -> State {
      try Disk.rename(Self.place(of: path), to: path)
      return state
    }

    /// What cannot be removed is written over by the next build.
    func discard() { try? Disk.remove(Self.place(of: path)) }
  }
}
