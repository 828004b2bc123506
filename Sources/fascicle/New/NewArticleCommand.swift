import ArgumentParser
import Foundation
import Import

/// `fascicle new article`: a Markdown file with its front matter, and a bibliography.
struct NewArticleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "article",
    abstract: "Begins an article in an issue.",
    discussion: """
      For instance: fascicle new article 2025-2 "The Moon in Andalusian Verse" --author "Ada Lovelace"

      A PDF of the same name beside the text is published with it.
      """)

  @Argument(help: ArgumentHelp("The folder name of its issue, such as 2025-2.", valueName: "issue"))
  var issue: String

  @Argument(help: ArgumentHelp("Its title, in quotes.", valueName: "title"))
  var title: String

  @Option(
    name: .customLong("author"),
    help: ArgumentHelp(
      "An author: \"Ada Lovelace\" or \"Lovelace, Ada\". May be given several times.",
      valueName: "name"))
  var authors: [String] = []

  @Option(
    help: ArgumentHelp(
      "The name of its file, which is also its address; without it, made from the title.",
      valueName: "name"))
  var slug: String?

  @Option(
    help: ArgumentHelp("The journal's folder; without it, the one you are in.", valueName: "folder")
  )
  var source = "."

  func validate() throws {
    guard !fileName.isEmpty, fileName == Slugs.slug(of: fileName) else {
      throw ValidationError(
        "No name for the file can be made from '\(slug ?? title)': give one in small Latin letters "
          + "with --slug.")
    }
  }

  private var fileName: String { slug ?? Slugs.slug(of: title) }

  func run() async throws {
    throw try result()
  }

  func result() throws -> CommandResult {
    guard let content = ContentFolder(in: source) else { return ContentFolder.missing(in: source) }
    let folder = "\(content.prefix)issues/\(issue)"
    guard content.hasIssue(issue, in: source) else { return .missingIssue(issue, in: source) }
    let files = NewFiles(
      files: [
        ("\(folder)/\(fileName).md", article), ("\(folder)/\(fileName).bib", Self.bibliography),
      ], folder: source)
    return try files.write(then: "Write the text in \(fileName).md; 'fascicle serve' shows it.")
  }

  private var article: String {
    let authors = authors.isEmpty ? ["Author, Name of the"] : authors
    return """
      ---
      title: \(YAMLValue.quoted(title))
      authors:
      \(authors.map(Self.author).joined(separator: "\n"))
      abstract: >
        Say in some 150 words what the article asks, how it goes about it, and what it finds.
      keywords: [first keyword, second keyword]
      language: en
      ---

      ## Introduction

      Begin here. Leave a blank line between paragraphs. *Emphasis* stands between asterisks, and a
      footnote is written like this.[^1] Works in the file of references are cited by their keys
      [@sample2020, p. 12].

      [^1]: The text of the footnote.

      """
  }

  /// `Lovelace, Ada` and `Ada Lovelace` in parts; a single name as it stands.
  private static func author(_ name: String) -> String {
    let inverted = name.split(separator: ",", maxSplits: 1).map { $0.trimmed }
    if inverted.count == 2 {
      return
        "  - family: \(YAMLValue.quoted(inverted[0]))\n    given: \(YAMLValue.quoted(inverted[1]))"
    }
    let words = name.split(separator: " ")
    guard words.count > 1, let family = words.last else {
      return "  - literal: \(YAMLValue.quoted(name))"
    }
    let given = words.dropLast().joined(separator: " ")
    return "  - family: \(YAMLValue.quoted(String(family)))\n    given: \(YAMLValue.quoted(given))"
  }

  private static let bibliography = """
    @book{sample2020,
      author    = {Sample, Ada},
      title     = {A Book That Stands Here as an Example},
      publisher = {Example Press},
      address   = {Exampleton},
      year      = {2020},
    }

    """
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
