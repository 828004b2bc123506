import ArgumentParser

/// `fascicle new`: begins a journal, an issue or an article.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins a journal, an issue or an article.",
    subcommands: [
      NewJournalCommand.self, NewIssueCommand.self, NewArticleCommand.self, NewRecipeCommand.self,
    ])
}
