import Foundation

/// What is known of the place where a command prints.
struct Terminal: Sendable {
  /// Whether somebody watches: then colours and progress are shown.
  var isWatched: Bool

  /// The terminal of this process; `NO_COLOR` and a dumb terminal are respected.
  static var current: Terminal {
    let environment = ProcessInfo.processInfo.environment
    let isPlain = environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb"
    return Terminal(isWatched: isatty(STDERR_FILENO) == 1 && !isPlain)
  }

  /// Does the work, and on a terminal shows how long it takes once that is more than a second.
  func showingProgress<Result: Sendable>(
    _ words: String, _ work: @Sendable () async -> Result
  ) async -> Result {
    guard isWatched else { return await work() }
    let ticker = Task {
      var seconds = 0
      while true {
        try await Task.sleep(for: .seconds(1))
        seconds += 1
        FileHandle.standardError.write(Data("\r\(words) … \(seconds) s".utf8))
      }
    }
    let result = await work()
    ticker.cancel()
    _ = await ticker.result
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    return result
  }
}
