import Programs

/// A folder, here or on another machine, that rsync reaches.
struct RsyncUpload {
  let folder: String
  let target: String

  /// Content decides, not times; files are whole under a name of their own until they are moved,
  /// and web servers may read them.
  private static let options =
    ["--recursive", "--checksum", "--links", "--delay-updates", "--chmod=D755,F644"] + filters

  /// A repository is no part of the site, and the files of the host stay.
  private static let filters =
    ["--exclude=/.git"] + HostFiles.paths.map { "--filter=protect /\($0)" }

  func changes(_ run: Runner) throws(ProgramFailure) -> UploadChanges {
    let printed = try run(
      Invocation(
        "rsync",
        Self.options + [
          "--dry-run", "--delete", "--8-bit-output", "--out-format=%i %n", folder + "/", target,
        ]))
    var changes = UploadChanges()
    for line in lines(printed) {
      // Eleven characters say what happens, such as `>f+++++++++` or `*deleting  `.
      let (signs, path) = (line.prefix(11), String(line.dropFirst(12)))
      guard !path.isEmpty, !path.hasSuffix("/") else { continue }
      if signs.hasPrefix("*deleting") {
        changes.removed.append(path)
      } else if signs.dropFirst(2).hasPrefix("+++") {
        changes.added.append(path)
      } else if "<>c".contains(signs.prefix(1)), "fL".contains(signs.dropFirst().prefix(1)) {
        changes.changed.append(path)
      }
    }
    return changes
  }

  func publish(_ changes: UploadChanges, _ run: Runner) throws(ProgramFailure) {
    for batch in changes.batches {
      _ = try run(
        Invocation(
          "rsync", Self.options + ["--from0", "--files-from=-", folder + "/", target],
          // A name that begins with '#' or ';' would be a comment.
          input: batch.flatMap { Array("./\($0)".utf8) + [0] }))
    }
    guard !changes.removed.isEmpty else { return }
    _ = try run(
      Invocation(
        "rsync",
        ["--recursive", "--existing", "--ignore-existing", "--delete"] + Self.filters + [
          folder + "/", target,
        ]))
  }
}
