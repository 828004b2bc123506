/// The galleys that were made, by what they were made from, so that only changed texts are set
/// again.
struct GalleyCache: Sendable {
  /// In the folder `.fascicle`.
  let folder: String

  func path(of hash: ContentHash, ending: String) -> String {
    "\(folder)/\(hash.text).\(ending)"
  }

  /// Keeps a finished file, and says where.
  func store(_ bytes: [UInt8], ending: String) throws(Disk.Failure) -> String {
    let path = path(of: ContentHash(bytes), ending: ending)
    if Disk.size(path) != bytes.count {
      try Disk.makeFolders(folder)
      try Disk.replace(path, with: bytes)
    }
    return path
  }

  /// Forgets what no longer belongs to a text.
  func keep(only paths: Set<String>, ending: String) throws(Disk.Failure) {
    for name in Disk.names(in: folder) where name.hasSuffix(".\(ending)") {
      let path = "\(folder)/\(name)"
      if !paths.contains(path) { try Disk.remove(path) }
    }
  }
}
