// The preview shows a built site on this machine alone and follows the author's work.
//
// In: the folder of the site, the folders to watch, and a closure that builds. Out: pages over
// HTTP on the loopback address. When a source changes, the closure runs; when it has built, open
// pages load again; when it has failed, its report lies over the page and the last good site
// stays. Read on in `SiteHandler` (what a request gets), `RequestPath` (what is let through),
// `BuildState` (what open pages are told), `SourceWatch` (when to look for changes),
// `SourceSnapshot` (what counts as one), and `HTTP/Listener.swift` for the protocol.

import FlyingSocks
package import Foundation

/// A site shown on the loopback address while its sources are edited.
package struct PreviewServer: Sendable {
  /// What a build came to, as far as the preview cares.
  package enum BuildOutcome: Sendable, Equatable {
    case built
    /// With the report as people read it.
    case failed(report: String)
  }

  /// What happens, for whoever wants to tell it.
  package enum Event: Sendable, Equatable {
    case listening(url: String)
    case changed
    case finished(BuildOutcome)
  }

  package enum Failure: Error, Equatable {
    /// Every port that was offered is taken.
    case noFreePort
    /// The system lets this user open none of them, such as those below 1024.
    case forbiddenPort
  }

  /// The folder of the built site.
  package var site: URL
  /// Folders and files whose change calls for a build.
  package var sources: [URL]
  /// Folders below them whose change does not, because builds write there.
  package var passedOver: [URL]
  /// The ports to try, in order.
  package var ports: [UInt16]

  package init(site: URL, sources: [URL], passedOver: [URL] = [], ports: [UInt16]) {
    self.site = site
    self.sources = sources
    self.passedOver = passedOver
    self.ports = ports
  }

  /// Builds, serves and follows changes until the task is cancelled.
  package func run(
    build: @escaping @Sendable () async -> BuildOutcome,
    tell: @escaping @Sendable (Event) -> Void
  ) async throws {
    let listener = try openListener()
    let state = BuildState(from: Int(Date().timeIntervalSince1970))
    let handler = SiteHandler(root: site, state: state)
    tell(.listening(url: "http://127.0.0.1:\(listener.port)/"))
    try await withThrowingTaskGroup { group in
      group.addTask { try await listener.run { await handler.answer(to: $0) } }
      group.addTask { try await follow(state: state, build: build, tell: tell) }
      try await group.next()
      group.cancelAll()
    }
  }

  private func openListener() throws -> Listener {
    var isForbidden = true
    for port in ports {
      do {
        return try Listener(port: port)
      } catch SocketError.failed(_, EACCES, _) {
        continue
      } catch {
        isForbidden = false
      }
    }
    throw isForbidden ? Failure.forbiddenPort : Failure.noFreePort
  }

  /// Builds at once and after every change.
  private func follow(
    state: BuildState, build: @Sendable () async -> BuildOutcome,
    tell: @Sendable (Event) -> Void
  ) async throws {
    // Watching begins before the build, so that nothing which changes meanwhile is missed.
    var watch = SourceWatch(of: sources, except: passedOver + [site])
    while true {
      let outcome = await build()
      await state.finish(outcome)
      tell(.finished(outcome))
      try await watch.nextChange()
      tell(.changed)
    }
  }
}
