import ArgumentParser

/// `fascicle new`: begins a journal, an issue or an article, and what else a journal may have of its
/// own.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins a journal, an issue, an article, a theme or a recipe for a host.",
    subcommands: [
      NewJournalCommand.self, NewIssueCommand.self, NewArticleCommand.self, NewThemeCommand.self,
      NewRecipeCommand.self,
    ])
}
