import Foundation
import Programs

/// A branch of a repository from which a host serves pages.
struct GitUpload {
  let folder: String
  let cache: String
  let repository: String
  let branch: String

  func changes(_ run: Runner) throws(ProgramFailure) -> UploadChanges {
    try prepareCommit(run).changes
  }

  func publish(_ run: Runner) throws(ProgramFailure) {
    let commit = try prepareCommit(run)
    guard !commit.changes.isEmpty else { return }
    _ = try run(git(["push", "--quiet", repository, "\(commit.id):\(head)"]))
    _ = try run(git(["update-ref", known, commit.id]))
    _ = try run(git(["-c", "gc.autoDetach=false", "gc", "--auto", "--quiet"]))
  }

  private var head: String { "refs/heads/\(branch)" }

  /// Keeps here what the branch led to when it was last seen, so that it need not be fetched again.
  private var known: String { "refs/published/\(branch)" }

  private var repositoryFolder: String { cache + "/publish.git" }

  private func git(_ arguments: [String]) -> Invocation {
    Invocation(
      "git", ["--git-dir", repositoryFolder, "--work-tree", folder] + arguments,
      environment: [
        "GIT_INDEX_FILE": repositoryFolder + "/site.index",
        // The branch is public: it shows no editor's address.
        "GIT_AUTHOR_NAME": "fascicle", "GIT_AUTHOR_EMAIL": "fascicle@localhost",
        "GIT_COMMITTER_NAME": "fascicle", "GIT_COMMITTER_EMAIL": "fascicle@localhost",
      ])
  }

  /// Makes a commit of the folder on top of the branch, here, without publishing it.
  private func prepareCommit(
    _ run: Runner
  ) throws(ProgramFailure) -> (id: String, changes: UploadChanges) {
    // A run that was cut off leaves its locks, and nobody else works here.
    for name in ["site.index", "shallow", "config", "HEAD", "packed-refs", known] {
      try? FileManager.default.removeItem(atPath: "\(repositoryFolder)/\(name).lock")
    }
    _ = try run(Invocation("git", ["init", "--quiet", "--bare", repositoryFolder]))
    keepBytes()
    let parent = try fetchHead(run)
    // All of the site, wherever below it the program was called.
    _ = try run(git(["add", "--all", "--force", ":/"]))
    if let parent { try keepFilesOfHost(parent, run) }
    guard let tree = lines(try run(git(["write-tree"]))).first else { return ("", UploadChanges()) }
    let changed = try run(
      git(["diff-tree", "-r", "-z", "--no-renames", "--name-status", parent ?? Self.empty, tree]))
    let parents = parent.map { ["-p", $0] } ?? []
    let commit = lines(
      try run(git(["commit-tree", tree] + parents + ["-m", "Publish the site"])))
    return (commit.first ?? "", Self.changes(changed))
  }

  /// No setting of this machine changes the ends of lines or anything else in a file.
  private func keepBytes() {
    let attributes = "* -text -filter -ident -working-tree-encoding\n"
    try? Data(attributes.utf8).write(to: URL(filePath: repositoryFolder + "/info/attributes"))
  }

  /// Takes over from the branch what the host put there, unless the site has its own.
  private func keepFilesOfHost(_ parent: String, _ run: Runner) throws(ProgramFailure) {
    // "<mode> SP <type> SP <id> TAB <path>", which 'update-index' reads as it is.
    let entries = try run(
      git(["ls-tree", "--full-tree", "-r", "-z", parent, "--"] + HostFiles.paths)
    )
    .split(separator: 0)
    .filter { entry in
      let path = String(decoding: entry.drop { $0 != 0x09 }.dropFirst(), as: UTF8.self)
      return !FileManager.default.fileExists(atPath: "\(folder)/\(path)")
    }
    guard !entries.isEmpty else { return }
    var add = git(["update-index", "-z", "--index-info"])
    add.input = entries.flatMap { Array($0) + [0] }
    _ = try run(add)
  }

  /// The commit at the head of the branch, which is then here too; nil when there is no branch yet.
  private func fetchHead(_ run: Runner) throws(ProgramFailure) -> String? {
    // "<commit> TAB <name>"
    let listed = lines(try run(git(["ls-remote", "--heads", repository, head]))).first
    guard let listed else { return nil }
    let seen = lines(try run(git(["for-each-ref", "--format=%(objectname)", known]))).first
    if let seen, listed.hasPrefix(seen) { return seen }
    _ = try run(git(["fetch", "--quiet", "--depth=1", repository, "+\(head):\(known)"]))
    return lines(try run(git(["rev-parse", known]))).first
  }

  /// The tree that holds nothing.
  private static let empty = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"

  /// Status and path, one after the other, each ending in a zero byte.
  private static func changes(_ bytes: [UInt8]) -> UploadChanges {
    let fields = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    var changes = UploadChanges()
    for index in stride(from: 0, to: fields.count - 1, by: 2) {
      switch fields[index] {
      case "A": changes.added.append(fields[index + 1])
      case "D": changes.removed.append(fields[index + 1])
      default: changes.changed.append(fields[index + 1])
      }
    }
    return changes
  }
}
