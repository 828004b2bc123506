import Reporting

/// A value of the cache as it is stored.
struct StoredRecord: Sendable {
  var name: String
  var bytes: [UInt8]
}

/// Values by name in one file of `.fascicle`: who reads it takes those that are needed, and the
/// others cost nothing.
///
/// After the values stands a table of them, sorted by the fingerprints of their names, and before
/// them where it is. The file is known by the seal of its table, and each value is compared with the
/// table when it is taken.
struct RecordFile: Sendable {
  /// How the last build names a file: by its seal, and with what has been renewed since it was
  /// written.
  struct State: Sendable, Codable {
    var seal: [UInt8]
    @Packed var newer: [StoredRecord] = []
  }

  /// A line of the table, in four numbers.
  struct Row: Packable {
    static let size = 32
    var name: Fingerprint
    var place: Int
    var count: Int
    var content: Fingerprint
  }

  private var state: State
  var seal: [UInt8] { state.seal }
  private let file: OpenFile
  private let table: [UInt8]
  private var newer: [String: [UInt8]] = [:]

  /// More than these are put into the file: each build reads and writes them.
  private static let mostNewer = 64

  /// Nil when the file is damaged, or was sealed by another program.
  init?(at path: String, sealedBy program: ProgramMark) {
    guard let file = try? OpenFile(path), let head = try? file.bytes(at: 0, Head.size),
      let head = Head(head), let table = try? file.bytes(at: head.place, head.count),
      table.count == head.count, program.seal(of: table) == head.seal
    else { return nil }
    state = State(seal: head.seal)
    self.file = file
    self.table = table
  }

  /// Nil when the file is another than the last build has left.
  init?(at path: String, _ state: State) {
    self.init(at: path, sealedBy: .ofThisMachine)
    guard self.state.seal == state.seal else { return nil }
    self.state = state
    newer = Dictionary(
      state.newer.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is stored under a name, if it is whole.
  func bytes(of name: String) -> [UInt8]? {
    if let bytes = newer[name] { return bytes }
    let key = Fingerprint(name)
    var (low, high) = (0, table.count / Row.size)
    while low < high {
      let middle = (low + high) / 2
      guard let row = row(middle) else { return nil }
      if row.name < key { low = middle + 1 } else { high = middle }
    }
    return row(low).flatMap { $0.name == key ? bytes(of: $0) : nil }
  }

  func value<Value: Decodable>(_ type: Value.Type, of name: String) -> Value? {
    bytes(of: name).flatMap { BinaryDecoder.value(type, from: $0) }
  }

  /// One of the values that write themselves, since there are many.
  func packed<Value: Packable>(_ type: Value.Type, of name: String) -> Value? {
    bytes(of: name).flatMap { PackedBytes.value(type, from: $0) }
  }

  private func row(_ number: Int) -> Row? {
    let start = number * Row.size
    guard start + Row.size <= table.count else { return nil }
    var bytes = PackedBytes(Array(table[start..<start + Row.size]))
    return try? Row(unpacking: &bytes)
  }

  private func bytes(of row: Row) -> [UInt8]? {
    guard let bytes = try? file.bytes(at: row.place, row.count), Fingerprint(bytes) == row.content
    else { return nil }
    return bytes
  }

  /// Puts another value in place of one.
  mutating func put(_ record: StoredRecord) { newer[record.name] = record.bytes }

  /// Keeps what has been put for the next build; the file changes when that is much by now.
  func save(at path: String) throws(Disk.Failure) -> State {
    guard newer.count > Self.mostNewer else {
      var state = state
      state.newer = newer.map { StoredRecord(name: $0.key, bytes: $0.value) }
        .sorted { $0.name.precedes($1.name) }
      return state
    }
    var writer = RecordFileWriter(for: path)
    let renewed = Set(newer.keys.map { Fingerprint($0) })
    for number in 0..<table.count / Row.size {
      guard let row = row(number), !renewed.contains(row.name), let bytes = bytes(of: row)
      else { continue }
      writer.add(bytes, as: row.name)
    }
    for (name, bytes) in newer { writer.add(bytes, as: Fingerprint(name)) }
    return try writer.finish().install()
  }
}

extension RecordFile {
  /// What a file begins with: the seal of its table, where that stands and how long it is.
  struct Head {
    static let size = 24
    var seal: [UInt8]
    var place: Int
    var count: Int
  }
}

extension RecordFile.Head {
  /// Nil for what cannot be one.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    var numbers = PackedBytes(Array(bytes[8...]))
    guard let place = try? numbers.number(), let count = try? numbers.number(), place >= 0,
      count >= 0, count < 1 << 40
    else { return nil }
    self.init(seal: Array(bytes[..<8]), place: place, count: count)
  }

  var bytes: [UInt8] {
    var numbers = PackedBytes([])
    numbers.write(place)
    numbers.write(count)
    return seal + numbers.bytes
  }
}

extension RecordFile.Row {
  init(unpacking bytes: inout PackedBytes) throws {
    name = try Fingerprint(unpacking: &bytes)
    place = try bytes.number()
    count = try bytes.number()
    content = try Fingerprint(unpacking: &bytes)
    guard place >= 0, count >= 0, count < 1 << 40 else { throw BinaryDecoder.Damaged() }
  }

  func pack(into bytes: inout PackedBytes) {
    name.pack(into: &bytes)
    bytes.write(place)
    bytes.write(count)
    content.pack(into: &bytes)
  }
}
