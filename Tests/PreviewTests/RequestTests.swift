import Preview
import Testing

@Suite struct RequestTests {
  @Test func readsTheLineAndTheFields() throws {
    let request = try Request(
      head: Array("GET /a?b HTTP/1.1\r\nHost: x\r\nRANGE: \t bytes=0-1 \r\nX: 1\nX: 2".utf8))
    #expect(
      request
        == Request(
          method: "GET", target: "/a?b",
          fields: ["host": "x", "range": "bytes=0-1", "x": "1, 2"]))
    #expect(request.keepsConnection)
  }

  @Test(arguments: [
    ("HTTP/1.1", "", true), ("HTTP/1.1", "\r\nConnection: Close", false), ("HTTP/1.0", "", false),
    ("HTTP/1.0", "\r\nConnection: Keep-Alive", true),
  ])
  func keepsTheConnectionAsTheVersionSays(version: String, field: String, keeps: Bool) throws {
    let request = try Request(head: Array("GET / \(version)\(field)".utf8))
    #expect(request.keepsConnection == keeps)
  }

  @Test(arguments: [
    "", "GET /", "GET  / HTTP/1.1", "GET / HTTP/2", "GET / HTTP/1.1\r\nno colon",
    "GET / HTTP/1.1\r\n: x", "GET / HTTP/1.1\r\nA B: x", "G\u{0}T / HTTP/1.1",
    "GET / HTTP/1.1\r\nContent-Length: -5",
    "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2",
  ])
  func refusesWhatIsMalformed(head: String) {
    #expect(throws: Request.Refusal.malformed) { try Request(head: Array(head.utf8)) }
  }

  @Test(arguments: ["Content-Length: 99999999", "Transfer-Encoding: chunked"])
  func refusesABodyThatIsLargeOrOfUnknownLength(field: String) {
    #expect(throws: Request.Refusal.bodyTooLarge) {
      try Request(head: Array("POST / HTTP/1.1\r\n\(field)".utf8))
    }
  }
}
