import Foundation

/// A run of another program, with files for what it reads and prints, so that no amount of either
/// can block it.
///
/// The program stays in our group of processes, other than with `Foundation.Process`: an
/// interruption from the keyboard ends it too, and it may ask something at the terminal.
package struct ProgramRun: Sendable {
  /// Why a run has no status.
  package enum Failure: Error, Sendable, Hashable {
    case refused(reason: String)
    /// It printed nothing for so long that it was ended.
    case silent

    /// What happened to the program.
    package var words: String {
      switch self {
      case .refused(let reason): "could not be started (\(reason))"
      case .silent: "printed nothing for so long that it was ended"
      }
    }
  }

  private let program: String
  private let arguments: [String]
  private let environment: [String: String]
  /// Nothing is read where there is no file, and what is printed is let go.
  package var (input, output, errors): (String?, String?, String?)
  /// How long the program may print nothing; nil for one that may wait for people or the network.
  package var patience: Duration?

  /// Longer than any single piece of work takes: to a program that prints nothing for so long
  /// something has happened.
  package static let usualPatience = Duration.seconds(600)

  /// - Parameters:
  ///   - program: the path of the program.
  ///   - arguments: what it is called with.
  ///   - environment: all of its environment.
  package init(_ program: String, _ arguments: [String], environment: [String: String]) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
  }

  /// Starts the program and waits for its end.
  ///
  /// - Returns: its status; after a signal 128 and the number of that, as shells have it.
  package func status() throws(Failure) -> Int32 {
    let process = try start()
    guard let patience else { return Self.status(of: process, waits: true) ?? -1 }
    let clock = ContinuousClock()
    var (size, last) = (outputSize, clock.now)
    var pause: UInt32 = 1_000
    while true {
      if let status = Self.status(of: process, waits: false) { return status }
      if outputSize != size { (size, last) = (outputSize, clock.now) }
      guard clock.now - last < patience else {
        Self.end(process)
        throw .silent
      }
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
  }

  private var outputSize: Int? {
    output.flatMap { try? FileManager.default.attributesOfItem(atPath: $0)[.size] as? Int }
  }

  private func start() throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var (files, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?)
    #else
      var (files, attributes) = unsafe (posix_spawn_file_actions_t(), posix_spawnattr_t())
    #endif
    unsafe posix_spawn_file_actions_init(&files)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&files)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    let ways = [
      (STDIN_FILENO, input, O_RDONLY), (STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC),
      (STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_TRUNC),
    ]
    for (descriptor, file, flags) in ways {
      unsafe posix_spawn_file_actions_addopen(
        &files, descriptor, file ?? "/dev/null", flags, 0o600)
    }
    // Our threads may have signals blocked.
    var (none, usual) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe sigemptyset(&usual)
    for signal in [SIGINT, SIGTERM, SIGPIPE] { unsafe sigaddset(&usual, signal) }
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer {
      for place in unsafe words.indices { unsafe free(words[place]) }
      for place in unsafe variables.indices { unsafe free(variables[place]) }
    }
    let result = unsafe posix_spawn(&process, program, &files, &attributes, &words, &variables)
    guard result == 0 else { throw .refused(reason: unsafe String(cString: strerror(result))) }
    return process
  }

  /// Nil while the program runs, unless its end is waited for.
  private static func status(of process: pid_t, waits: Bool) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = unsafe waitpid(process, &status, waits ? 0 : WNOHANG)
      if ended == 0 { return nil }
      if ended == process {
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
      }
      // Nobody else waits for it.
      guard errno == EINTR else { return -1 }
    }
  }

  /// Asks the program to end, and ends it when it does not within a second.
  private static func end(_ process: pid_t) {
    kill(process, SIGTERM)
    for _ in 0..<100 {
      if status(of: process, waits: false) != nil { return }
      usleep(10_000)
    }
    kill(process, SIGKILL)
    _ = status(of: process, waits: true)
  }
}
