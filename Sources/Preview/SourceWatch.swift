package import Foundation

/// Waits until the sources are no longer as they were last seen.
///
/// What has changed is told by comparing snapshots. Events of the system tell only when it is worth
/// taking one; where they do not tell everything, one is taken again and again.
package struct SourceWatch: ~Copyable {
  private let sources: [URL]
  private let passedOver: [URL]
  private var events: SourceEvents
  private var seen: SourceSnapshot
  /// Whether an event told of the last change: none does when it was made elsewhere, on a drive of
  /// the network say.
  private var isReliable = true
  /// When the last look began and ended.
  private var look = (began: ContinuousClock.now, ended: ContinuousClock.now)
  /// For so long at least, nothing but an event is a reason to look.
  private let patience: Duration

  /// Looks at the sources as a snapshot does.
  package init(
    of sources: [URL], except passedOver: [URL], events: consuming SourceEvents = SourceEvents(),
    patience: Duration = .seconds(2)
  ) {
    self.sources = sources
    self.passedOver = passedOver
    self.events = events
    self.patience = patience
    seen = SourceSnapshot(of: [], except: [])
    seen = snapshot()
  }

  /// Returns when the sources have changed, be it before the call.
  package mutating func nextChange() async throws {
    var hasHeard: Bool
    var now: SourceSnapshot
    repeat {
      hasHeard = try await wait()
      now = snapshot()
    } while now == seen
    seen = now
    isReliable = hasHeard
  }

  private mutating func snapshot() -> SourceSnapshot {
    look.began = .now
    defer { look.ended = .now }
    return events.covering { [sources, passedOver] enter in
      SourceSnapshot(of: sources, except: passedOver, entering: enter)
    }
  }

  /// Waits until it is worth looking again, and says whether an event makes it so.
  private mutating func wait() async throws -> Bool {
    // Looking takes longer the larger the journal is: look less often then.
    let spent = look.ended - look.began
    let rest = look.ended + max(.milliseconds(30), spent * 6)
    let end = events.coversAll && isReliable ? look.ended + max(patience, spent * 64) : rest
    guard let event = try await events.next(after: look.began, until: end) else { return false }
    // A save is several events: a file is written, renamed, given its permissions.
    try await Task.sleep(until: max(rest, event + .milliseconds(10)), clock: .continuous)
    return true
  }
}
