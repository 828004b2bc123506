import Preview
import Testing

@Suite struct RequestPathTests {
  @Test(
    arguments: [
      ("/", [], true), ("/a/b.html", ["a", "b.html"], false), ("/a/", ["a"], true),
      ("/a?x=/../..", ["a"], false), ("/%D9%82%D9%85%D8%B1/", ["قمر"], true),
      ("http://127.0.0.1:8000/a/b", ["a", "b"], false), ("http://127.0.0.1:8000", [], true),
      ("/a%20b", ["a b"], false), ("/a..b", ["a..b"], false),
    ] as [(String, [String], Bool)])
  func decodesAPathOnce(target: String, components: [String], isFolder: Bool) throws {
    let path = try RequestPath(target: target)
    #expect(path.components == components)
    #expect(path.isFolder == isFolder)
  }

  @Test(arguments: [
    "/../x", "/a/../../x", "/%2e%2e/x", "/.%2e/x", "/%2e%2e%2fx", "/..%2fx", "/..%5cx", "/..\\x",
    "/./x", "//x", "/a//b", "/%2fx", "/a%00b", "/a%0d%0ab", "/%zz", "/%4", "/%+1",
    "/%ff%fe", "x",
    "", "*", "ftp://x/", "/..%c0%afx",
  ])
  func refusesWhatIsMalformedOrLeadsOut(target: String) {
    #expect(throws: RequestPath.Refusal.malformed) { try RequestPath(target: target) }
  }

  @Test func refusesWhatIsLongerThanAnyPath() {
    let long = String(repeating: "/a", count: 10_000)
    #expect(throws: RequestPath.Refusal.malformed) { try RequestPath(target: long) }
  }

  @Test(arguments: ["/.git/config", "/a/.env", "/%2egit", "/..;/x", "/....//x", "/.well-known/x"])
  func hidesDotFiles(target: String) {
    #expect(throws: RequestPath.Refusal.hidden) { try RequestPath(target: target) }
  }

  @Test func encodesAPathForALocation() throws {
    let path = try RequestPath(target: "/%D9%82/a%20b%23c")
    #expect(path.encoded(asFolder: true) == "/%D9%82/a%20b%23c/")
    #expect(try RequestPath(target: "/").encoded(asFolder: true) == "/")
  }
}
