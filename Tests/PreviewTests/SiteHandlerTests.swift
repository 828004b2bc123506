import FlyingFox
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
    let body = String(decoding: try await response.bodyData, as: UTF8.self)
    #expect(
      "\(response.statusCode.code) \(response.headers[.contentType] ?? "-") \(body)" == answer)
  }

  @Test func redirectsToTheFolderWithItsSlash() async throws {
    let response = try await get("/a?x=1")
    #expect(response.statusCode == .permanentRedirect)
    #expect(response.headers[.location] == "/a/")
  }

  @Test func givesAPartOfAFile() async throws {
    let response = try await get("/bare/x.bib", [.range: "bytes=1-7"])
    #expect(response.statusCode == .partialContent)
    #expect(response.headers[.contentRange] == "bytes 1-7/11")
    #expect(String(decoding: try await response.bodyData, as: UTF8.self) == "article")
    let late = try await get("/bare/x.bib", [.range: "bytes=11-"])
    #expect(late.statusCode == .rangeNotSatisfiable)
    #expect(late.headers[.contentRange] == "bytes */11")
  }

  @Test func sparesAFileThatHasNotChanged() async throws {
    try await withSite { handler in
      let first = try await handler.handleRequest(request("/a/"))
      let tag = try #require(first.headers[.eTag])
      let second = try await handler.handleRequest(
        request("/a/", [.ifNoneMatch: "\"x\", W/\(tag)"]))
      #expect(second.statusCode == .notModified)
      #expect(try await second.bodyData.isEmpty)
    }
  }

  @Test func answersHeadWithTheLengthAlone() async throws {
    let response = try await get("/", method: .HEAD)
    #expect(response.statusCode == .ok)
    #expect(response.headers[.contentLength] == "17")
    #expect(try await response.bodyData.isEmpty)
  }

  @Test(arguments: [HTTPMethod.POST, .PUT, .DELETE, .PATCH])
  func onlyShows(method: HTTPMethod) async throws {
    let response = try await get("/", method: method)
    #expect(response.statusCode == .methodNotAllowed)
    #expect(response.headers[HTTPHeader("Allow")] == "GET, HEAD")
  }

  @Test func addsTheReloadScriptForABrowserAlone() async throws {
    let header = HTTPHeader("Sec-Fetch-Dest")
    let script = #"<script src="/.fascicle/reload.js" data-build="0" defer></script>"#
    for (target, page) in [
      ("/", "<body>home\(script)</body>"), ("/a/", "<BODY>a\(script)</BODY>"),
      ("/no", "<body>gone\(script)</body>"),
    ] {
      let response = try await get(target, [header: "document"])
      #expect(String(decoding: try await response.bodyData, as: UTF8.self) == page)
      #expect(response.headers[.eTag] == nil)
    }
    let image = try await get("/bare/x.bib", [header: "document"])
    #expect(String(decoding: try await image.bodyData, as: UTF8.self) == "@article{x}")
  }

  @Test func saysThatThereIsNoSiteYet() async throws {
    try await withTemporaryFolder { folder in
      let handler = SiteHandler(root: folder.appending(path: "no"), state: BuildState())
      let response = try await handler.handleRequest(request("/"))
      #expect(response.statusCode == .serviceUnavailable)
    }
  }

  @Test func streamsTheNews() async throws {
    try await withTemporaryFolder { folder in
      let state = BuildState()
      await state.finish(.failed(report: "a.md: error"))
      let handler = SiteHandler(root: folder, state: state)
      let response = try await handler.handleRequest(request("/.fascicle/events?seen=0"))
      #expect(response.headers[.contentType] == "text/event-stream; charset=utf-8")
      #expect(
        String(decoding: try await response.bodyData, as: UTF8.self)
          == "retry: 300\nid: 1\nevent: failed\ndata: a.md: error\n\n")
    }
  }

  private func get(
    _ target: String, _ headers: [HTTPHeader: String] = [:], method: HTTPMethod = .GET
  ) async throws -> HTTPResponse {
    try await withSite { try await $0.handleRequest(request(target, headers, method: method)) }
  }

  private func request(
    _ target: String, _ headers: [HTTPHeader: String] = [:], method: HTTPMethod = .GET
  ) -> HTTPRequest {
    let parts = target.split(separator: "?", maxSplits: 1)
    return HTTPRequest(
      method: method, version: .http11,
      target: .init(path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : ""),
      headers: HTTPHeaders(headers), body: HTTPBodySequence())
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
