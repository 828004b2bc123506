import ArgumentParser
import Foundation
import Import

/// `fascicle new issue`: a folder with its `issue.yml`.
struct NewIssueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Begins an issue: a folder with an issue.yml.",
    discussion: "For instance: fascicle new issue 2025-2 --volume 7 --number 2")

  @Argument(
    help: ArgumentHelp(
      "The name of its folder, which is also its address: such as 2025-2 or 2025-06.",
      valueName: "name"))
  var name: String

  @Option(
    help: ArgumentHelp("The journal's folder; without it, the one you are in.", valueName: "folder")
  )
  var source = "."

  @Option(help: ArgumentHelp("The volume, if the journal counts volumes.", valueName: "volume"))
  var volume: String?

  @Option(help: ArgumentHelp("The number within the volume or year.", valueName: "number"))
  var number: String?

  @Option(help: ArgumentHelp("A title of its own, for a special issue.", valueName: "title"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "When it is published: 2025-06-30, 2025-06 or 2025. Without it, today.", valueName: "date"))
  var date: String?

  func validate() throws {
    guard name == Slugs.slug(of: name) else {
      throw ValidationError(
        "'\(name)' cannot be part of an address: use small Latin letters, digits and hyphens.")
    }
    if let date, !isDate(date) {
      throw ValidationError(
        "'\(date)' is no date of the calendar: write it as 2025-06-30, 2025-06 or 2025.")
    }
  }

  func run() async throws {
    throw try result(today: .now)
  }

  func result(today: Date) throws -> CommandResult {
    guard let content = ContentFolder(in: source) else { return ContentFolder.missing(in: source) }
    var lines: [String] = []
    if let title { lines.append("title: \(YAMLValue.quoted(title))") }
    if let volume { lines.append("volume: \(YAMLValue.quoted(volume))") }
    if let number { lines.append("number: \(YAMLValue.quoted(number))") }
    lines.append("date: \(date ?? day(today))")
    let path = "\(content.prefix)issues/\(name)/issue.yml"
    let files = NewFiles(files: [(path, lines.joined(separator: "\n") + "\n")], folder: source)
    let option = source == "." ? "" : " --source \(source.shellWord)"
    return try files.write(
      then: "Next: fascicle new article \(name) \"Its title\"\(option)")
  }
}

/// Whether a text is a day, month or year of the calendar in the form that files have them.
private func isDate(_ text: String) -> Bool {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard (1...3).contains(parts.count),
    parts.map(\.utf8.count) == [4, 2, 2].dropLast(3 - parts.count),
    parts.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) })
  else { return false }
  let numbers = parts.compactMap { Int($0) } + [1, 1]
  return DateComponents(
    calendar: Calendar(identifier: .gregorian), year: numbers[0], month: numbers[1],
    day: numbers[2]
  ).isValidDate
}

/// The day in the calendar and time zone of whoever calls.
func day(_ date: Date) -> String {
  let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: date)
  let (month, day) = (parts.month ?? 1, parts.day ?? 1)
  return "\(parts.year ?? 2000)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
}
