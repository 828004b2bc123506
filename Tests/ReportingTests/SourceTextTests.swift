import Reporting
import Testing

@Suite struct SourceTextTests {
  @Test func countsLinesFromOneAndColumnsInScalars() {
    let source = SourceText(Array("aé\r\nعb".utf8))
    #expect(place(0, in: source) == "1:1")
    #expect(place(3, in: source) == "1:3")
    #expect(place(5, in: source) == "2:1")
    #expect(place(7, in: source) == "2:2")
  }

  @Test func givesLinesWithoutTheirEnds() {
    let source = SourceText(Array("a\r\nb\n\nc".utf8))
    #expect((1...5).map(source.line) == ["a", "b", "", "c", ""])
  }

  @Test func takesOffsetsPastTheEndAsTheEnd() {
    let source = SourceText(Array("ab".utf8))
    #expect(place(99, in: source) == "1:3")
    #expect(place(-1, in: source) == "1:1")
  }

  private func place(_ offset: Int, in source: SourceText) -> String {
    let position = source.position(of: offset)
    return "\(position.line):\(position.column)"
  }
}
