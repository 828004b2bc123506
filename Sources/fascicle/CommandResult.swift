import ArgumentParser
import Foundation

/// What a command says and how it ends.
struct CommandResult: Error, Equatable {
  /// For the standard output: what was asked for.
  var output = ""
  /// For the standard error: what was found wrong.
  var errors = ""
  var code: ExitCode = .success

  /// Prints both and ends the process.
  func printAndExit() -> Never {
    let isPrinted = Terminal.print(output, to: .standardOutput)
    Terminal.print(errors, to: .standardError)
    if !isPrinted { Terminal.print("The output could not be printed.\n", to: .standardError) }
    Foundation.exit(isPrinted || code != .success ? code.rawValue : ExitCode.findings.rawValue)
  }
}

extension CommandResult {
  /// What the disk has refused; everything is as it was.
  static func unwritten(_ error: any Error) -> CommandResult {
    CommandResult(
      errors: """
        Nothing was written: \(error.localizedDescription)
        Look whether you may write there and whether the disk has room.

        """, code: .findings)
  }
}

extension ExitCode {
  /// Something in the author's files has to be mended.
  static let findings = ExitCode(1)
  /// The program was called with arguments that cannot be right (EX_USAGE).
  static let usage = ExitCode(64)
  /// We got something wrong (EX_SOFTWARE).
  static let programFault = ExitCode(70)
}
