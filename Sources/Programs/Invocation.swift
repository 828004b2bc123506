/// A run of another program.
package struct Invocation: Sendable, Hashable {
  package var program: String
  package var arguments: [String]
  /// Added to the environment.
  package var environment: [String: String]
  /// What the program reads.
  package var input: [UInt8]
  /// The exit codes that are no refusal.
  package var accepted: Set<Int>
  /// How long the program may print nothing; nil for one that may wait for people or the network.
  package var patience: Duration?

  package init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:],
    input: [UInt8] = [], accepting accepted: Set<Int> = [0], patience: Duration? = nil
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.input = input
    self.accepted = accepted
    self.patience = patience
  }
}

/// Why a run has given nothing.
package enum ProgramFailure: Error, Sendable, Hashable {
  /// The program is not installed.
  case missing(program: String)
  /// The program said no; its last words.
  case refused(program: String, status: Int, words: String)
}

/// Runs a program and gives what it printed.
package typealias Runner = (Invocation) throws(ProgramFailure) -> [UInt8]
