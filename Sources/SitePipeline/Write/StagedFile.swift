/// A file of the site after it has been made: where it stands, and whether it differs from the
/// one that stands there now.
struct StagedFile: Sendable, Hashable {
  enum State: Sendable, Hashable { case added, changed, unchanged }

  /// Below the output folder.
  var path: String
  var stage: PlannedFile.Stage
  var state: State
  /// Its stamp where it stands, or where it is staged: putting it in place keeps that.
  var stamp: FileStamp

  /// Whether other files can be reached through it.
  var isPage: Bool { path.utf8.suffix(5).elementsEqual(".html".utf8) }
}
