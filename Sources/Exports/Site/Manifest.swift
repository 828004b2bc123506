package import JournalModel
import Reporting

/// A file of the site and the hash of its bytes.
package struct ManifestEntry: Sendable, Hashable {
  package var path: SitePath
  package var sha256: String

  package init(path: SitePath, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}

/// The entries of a list that `manifest` wrote.
package func manifestEntries(of bytes: [UInt8]) -> [ManifestEntry] {
  bytes.split(separator: 0x0A).map { line in
    ManifestEntry(
      path: SitePath(String(decoding: line.dropFirst(66), as: UTF8.self)),
      sha256: String(decoding: line.prefix(64), as: UTF8.self))
  }
}

/// The list of all files with their hashes, as `sha256sum --check` reads it (and BagIt, RFC 8493).
package func manifest(of entries: [ManifestEntry]) -> [UInt8] {
  let lines = entries.map { (file: $0.path.file, hash: $0.sha256) }
    .sorted { $0.file.precedes($1.file) }
  var bytes: [UInt8] = []
  for line in lines {
    bytes.append(contentsOf: line.hash.utf8)
    bytes.append(contentsOf: "  ".utf8)
    bytes.append(contentsOf: line.file.utf8)
    bytes.append(0x0A)
  }
  return bytes
}
