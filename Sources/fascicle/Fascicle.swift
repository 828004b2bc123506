// The program: arguments in, text and an exit code out.
//
// Each command is a small struct that holds its options and makes a `CommandResult`; only this
// file prints it and ends the process. `Terminal` prints what cannot wait for the end. What a
// command does is elsewhere: building in `SitePipeline`, showing in `Preview`, how findings are
// worded and printed in `Reporting`. Read on in `BuildCommand`.

import ArgumentParser
import Foundation

@main
struct Fascicle: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fascicle",
    abstract: "Makes the website of a scholarly journal from a folder of text files.",
    discussion: """
      Begin with a new journal and look at it in your browser:

        fascicle new journal my-journal
        cd my-journal
        fascicle serve

      Every file under Content is text: open it in any editor, change it and save it, and the page \
      in the browser follows. When you are content, 'fascicle build' writes the site into the \
      folder Output, ready to be copied to any web host.

      What a command finds wrong it names with file, line and cure. A command ends with 0 when all \
      is well, 1 when something has to be mended, 64 when it was called with wrong arguments, and \
      70 when the program itself is at fault.
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, ServeCommand.self, CheckCommand.self, NewCommand.self, CiteCommand.self,
      ImportCommand.self, PublishCommand.self, BagCommand.self, ManualCommand.self,
    ])

  // On the first thread: a command that waits for nothing stays there, whose memory grows in larger
  // steps than that of others.
  @MainActor static func main() async {
    Terminal.openStreams()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as CommandResult {
      error.printAndExit()
    } catch {
      let code = exitCode(for: error)
      guard code == .failure else { exit(withError: error) }
      CommandResult(
        errors: "This is a fault of fascicle, not of your files: \(error)\n"
          + "Please report it together with what you did.\n", code: .programFault
      ).printAndExit()
    }
  }
}
