import ArgumentParser
import Foundation

/// `fascicle new recipe`: a file with which a host builds or serves the site.
struct NewRecipeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipe",
    abstract: "Writes what a host needs to build or to serve the site.",
    discussion: """
      For a journal that is kept in git, 'github' and 'gitlab' check it on every push and publish it. \
      For one that is too large for one machine, 'github-parts' builds its issues on several, and \
      'make' does so in several processes on this one; \
      'docker' packs the program and the journal into an image. 'nginx' and 'caddy' are configurations \
      of web servers with the right headers, 'apache' what its .htaccess lacks. Netlify, Cloudflare \
      Pages and GitLab Pages need none: they read the files _headers and _redirects of the site.

      The recipes fetch the program from the address in FASCICLE_URL: put there the tarball that \
      'make dist' has made. For instance: fascicle new recipe github
      """)

  @Argument(help: "What the recipe is for.")
  var name: Recipe

  @Option(
    help: ArgumentHelp("The journal's folder; without it, the one you are in.", valueName: "folder")
  )
  var source = "."

  func run() async throws {
    throw try result()
  }

  func result() throws -> CommandResult {
    guard ContentFolder(in: source) != nil else { return ContentFolder.missing(in: source) }
    let files = NewFiles(files: [(name.path, name.text)], folder: source)
    return try files.write(then: name.advice)
  }
}
