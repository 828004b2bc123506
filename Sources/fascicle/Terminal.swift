import Foundation

/// What is known of the place where a command prints.
struct Terminal: Sendable {
  /// Prints a text; false when nobody reads any more or the disk is full.
  @discardableResult static func print(_ text: String, to stream: FileHandle) -> Bool {
    (try? stream.write(contentsOf: Data(text.utf8))) != nil
  }

  /// Opens what the caller has closed of the three standard streams, lest a file of the journal
  /// gets the number of one and is printed into.
  static func openStreams() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(stream, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDWR)
    }
  }

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
        Self.print("\r\(words) … \(seconds) s", to: .standardError)
      }
    }
    let result = await work()
    ticker.cancel()
    _ = await ticker.result
    Self.print("\r\u{1B}[K", to: .standardError)
    return result
  }
}
