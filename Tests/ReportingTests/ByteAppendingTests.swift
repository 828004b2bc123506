import Reporting
import Testing

@Suite struct ByteAppendingTests {
  @Test(arguments: ["", "a", "short", "موتور", "a text that is too long to stand in its own value"])
  func addsTheBytesOfATextAndOfAPart(text: String) {
    var bytes: [UInt8] = [1]
    bytes.append(contentsOf: text.utf8.span)
    #expect(bytes == [1] + Array(text.utf8))
    let others: [UInt8] = [7, 8, 9]
    bytes.append(contentsOf: others.span.extracting(1..<2))
    #expect(bytes == [1] + Array(text.utf8) + [8])
  }
}
