import Foundation
import Preview
import TestSupport
import Testing

@Suite struct SiteHandlerTests {
  private let site = [
    "site/index.html": "<body>home</body>", "site/404.html": "<body>gone</body>",
    "site/a/index.html": "<BODY>a</BODY>", "site/bare/x.bib": "@article{x}",
    "site/.hidden": "secret", "beside.txt": "secret",
  ]

  @Test(arguments: [
    ("/", "200 text/html; charset=utf-8 <body>home</body>"),
    ("/index.html?x=1", "200 text/html; charset=utf-8 <body>home</body>"),
    ("/a/", "200 text/html; charset=utf-8 <BODY>a</BODY>"),
    ("/bare/x.bib", "200 application/x-bibtex; charset=utf-8 @article{x}"),
    ("/bare/", "404 text/html; charset=utf-8 <body>gone</body>"),
    ("/bare", "404 text/html; charset=utf-8 <body>gone</body>"),
    ("/index.html/", "404 text/html; charset=utf-8 <body>gone</body>"),
    ("/no", "404 text/html; charset=utf-8 <body>gone</body>"),
    ("/.hidden", "404 text/html; charset=utf-8 <body>gone</body>"),
    ("/%2e%2e/beside.txt", "400 text/plain; charset=utf-8 This address is malformed.\n"),
    ("/link.txt", "404 text/html; charset=utf-8 <body>gone</body>"),
    ("/linked/beside.txt", "404 text/html; charset=utf-8 <body>gone</body>"),
  ])
  func answersWithTheFileOrNothing(target: String, answer: String) async throws {
    let response = try await get(target)
    let type = response.fields["Content-Type"] ?? "-"
    #expect("\(response.status.rawValue) \(type) \(text(response))" == answer)
  }

  /// When the preview begins there may be no site yet, so that the link leads nowhere.
  @Test func findsASiteThatIsBuiltBehindALink() async throws {
    try await withTemporaryFolder { folder in
      try write(["real/Content/journal.yml": ""], into: folder)
      let link = folder.appending(path: "link")
      try FileManager.default.createSymbolicLink(
        at: link, withDestinationURL: folder.appending(path: "real"))
      let handler = SiteHandler(root: link.appending(path: "Output"), state: BuildState())
      try write(["real/Output/index.html": "home"], into: folder)
      let response = await handler.answer(
        to: Request(method: "GET", target: "/", fields: ["host": "localhost"]))
      #expect(String(decoding: response.body, as: UTF8.self) == "home")
    }
  }

  @Test func redirectsToTheFolderWithItsSlash() async throws {
    let response = try await get("/a?x=1")
    #expect(response.status == .permanentRedirect)
    #expect(response.fields["Location"] == "/a/")
  }

  @Test func givesAPartOfAFile() async throws {
    let response = try await get("/bare/x.bib", ["range": "bytes=1-7"])
    #expect(response.status == .partialContent)
    #expect(response.fields["Content-Range"] == "bytes 1-7/11")
    #expect(text(response) == "article")
    let late = try await get("/bare/x.bib", ["range": "bytes=11-"])
    #expect(late.status == .rangeNotSatisfiable)
    #expect(late.fields["Content-Range"] == "bytes */11")
  }

  @Test func givesNoPartOfAnotherBuildsFile() async throws {
    let whole = try await get("/bare/x.bib", ["range": "bytes=1-7", "if-range": "\"old\""])
    #expect(whole.status == .ok)
    #expect(whole.body.count == 11)
  }

  @Test func sparesAFileThatHasNotChanged() async throws {
    try await withSite { handler in
      let first = await handler.answer(to: Request(target: "/a/"))
      let tag = try #require(first.fields["ETag"])
      let second = await handler.answer(
        to: Request(target: "/a/", fields: ["if-none-match": "\"x\", W/\(tag)"]))
      #expect(second.status == .notModified)
      #expect(second.body.isEmpty)
    }
  }

  @Test func answersHeadWithTheLengthAlone() async throws {
    let response = try await get("/", method: "HEAD")
    let sent = String(
      decoding: response.encoded(isHead: true, keepsConnection: true), as: UTF8.self)
    #expect(sent.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(sent.hasSuffix("\r\nContent-Length: 17\r\nConnection: keep-alive\r\n\r\n"))
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "get"])
  func onlyShows(method: String) async throws {
    let response = try await get("/", method: method)
    #expect(response.status == .methodNotAllowed)
    #expect(response.fields["Allow"] == "GET, HEAD")
  }

  @Test(arguments: [
    "127.0.0.1:8080", "127.8.9.1", "localhost", "LOCALHOST:1", "journal.localhost", "localhost.",
    "[::1]:8080", "desk", "",
  ])
  func answersToTheNamesOfThisMachine(host: String) async throws {
    #expect(try await get("/", ["host": host]).status == .ok)
  }

  @Test(arguments: [
    "rebound.example", "rebound.example:8080", "127.0.0.1.rebound.example", "127.a.b.example",
    "localhost.example", "rebound.example.", "192.0.2.1", "[2001:db8::1]:80",
    "localhost, rebound.example",
  ])
  func refusesTheNamesOfOthersThatLeadHere(host: String) async throws {
    let response = try await get("/", ["host": host])
    #expect(response.status == .misdirected)
    #expect(!text(response).contains("home"))
  }

  @Test func addsTheReloadScriptForABrowserAlone() async throws {
    let header = "sec-fetch-dest"
    let script = #"<script src="/.fascicle/reload.js" data-build="0" defer></script>"#
    for (target, page) in [
      ("/", "<body>home\(script)</body>"), ("/a/", "<BODY>a\(script)</BODY>"),
      ("/no", "<body>gone\(script)</body>"),
    ] {
      let response = try await get(target, [header: "document"])
      #expect(text(response) == page)
      #expect(response.fields["ETag"] == nil)
    }
    let image = try await get("/bare/x.bib", [header: "document"])
    #expect(text(image) == "@article{x}")
  }

  @Test func saysThatThereIsNoSiteYet() async throws {
    try await withTemporaryFolder { folder in
      let handler = SiteHandler(root: folder.appending(path: "no"), state: BuildState())
      let response = await handler.answer(to: Request(target: "/"))
      #expect(response.status == .unavailable)
    }
  }

  @Test func streamsTheNews() async throws {
    try await withTemporaryFolder { folder in
      let state = BuildState()
      await state.finish(.failed(report: "a.md: error"))
      let handler = SiteHandler(root: folder, state: state)
      let response = await handler.answer(to: Request(target: "/.fascicle/events?seen=0"))
      #expect(response.fields["Content-Type"] == "text/event-stream; charset=utf-8")
      #expect(
        text(response)
          == "retry: 300\nid: 1\nevent: failed\ndata: a.md: error\n\n")
    }
  }

  private func get(
    _ target: String, _ fields: [String: String] = [:], method: String = "GET"
  ) async throws -> Response {
    try await withSite {
      await $0.answer(to: Request(method: method, target: target, fields: fields))
    }
  }

  private func text(_ response: Response) -> String {
    String(decoding: response.body, as: UTF8.self)
  }

  private func withSite<Result>(
    _ body: (SiteHandler) async throws -> Result
  ) async throws -> Result {
    try await withTemporaryFolder { folder in
      try write(site, into: folder)
      let files = FileManager.default
      let root = folder.appending(path: "site")
      try files.createSymbolicLink(
        at: root.appending(path: "link.txt"),
        withDestinationURL: folder.appending(path: "beside.txt"))
      try files.createSymbolicLink(at: root.appending(path: "linked"), withDestinationURL: folder)
      return try await body(SiteHandler(root: root, state: BuildState()))
    }
  }
}
