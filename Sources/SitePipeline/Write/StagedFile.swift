/// A file of the site after it has been made: where it stands, and whether it differs from the
/// one that stands there now.
struct StagedFile: Sendable, Hashable {
  enum State: Sendable, Hashable { case added, changed, unchanged }

  /// Below the output folder.
  var path: String
  var stage: PlannedFile.Stage
  var state: State

  /// Whether other files can be reached through it.
  var isPage: Bool { path.utf8.suffix(5).elementsEqual(".html".utf8) }
}
