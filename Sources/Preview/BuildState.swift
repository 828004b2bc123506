/// What open pages are told: how often the site was built, and whether the last build failed.
package actor BuildState {
  /// The news for a page: the number of the last build, and its report when it failed.
  package struct News: Sendable, Equatable {
    package var build: Int
    package var failure: String?

    package init(build: Int, failure: String?) {
      self.build = build
      self.failure = failure
    }
  }

  private var news: News
  /// The number of the last build that succeeded: what a page shown now is made of.
  private var shown: Int
  /// Whether a build has come to its end; before that there are no news.
  private var hasFinished = false
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var tickets = 0

  /// Builds are counted on from a number that no earlier run came to, so that pages which such a
  /// run has shown load again.
  package init(from first: Int = 0) {
    news = News(build: first, failure: nil)
    shown = first
  }

  package var current: News { news }
  package var shownBuild: Int { shown }

  package func finish(_ outcome: PreviewServer.BuildOutcome) {
    news.build += 1
    hasFinished = true
    switch outcome {
    case .built:
      news.failure = nil
      shown = news.build
    case .failed(let report): news.failure = report
    }
    for continuation in waiting.values { continuation.resume() }
    waiting = [:]
  }

  /// The news once there is a build that the page has not seen, or nil when the wait is cancelled.
  package func news(after seen: Int) async -> News? {
    while news.build == seen || !hasFinished {
      if Task.isCancelled { return nil }
      let ticket = tickets
      tickets += 1
      await withTaskCancellationHandler {
        await withCheckedContinuation { waiting[ticket] = $0 }
      } onCancel: {
        Task { await self.giveUp(ticket) }
      }
    }
    return news
  }

  private func giveUp(_ ticket: Int) {
    waiting.removeValue(forKey: ticket)?.resume()
  }
}
