import Reporting
import Testing

@Suite struct UTF8CheckTests {
  private static let ascii = [UInt8](repeating: 0x61, count: 63)

  @Test(arguments: [
    [], ascii, ascii + "é€😀".utf8, ascii + ascii + "انجن ".utf8 + ascii,
    Array(repeating: "ü", count: 100).joined().utf8.map(\.self),
  ])
  func takesUTF8WhereverCharactersStand(_ bytes: [UInt8]) {
    #expect(bytes.span.invalidUTF8 == nil)
  }

  /// Around the borders of the pieces that are looked at together.
  @Test(
    arguments: [
      [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0x80],
      [0xC3, 0xA9, 0xFE],
    ] as [[UInt8]])
  func findsTheBytesThatTheWholeTextIsRefusedFor(_ wrong: [UInt8]) throws {
    for before in [0, 1, 62, 63, 64, 127, 130] {
      for after in [0, 1, 70] {
        let bytes =
          [UInt8](repeating: 0x61, count: before) + wrong
          + [UInt8](repeating: 0x62, count: after)
        let error = try #require(throws: UTF8.ValidationError.self) {
          _ = try UTF8Span(validating: bytes.span)
        }
        #expect(bytes.span.invalidUTF8 == error.byteOffsets)
      }
    }
  }
}
