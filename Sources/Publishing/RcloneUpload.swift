import Foundation
import Programs

/// Storage that rclone reaches: S3, WebDAV, SFTP and many more.
///
/// Stores of objects and servers of WebDAV take a file as a whole. Folders, here or by SFTP and FTP,
/// show it while it is being written: there it is brought into a folder beside its place and moved.
struct RcloneUpload {
  let folder: String
  let target: String

  func changes(_ run: Runner) throws(ProgramFailure) -> UploadChanges {
    // Where the storage keeps no hashes, only the files themselves tell whether they differ.
    let comparing = try features(run).hashes.isEmpty ? ["--download"] : []
    let printed = try run(
      Invocation(
        "rclone",
        ["check", "--combined", "-", "--exclude", "/.git/**"] + comparing
          + [folder, target], accepting: [0, 1]))
    var changes = UploadChanges()
    for line in lines(printed) {
      let path = String(line.dropFirst(2))
      switch line.first {
      case "+": changes.added.append(path)
      case "*": changes.changed.append(path)
      case "-" where !HostFiles.contain(path): changes.removed.append(path)
      case "=", "-": continue
      default: throw .refused(program: "rclone", status: 1, words: line)
      }
    }
    guard !printed.isEmpty else {
      throw .refused(program: "rclone", status: 1, words: "\(target) cannot be read")
    }
    return changes
  }

  func publish(_ changes: UploadChanges, _ run: Runner) throws(ProgramFailure) {
    let features = try features(run)
    for batch in changes.batches {
      try bring(batch, features, run)
    }
    if !changes.batches.isEmpty, let place = place(features) {
      // What an earlier run has left there goes too.
      _ = try run(Invocation("rclone", ["purge", place], accepting: [0, 1, 3]))
    }
    guard !changes.removed.isEmpty else { return }
    _ = try run(
      Invocation(
        "rclone", ["delete", "--files-from-raw", "-", target], input: Self.list(changes.removed)))
    _ = try run(
      Invocation("rclone", ["rmdirs", "--leave-root", target], accepting: [0, 1, 3]))
  }

  private func bring(
    _ batch: [String], _ features: Features, _ run: Runner
  ) throws(ProgramFailure) {
    func rclone(_ verb: String, from: String, to: String) throws(ProgramFailure) {
      _ = try run(
        Invocation(
          "rclone", [verb, "--no-check-dest", "--files-from-raw", "-", from, to],
          input: Self.list(batch)))
    }
    guard let place = place(features) else { return try rclone("copy", from: folder, to: target) }
    try rclone("copy", from: folder, to: place)
    try rclone("move", from: place, to: target)
  }

  private static let staging = ".fascicle-staging"

  /// Where files wait before they are moved; nil where the storage takes them as a whole.
  ///
  /// A move within one folder is refused, so the files wait beside it.
  private func place(_ features: Features) -> String? {
    guard features.moves, !features.copies, !target.hasSuffix(":") else { return nil }
    return (target.hasSuffix("/") ? String(target.dropLast()) : target) + Self.staging
  }

  private static func list(_ paths: [String]) -> [UInt8] {
    paths.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] }
  }

  // MARK: What the storage can do

  private struct Features {
    var hashes: [String]
    /// Whether it copies and moves files by itself.
    var copies: Bool
    var moves: Bool
  }

  private struct Description: Decodable {
    var hashes: [String]?
    var features: Verbs?

    struct Verbs: Decodable {
      var copy: Bool?
      var move: Bool?

      enum CodingKeys: String, CodingKey {
        case copy = "Copy"
        case move = "Move"
      }
    }

    enum CodingKeys: String, CodingKey {
      case hashes = "Hashes"
      case features = "Features"
    }
  }

  private func features(_ run: Runner) throws(ProgramFailure) -> Features {
    let printed = try run(Invocation("rclone", ["backend", "features", target]))
    guard let description = try? JSONDecoder().decode(Description.self, from: Data(printed)) else {
      throw .refused(program: "rclone", status: 0, words: "\(target) cannot be described")
    }
    return Features(
      hashes: description.hashes ?? [], copies: description.features?.copy == true,
      moves: description.features?.move == true)
  }
}
