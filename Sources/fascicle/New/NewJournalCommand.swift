import ArgumentParser
import Foundation

/// `fascicle new journal`: a small complete journal that builds at once.
struct NewJournalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal",
    abstract: "Begins a journal: a small complete one, to be changed into yours.",
    discussion: """
      For instance: fascicle new journal my-journal --title "Studies in Moonlight"

      It holds an issue with two articles, the pages that indexers ask for and an announcement, all \
      invented. Change what you find, and delete what you do not need.
      """)

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "folder"))
  var folder: String

  @Option(help: ArgumentHelp("The title of the journal.", valueName: "title"))
  var title = "Journal of Examples"

  func run() async throws {
    throw try result(today: .now)
  }

  func result(today: Date) throws -> CommandResult {
    let files = NewFiles(
      files: SampleJournal(title: title, today: day(today)).files, folder: folder)
    return try files.write(
      then: """
        Next:
          cd \(folder.shellWord)
          fascicle serve
        """)
  }
}
