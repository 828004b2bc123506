import Foundation

/// Where a site is written, and where its next state is prepared.
struct SiteFolders: Sendable, Hashable {
  let output: String
  /// What is known of the output folder: our files and a log of unfinished work.
  let state: String
  /// Staged files, on the file system of the output folder; below it only where it is one of its
  /// own.
  let staging: String

  var ledger: String { state + "/files" }
  var nextLedger: String { state + "/files.next" }
  var log: String { state + "/log" }
  var lock: String { state + "/lock" }
  /// What the last build saw and wrote.
  var lastBuild: String { state + "/last-build" }
  /// The pieces of the site and what they were made from.
  var pieces: String { state + "/pieces" }
  /// What the last build planned.
  var plan: String { state + "/plan" }
  /// The search index as it was last made.
  var search: String { state + "/search" }

  /// The cache is the folder `.fascicle` beside the content.
  init(output: String, cache: String) {
    self.output = Self.absolute(output)
    state = Self.absolute(cache) + "/" + Self.key(of: self.output)
    let parent = Disk.parent(of: self.output)
    let device = Disk.device(self.output) ?? Self.nearestDevice(parent)
    let name = self.output.split(separator: "/").last ?? "output"
    staging =
      if device == Self.nearestDevice(state) {
        state + "/staging"
      } else if device == Self.nearestDevice(parent) {
        parent + "/.\(name).staging"
      } else {
        self.output + "/.fascicle-staging"
      }
  }

  /// Without links, `.` and `..`, so that one folder has one key.
  private static func absolute(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  private static func nearestDevice(_ path: String) -> UInt64? {
    var path = path
    while true {
      if let device = Disk.device(path) { return device }
      guard path != "/" else { return nil }
      path = Disk.parent(of: path)
    }
  }

  /// The name of the folder and a number made of its path.
  private static func key(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? "root"
    let letters = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return letters + "-" + ContentHash(Array(path.utf8)).text
  }
}
