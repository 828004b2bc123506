// Publishes a site: shows what would change, then brings new files, then changed ones, and last of
// all removes old ones. Whoever reads while it runs, or after it was cut off, finds whole pages whose
// links lead somewhere; running it again completes it.
//
// rsync and rclone do the work for folders and remotes, git for branches; each file comes into its
// place only when it is complete. A branch changes in one step.

package import Programs

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

  /// What would be added, changed and removed.
  ///
  /// - Throws: `ProgramFailure`.
  package func changes(_ run: Runner) throws(ProgramFailure) -> UploadChanges {
    switch destination {
    case .rsync(let target): try RsyncUpload(folder: folder, target: target).changes(run)
    case .rclone(let target): try RcloneUpload(folder: folder, target: target).changes(run)
    case .git(let repository, let branch):
      try GitUpload(folder: folder, cache: cache, repository: repository, branch: branch)
        .changes(run)
    }
  }

  /// Publishes the site.
  ///
  /// - Parameters:
  ///   - changes: what is to be brought and removed.
  ///   - run: runs the programs.
  /// - Throws: `ProgramFailure`; what was brought until then stays and is whole.
  package func publish(
    _ changes: UploadChanges, _ run: Runner
  ) throws(ProgramFailure) {
    switch destination {
    case .rsync(let target):
      try RsyncUpload(folder: folder, target: target).publish(changes, run)
    case .rclone(let target):
      try RcloneUpload(folder: folder, target: target).publish(changes, run)
    case .git(let repository, let branch):
      try GitUpload(folder: folder, cache: cache, repository: repository, branch: branch)
        .publish(run)
    }
  }
}
