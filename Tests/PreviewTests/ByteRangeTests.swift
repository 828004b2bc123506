import Preview
import Testing

@Suite struct ByteRangeTests {
  @Test(
    arguments: [
      (nil, .whole), ("bytes=0-9", .part(0..<10)), ("bytes=90-", .part(90..<100)),
      ("bytes=-10", .part(90..<100)), ("bytes=-1000", .part(0..<100)),
      ("bytes=0-999", .part(0..<100)), ("Bytes=5-5", .part(5..<6)),
      ("bytes=100-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
      ("bytes=99999999999999999999-", .unsatisfiable),
      ("bytes=0-99999999999999999999", .part(0..<100)), ("bytes=9-5", .whole),
      ("bytes=0-1,5-6", .whole), ("lines=0-1", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole),
      ("bytes=+1-2", .whole),
    ] as [(String?, ByteRange)])
  func readsTheHeaderForAFileOf100Bytes(header: String?, range: ByteRange) {
    #expect(ByteRange(header: header, size: 100) == range)
  }

  @Test func givesNothingOfAnEmptyFile() {
    #expect(ByteRange(header: "bytes=0-", size: 0) == .unsatisfiable)
    #expect(ByteRange(header: "bytes=-5", size: 0) == .unsatisfiable)
  }
}
