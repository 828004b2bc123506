import Foundation
import TestSupport
import Testing

@testable import SitePipeline

/// Values of the cache that are read one by one.
@Suite struct RecordFileTests {
  private static let records = (0..<100).map { StoredRecord(name: "n\($0)", bytes: [UInt8($0)]) }

  @Test func givesEachValueByItsName() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "records").path
      let state = try RecordFile.write(Self.records, to: path)
      let file = try #require(RecordFile(at: path, state))
      #expect((0..<100).allSatisfy { file.bytes(of: "n\($0)") == [UInt8($0)] })
      #expect(file.bytes(of: "n100") == nil)
    }
  }

  /// Few stand beside the file, many are put into it.
  @Test(arguments: [1, 99]) func renewsSomeValues(count: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "records").path
      let first = try RecordFile.write(Self.records, to: path)
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
      let state = try RecordFile.write(Self.records, to: path)
      _ = try RecordFile.write(Self.records.dropLast(), to: path)
      #expect(RecordFile(at: path, state) == nil)
    }
  }

  @Test func givesNothingThatIsDamaged() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "records").path
      let state = try RecordFile.write(Self.records, to: path)
      var bytes = try Disk.read(path)
      for place in bytes.indices.suffix(100) { bytes[place] ^= 1 }
      try Disk.replace(path, with: bytes)
      let file = try #require(RecordFile(at: path, state))
      #expect((0..<100).allSatisfy { file.bytes(of: "n\($0)") == nil })
      try Disk.replace(path, with: Array(bytes.prefix(1000)))
      #expect(RecordFile(at: path, state) == nil)
    }
  }
}
