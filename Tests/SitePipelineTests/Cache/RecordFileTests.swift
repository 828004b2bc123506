import Foundation
import TestSupport
import Testing

@testable import SitePipeline

/// Values of the cache that are read one by one.
@Suite struct RecordFileTests {
  private static let records = (0..<100).map { StoredRecord(name: "n\($0)", bytes: [UInt8($0)]) }

  private static func write(_ records: [StoredRecord], to path: String) throws -> RecordFile.State {
    var writer = RecordFileWriter(for: path)
    for record in records { writer.add(record) }
    return try writer.finish().install()
  }

  @Test func givesEachValueByItsName() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "records").path
      let state = try Self.write(Self.records, to: path)
      let file = try #require(RecordFile(at: path, state))
      #expect((0..<100).allSatisfy { file.bytes(of: "n\($0)") == [UInt8($0)] })
      #expect(file.bytes(of: "n100") == nil)
    }
  }

  /// Few stand beside the file, many are put into it.
  @Test(arguments: [1, 99]) func renewsSomeValues(count: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "records").path
      let first = try Self.write(Self.records, to: path)
      var file = try #require(RecordFile(at: path, first))
      for number in 0..<count { file.put(.init(name: "n\(number)", bytes: [1, 2, 3])) }
      let saved = try file.save(at: path)
      let state = BinaryDecoder.value(
        RecordFile.State.self, from: BinaryEncoder.bytes(of: saved))
      let read = try #require(state.flatMap { RecordFile(at: path, $0) })
      #expect((0..<count).allSatisfy { read.bytes(of: "n\($0)") == [1, 2, 3] })
      #expect(read.bytes(of: "n99") == [99])
    }
  }

  @Test func doesNotTakeAnotherFileForItsOwn() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "records").path
      let state = try Self.write(Self.records, to: path)
      _ = try Self.write(Self.records.dropLast(), to: path)
      #expect(RecordFile(at: path, state) == nil)
    }
  }

  @Test func leavesTheOldFileUntilTheNewOneIsPutInPlace() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "records").path
      let state = try Self.write(Self.records, to: path)
      var writer = RecordFileWriter(for: path)
      writer.add(.init(name: "n0", bytes: [1, 2, 3]))
      let draft = try writer.finish()
      #expect(RecordFile(at: path, state)?.bytes(of: "n0") == [0])
      draft.discard()
      #expect(Disk.names(in: folder.path) == ["records"])
    }
  }

  @Test func givesNothingThatIsDamaged() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "records").path
      let state = try Self.write(Self.records, to: path)
      var bytes = try Disk.read(path)
      for place in RecordFile.Head.size..<RecordFile.Head.size + 100 { bytes[place] ^= 1 }
      try Disk.replace(path, with: bytes)
      let file = try #require(RecordFile(at: path, state))
      #expect((0..<100).allSatisfy { file.bytes(of: "n\($0)") == nil })
      try Disk.replace(path, with: Array(bytes.prefix(1000)))
      #expect(RecordFile(at: path, state) == nil)
    }
  }
}
