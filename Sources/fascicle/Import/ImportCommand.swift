import ArgumentParser

/// `fascicle import`: brings in what another system has exported.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings in a journal or an article from another system.",
    subcommands: [
      ImportOJSCommand.self, ImportJATSCommand.self, ImportCrossrefCommand.self,
      ImportListCommand.self, ImportDocumentCommand.self, ImportPaperCommand.self,
    ])
}
