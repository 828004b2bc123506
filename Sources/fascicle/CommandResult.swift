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
    FileHandle.standardOutput.write(Data(output.utf8))
    FileHandle.standardError.write(Data(errors.utf8))
    Foundation.exit(code.rawValue)
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
