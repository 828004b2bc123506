import ArgumentParser
import Foundation

/// `fascicle manual`: the manual page, made of the help texts.
struct ManualCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Prints the manual page, for man.", shouldDisplay: false)

  func run() async throws {
    throw result()
  }

  func result() -> CommandResult {
    let description = Data(Fascicle._dumpHelp().utf8)
    guard let program = try? JSONDecoder().decode(ManualPage.Program.self, from: description) else {
      return CommandResult(errors: "The help texts cannot be read.\n", code: .programFault)
    }
    return CommandResult(output: ManualPage(program.command).text)
  }
}
