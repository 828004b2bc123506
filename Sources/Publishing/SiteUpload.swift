// Publishes a site: shows what would change, then brings new files before any old one goes, in an
// order in which no page leads to a file that is not there yet. Whoever reads while it runs, or
// after it was cut off, finds whole pages only; running it again completes it.
//
// rsync and rclone do the work for folders and remotes, git for branches; each puts a file in
// place only when it is complete. A branch changes in one step.

/// A built site on its way to a destination.
package struct SiteUpload: Sendable {
  private let destination: Destination
  /// The output folder, absolute, without `/` at its end.
  private let folder: String
  /// A folder for what has to be kept between runs.
  private let cache: String

  package init(of folder: String, to destination: Destination, cache: String) {
    self.folder = folder
    self.destination = destination
    self.cache = cache
  }

  /// What would be added, changed and removed, a line each, as the program words it.
  ///
  /// - Throws: `PublishingFailure`.
  package func preview(_ run: Runner) throws(PublishingFailure) -> [String] {
    switch destination {
    case .rsync(let target):
      return lines(
        try run(
          Invocation(
            "rsync",
            Self.rsync + ["--dry-run", "--itemize-changes", "--delete", folder + "/", target])
        ))
    case .rclone(let target):
      return lines(
        try run(
          Invocation(
            "rclone", ["sync", "--checksum", "--dry-run", "--combined", "-", folder, target])
        )
      ).filter { !$0.hasPrefix("=") }
    case .git:
      let commit = try prepareCommit(run)
      return commit.changes
    }
  }

  /// Publishes the site.
  ///
  /// - Parameters:
  ///   - batches: the files of the site, those first that others lead to.
  ///   - run: runs the programs.
  /// - Throws: `PublishingFailure`; what was brought until then stays and is whole.
  package func publish(batches: [[String]], _ run: Runner) throws(PublishingFailure) {
    switch destination {
    case .rsync(let target):
      for batch in batches where !batch.isEmpty {
        _ = try run(
          Invocation(
            "rsync", Self.rsync + ["--from0", "--files-from=-", folder + "/", target],
            input: batch.flatMap { Array($0.utf8) + [0] }))
      }
      _ = try run(Invocation("rsync", Self.rsync + ["--delete-after", folder + "/", target]))
    case .rclone(let target):
      for batch in batches where !batch.isEmpty {
        _ = try run(
          Invocation(
            "rclone", ["copy", "--checksum", "--files-from-raw", "-", folder, target],
            input: batch.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }))
      }
      _ = try run(Invocation("rclone", ["sync", "--checksum", "--delete-after", folder, target]))
    case .git(let repository, let branch):
      let commit = try prepareCommit(run)
      guard !commit.changes.isEmpty else { return }
      _ = try run(git(["push", "--quiet", repository, "\(commit.id):refs/heads/\(branch)"]))
    }
  }

  /// Content decides, not times; files are whole under a name of their own until they are moved.
  private static let rsync = ["--recursive", "--checksum", "--links", "--delay-updates"]

  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  // MARK: A branch

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
  ) throws(PublishingFailure) -> (id: String, changes: [String]) {
    guard case .git(let repository, let branch) = destination else { return ("", []) }
    _ = try run(Invocation("git", ["init", "--quiet", "--bare", repositoryFolder]))
    let heads = lines(try run(git(["ls-remote", "--heads", repository, "refs/heads/\(branch)"])))
    var parent: String?
    if !heads.isEmpty {
      _ = try run(git(["fetch", "--quiet", "--depth=1", repository, "refs/heads/\(branch)"]))
      parent = lines(try run(git(["rev-parse", "FETCH_HEAD"]))).first
    }
    _ = try run(git(["add", "--all", "--force", "."]))
    guard let tree = lines(try run(git(["write-tree"]))).first else { return ("", []) }
    let empty = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    let changes = lines(
      try run(git(["diff-tree", "-r", "--name-status", parent ?? empty, tree])))
    let parents = parent.map { ["-p", $0] } ?? []
    let commit = lines(
      try run(git(["commit-tree", tree] + parents + ["-m", "Publish the site"])))
    return (commit.first ?? "", changes)
  }
}
