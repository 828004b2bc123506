package import FlyingFox
package import Foundation

/// Answers requests from the folder of the site.
///
/// FlyingFox's own folder handler follows `%2e%2e` out of its root, so paths are checked here.
package struct SiteHandler: HTTPHandler {
  private let root: URL
  private let state: BuildState

  package init(root: URL, state: BuildState) {
    self.root = root.standardizedFileURL.resolvingSymlinksInPath()
    self.state = state
  }

  package func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard request.method == .GET || request.method == .HEAD else {
      return answer(
        .methodNotAllowed, text: "This server only shows pages.\n", [("Allow", "GET, HEAD")])
    }
    var response: HTTPResponse
    switch request.target.path() {
    case ReloadScript.path:
      response = answer(.ok, Data(ReloadScript.source.utf8), type: MediaType.of("reload.js"))
    case ReloadScript.eventsPath: response = await events(for: request)
    default: response = await page(for: request)
    }
    if request.method == .HEAD { response = await withoutBody(response) }
    return response
  }

  private func page(for request: HTTPRequest) async -> HTTPResponse {
    let path: RequestPath
    do {
      path = try RequestPath(target: request.target.rawValue)
    } catch {
      switch error {
      case .malformed: return answer(.badRequest, text: "This address is malformed.\n")
      case .hidden: return await missing(for: request)
      }
    }
    switch SiteFile(path, in: root) {
    case .file(let file): return await contents(of: file, for: request)
    case .folderWithoutSlash:
      return answer(.permanentRedirect, text: "", [("Location", path.encoded(asFolder: true))])
    case .missing where path.components.isEmpty:
      return await shown(
        Array(ReloadScript.emptyPage.utf8), .serviceUnavailable, for: request)
    case .missing: return await missing(for: request)
    }
  }

  /// The site's own page for what is not there, else a sentence.
  private func missing(for request: HTTPRequest) async -> HTTPResponse {
    guard let page = try? Data(contentsOf: root.appending(path: "404.html")) else {
      return answer(.notFound, text: "There is no such page.\n")
    }
    return await shown(Array(page), .notFound, for: request)
  }

  private func contents(of file: URL, for request: HTTPRequest) async -> HTTPResponse {
    guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else {
      return answer(.notFound, text: "There is no such page.\n")
    }
    let type = MediaType.of(file.lastPathComponent)
    if type.hasPrefix("text/html"), isOpenedByBrowser(request) {
      return await shown(Array(data), .ok, for: request)
    }
    let tag = tag(of: file, size: data.count)
    let headers = [("ETag", tag), ("Accept-Ranges", "bytes"), ("Vary", "Sec-Fetch-Dest")]
    if matches(request.headers[.ifNoneMatch], tag) {
      return answer(.notModified, Data(), type: nil, headers)
    }
    switch ByteRange(header: request.headers[.range], size: data.count) {
    case .whole: return answer(.ok, data, type: type, headers)
    case .part(let range):
      let part = data[data.startIndex + range.lowerBound..<data.startIndex + range.upperBound]
      let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(data.count)"
      return answer(.partialContent, Data(part), type: type, headers + [("Content-Range", place)])
    case .unsatisfiable:
      return answer(
        .rangeNotSatisfiable, Data(), type: nil,
        headers + [("Content-Range", "bytes */\(data.count)")])
    }
  }

  /// A page with the reload script when a browser opens it, else its bytes as they are.
  private func shown(
    _ page: [UInt8], _ status: HTTPStatusCode, for request: HTTPRequest
  ) async -> HTTPResponse {
    let headers = [("Vary", "Sec-Fetch-Dest")]
    guard isOpenedByBrowser(request) else {
      return answer(status, Data(page), type: MediaType.of("page.html"), headers)
    }
    let page = ReloadScript.added(to: page, build: await state.shownBuild)
    return answer(status, Data(page), type: MediaType.of("page.html"), headers)
  }

  /// Waits for a build that the page has not seen, but not for ever.
  private func events(for request: HTTPRequest) async -> HTTPResponse {
    let asked =
      request.headers[HTTPHeader("Last-Event-ID")]
      ?? request.query.first { $0.name == "seen" }?.value
    let seen = asked.flatMap { Int($0) } ?? 0
    let news = await withTaskGroup { group in
      group.addTask { await state.news(after: seen) }
      group.addTask {
        try? await Task.sleep(for: .seconds(25))
        return nil
      }
      let first = await group.next()
      group.cancelAll()
      return first ?? nil
    }
    let event = news.map(ReloadScript.event) ?? ReloadScript.noEvent
    return answer(.ok, Data(event.utf8), type: "text/event-stream; charset=utf-8")
  }
}

// MARK: - Requests and responses

/// Whether a browser asks for a page to show: others get the file as it is.
private func isOpenedByBrowser(_ request: HTTPRequest) -> Bool {
  request.headers[HTTPHeader("Sec-Fetch-Dest")] == "document"
}

private func matches(_ header: String?, _ tag: String) -> Bool {
  guard let header else { return false }
  return header.split(separator: ",").contains {
    let candidate = $0.trimmingCharacters(in: .whitespaces)
    return candidate == "*" || candidate == tag || candidate == "W/" + tag
  }
}

/// A validator that changes with the file: builds touch only files that differ.
private func tag(of file: URL, size: Int) -> String {
  let values = try? file.resourceValues(forKeys: [.contentModificationDateKey])
  let modified = values?.contentModificationDate ?? .distantPast
  let stamp = modified.timeIntervalSinceReferenceDate.bitPattern
  return "\"\(String(stamp, radix: 16))-\(String(size, radix: 16))\""
}

private func answer(
  _ status: HTTPStatusCode, text: String, _ headers: [(String, String)] = []
) -> HTTPResponse {
  answer(status, Data(text.utf8), type: MediaType.of("answer.txt"), headers)
}

private func answer(
  _ status: HTTPStatusCode, _ body: Data, type: String?, _ headers: [(String, String)] = []
) -> HTTPResponse {
  var fields = HTTPHeaders()
  if let type { fields[.contentType] = type }
  fields[.cacheControl] = "no-cache"
  fields[HTTPHeader("X-Content-Type-Options")] = "nosniff"
  for (name, value) in headers { fields.setValues([value], for: HTTPHeader(name)) }
  return HTTPResponse(
    statusCode: status, headers: fields,
    body: HTTPBodySequence(data: body, suggestedBufferSize: max(1, min(body.count, 1 << 20))))
}

/// The answer to HEAD: the same headers, the length included, and nothing more.
private func withoutBody(_ response: HTTPResponse) async -> HTTPResponse {
  var headers = response.headers
  if case .httpBody(let body) = response.payload, let count = body.count {
    headers[.contentLength] = String(count)
  }
  return HTTPResponse(statusCode: response.statusCode, headers: headers)
}
