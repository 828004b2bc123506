import JournalModel
import Reporting

/// A list that is coded as one run of bytes, where each build reads thousands of elements.
@propertyWrapper
struct Packed<Element: Packable>: Sendable, Codable {
  var wrappedValue: [Element]

  init(wrappedValue: [Element]) { self.wrappedValue = wrappedValue }

  init(from decoder: any Decoder) throws {
    let bytes = try decoder.singleValueContainer().decode([UInt8].self)
    var source = PackedBytes(bytes)
    wrappedValue = []
    while !source.isAtEnd { wrappedValue.append(try Element(unpacking: &source)) }
  }

  func encode(to encoder: any Encoder) throws {
    var sink = PackedBytes([])
    for element in wrappedValue { element.pack(into: &sink) }
    var container = encoder.singleValueContainer()
    try container.encode(sink.bytes)
  }
}

extension Packed: Equatable where Element: Equatable {}
extension Packed: Hashable where Element: Hashable {}

/// What writes itself as bytes and reads itself from them.
protocol Packable: Sendable {
  init(unpacking bytes: inout PackedBytes) throws
  func pack(into bytes: inout PackedBytes)
}

/// Numbers of eight bytes, and texts after their length.
struct PackedBytes {
  private(set) var bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Those of one value.
  static func of(_ value: some Packable) -> [UInt8] {
    var sink = PackedBytes([])
    // Most values are no longer.
    sink.bytes.reserveCapacity(2048)
    value.pack(into: &sink)
    return sink.bytes
  }

  /// Nil when the bytes are not those of such a value.
  static func value<Value: Packable>(_: Value.Type, from bytes: [UInt8]) -> Value? {
    var source = PackedBytes(bytes)
    guard let value = try? Value(unpacking: &source), source.isAtEnd else { return nil }
    return value
  }

  var isAtEnd: Bool { place == bytes.count }

  mutating func write(_ number: Int) {
    // In one step, since a site has many.
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8.span)
  }

  mutating func write(_ run: [UInt8]) {
    write(run.count)
    bytes += run
  }

  /// Each in four bytes.
  mutating func write(_ numbers: [UInt32]) {
    write(numbers.count)
    for number in numbers {
      for place in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt32(place)))) }
    }
  }

  mutating func shortNumbers() throws -> [UInt32] {
    let count = try number()
    guard count >= 0, count <= (bytes.count - place) / 4 else { throw BinaryDecoder.Damaged() }
    defer { place += 4 * count }
    return (0..<count).map { index in
      (0..<4).reduce(0) { $0 | UInt32(bytes[place + 4 * index + $1]) << (8 * UInt32($1)) }
    }
  }

  mutating func number() throws -> Int {
    guard bytes.count - place >= 8 else { throw BinaryDecoder.Damaged() }
    defer { place += 8 }
    return unsafe bytes.withUnsafeBytes {
      Int(littleEndian: unsafe $0.loadUnaligned(fromByteOffset: place, as: Int.self))
    }
  }

  mutating func text() throws -> String {
    let run = try nextRun()
    return String(decoding: bytes[run], as: UTF8.self)
  }

  mutating func run() throws -> [UInt8] {
    let run = try nextRun()
    return Array(bytes[run])
  }

  /// What few values have, in the form that the compiler knows of it.
  mutating func write(coded value: (some Encodable)?) {
    write(value.map { BinaryEncoder.bytes(of: $0) } ?? [])
  }

  mutating func coded<Value: Decodable>() throws -> Value? {
    let run = try run()
    guard !run.isEmpty else { return nil }
    guard let value = BinaryDecoder.value(Value.self, from: run) else {
      throw BinaryDecoder.Damaged()
    }
    return value
  }

  /// How many parts follow: at most one for each byte that is left.
  mutating func count() throws -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - place else { throw BinaryDecoder.Damaged() }
    return count
  }

  private mutating func nextRun() throws -> Range<Int> {
    let count = try count()
    defer { place += count }
    return place..<(place + count)
  }
}

extension Int: Packable {
  init(unpacking bytes: inout PackedBytes) throws { self = try bytes.number() }
  func pack(into bytes: inout PackedBytes) { bytes.write(self) }
}

extension String: Packable {
  init(unpacking bytes: inout PackedBytes) throws { self = try bytes.text() }
  func pack(into bytes: inout PackedBytes) { bytes.write(self) }
}

extension Optional: Packable where Wrapped: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    self = try bytes.number() == 0 ? nil : Wrapped(unpacking: &bytes)
  }

  func pack(into bytes: inout PackedBytes) {
    if case .none = self { bytes.write(0) } else { bytes.write(1) }
    self?.pack(into: &bytes)
  }
}

extension Array: Packable where Element: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    self = []
    for _ in 0..<(try bytes.count()) { append(try Element(unpacking: &bytes)) }
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(count)
    for element in self { element.pack(into: &bytes) }
  }
}

extension FileStamp: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    self.init(size: try bytes.number(), modified: try bytes.number())
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(size)
    bytes.write(modified)
  }
}

extension StampedFile: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    path = try bytes.text()
    stamp = try FileStamp?(unpacking: &bytes)
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(path)
    stamp.pack(into: &bytes)
  }
}

extension LastBuild.Source: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    path = try bytes.text()
    stamp = try FileStamp(unpacking: &bytes)
    content = try Fingerprint?(unpacking: &bytes)
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(path)
    stamp.pack(into: &bytes)
    content.pack(into: &bytes)
  }
}

extension StoredSearchIndex.Source: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    slug = try bytes.text()
    document = try Fingerprint(unpacking: &bytes)
    texts = try [Text](unpacking: &bytes)
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(slug)
    document.pack(into: &bytes)
    texts.pack(into: &bytes)
  }
}

extension StoredSearchIndex.Source.Text: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    path = try bytes.text()
    offset = try bytes.number()
    stamp = try FileStamp?(unpacking: &bytes)
    content = try Fingerprint?(unpacking: &bytes)
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(path)
    bytes.write(offset)
    stamp.pack(into: &bytes)
    content.pack(into: &bytes)
  }
}

extension StoredRecord: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    name = try bytes.text()
    self.bytes = try bytes.run()
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(name)
    bytes.write(self.bytes)
  }
}

extension PieceRecord.Source: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    path = try bytes.text()
    content = try Fingerprint?(unpacking: &bytes)
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(path)
    content.pack(into: &bytes)
  }
}

extension PieceRecord: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    name = try bytes.text()
    fingerprint = try Fingerprint(unpacking: &bytes)
    sources = try [Source](unpacking: &bytes)
    answers = try bytes.coded() ?? []
    files = try [SiteFinisher.Finished](unpacking: &bytes)
    report = try bytes.coded() ?? Report()
    isForCrossref = try bytes.number() != 0
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(name)
    fingerprint.pack(into: &bytes)
    sources.pack(into: &bytes)
    bytes.write(coded: answers.isEmpty ? nil : answers)
    files.pack(into: &bytes)
    bytes.write(coded: report.isEmpty ? nil : report)
    bytes.write(isForCrossref ? 1 : 0)
  }
}

extension StoredPlan.Group: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    piece = try bytes.text()
    articles = try [String](unpacking: &bytes)
    issues = try [Int](unpacking: &bytes)
    sharesName = try bytes.number() != 0
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(piece)
    articles.pack(into: &bytes)
    issues.pack(into: &bytes)
    bytes.write(sharesName ? 1 : 0)
  }
}

extension ContentHash: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    value = UInt64(bitPattern: Int64(try bytes.number()))
  }

  func pack(into bytes: inout PackedBytes) { bytes.write(Int(Int64(bitPattern: value))) }
}

extension StagedFile: Packable {
  /// As it stands once the build has ended well.
  init(unpacking bytes: inout PackedBytes) throws {
    path = try bytes.text()
    guard let stage = PlannedFile.Stage(rawValue: try bytes.number()) else {
      throw BinaryDecoder.Damaged()
    }
    (self.stage, state) = (stage, .unchanged)
    stamp = try FileStamp(unpacking: &bytes)
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(path)
    bytes.write(stage.rawValue)
    stamp.pack(into: &bytes)
  }
}

extension SiteFinisher.Finished: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    file = try bytes.text()
    staged = try StagedFile?(unpacking: &bytes)
    anchors = try PageAnchors?(unpacking: &bytes)
    hash = try ContentHash?(unpacking: &bytes)
    let digest = try bytes.run()
    sha256 = digest.isEmpty ? nil : digest
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(file)
    staged.pack(into: &bytes)
    anchors.pack(into: &bytes)
    hash.pack(into: &bytes)
    bytes.write(sha256 ?? [])
  }
}

extension PageAnchors.Link: Packable {
  init(unpacking bytes: inout PackedBytes) throws {
    text = try bytes.text()
    file = try bytes.text()
    fragment = try String?(unpacking: &bytes)
  }

  func pack(into bytes: inout PackedBytes) {
    bytes.write(text)
    bytes.write(file)
    fragment.pack(into: &bytes)
  }
}
