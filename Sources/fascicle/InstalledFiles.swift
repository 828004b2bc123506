import Foundation

/// What was installed together with the program.
enum InstalledFiles {
  /// The folders with citation styles and locales: `share/fascicle` beside the program's `bin`.
  static var folders: [String] {
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return [] }
    let folder = program.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "share/fascicle")
    return FileManager.default.fileExists(atPath: folder.path) ? [folder.path] : []
  }
}
