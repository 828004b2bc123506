package import Foundation

/// Answers requests from the folder of the site.
package struct SiteHandler: Sendable {
  private let root: URL
  private let state: BuildState

  package init(root: URL, state: BuildState) {
    self.root = root.standardizedFileURL
    self.state = state
  }

  package func answer(to request: Request) async -> Response {
    guard !request.isMeantForAnotherHost else {
      return Response(.misdirected, text: "This server answers to 127.0.0.1 and localhost.\n")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return Response(
        .methodNotAllowed, text: "This server only shows pages.\n",
        fields: ["Allow": "GET, HEAD"])
    }
    switch request.target.prefix(while: { $0 != "?" }) {
    case ReloadScript.path[...]:
      return Response(.ok, Data(ReloadScript.source.utf8), type: MediaType.of("reload.js"))
    case ReloadScript.eventsPath[...]: return await events(for: request)
    default: return await page(for: request)
    }
  }

  private func page(for request: Request) async -> Response {
    let path: RequestPath
    do {
      path = try RequestPath(target: request.target)
    } catch {
      switch error {
      case .malformed: return Response(.badRequest, text: "This address is malformed.\n")
      case .hidden: return await missing(for: request)
      }
    }
    switch SiteFile(path, in: root) {
    case .file(let file): return await contents(of: file, for: request)
    case .folderWithoutSlash:
      return Response(
        .permanentRedirect, text: "", fields: ["Location": path.encoded(asFolder: true)])
    case .missing where path.components.isEmpty:
      return await shown(Data(ReloadScript.emptyPage.utf8), .unavailable, for: request)
    case .missing: return await missing(for: request)
    }
  }

  /// The site's own page for what is not there, else a sentence.
  private func missing(for request: Request) async -> Response {
    guard let page = try? Data(contentsOf: root.appending(path: "404.html")) else {
      return Response(.notFound, text: "There is no such page.\n")
    }
    return await shown(page, .notFound, for: request)
  }

  private func contents(of file: URL, for request: Request) async -> Response {
    guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else {
      return Response(.notFound, text: "There is no such page.\n")
    }
    let type = MediaType.of(file.lastPathComponent)
    if type.hasPrefix("text/html"), isOpenedByBrowser(request) {
      return await shown(data, .ok, for: request)
    }
    let tag = tag(of: file, size: data.count)
    // A part of another build's file would be joined with what the client has of this one.
    let mayBePart = request.method == "GET" && (request.fields["if-range"] ?? tag) == tag
    let wanted = mayBePart ? request.fields["range"] : nil
    var response = part(ByteRange(header: wanted, size: data.count), of: data, type)
    if matches(request.fields["if-none-match"], tag) {
      response = Response(.notModified, Data())
    }
    response.fields["ETag"] = tag
    response.fields["Accept-Ranges"] = "bytes"
    response.fields["Vary"] = "Sec-Fetch-Dest"
    return response
  }

  private func part(_ range: ByteRange, of data: Data, _ type: String) -> Response {
    switch range {
    case .whole: return Response(.ok, data, type: type)
    case .part(let range):
      let part = data[data.startIndex + range.lowerBound..<data.startIndex + range.upperBound]
      let place = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(data.count)"
      return Response(
        .partialContent, Data(part), type: type, fields: ["Content-Range": place])
    case .unsatisfiable:
      return Response(
        .rangeNotSatisfiable, Data(), fields: ["Content-Range": "bytes */\(data.count)"])
    }
  }

  /// A page with the reload script when a browser opens it, else its bytes as they are.
  private func shown(
    _ page: Data, _ status: Response.Status, for request: Request
  ) async -> Response {
    var response = Response(status, page, type: MediaType.of("page.html"))
    response.fields["Vary"] = "Sec-Fetch-Dest"
    if isOpenedByBrowser(request) {
      let build = await state.shownBuild
      response.body = Data(ReloadScript.added(to: Array(page), build: build))
    }
    return response
  }

  /// Waits for a build that the page has not seen, but not for ever.
  private func events(for request: Request) async -> Response {
    let asked =
      request.fields["last-event-id"]
      ?? request.target.split(separator: "seen=").last.map(String.init)
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
    return Response(.ok, Data(event.utf8), type: "text/event-stream; charset=utf-8")
  }
}

/// Whether a browser asks for a page to show: others get the file as it is.
private func isOpenedByBrowser(_ request: Request) -> Bool {
  request.fields["sec-fetch-dest"] == "document"
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
