/// The list of all files with their hashes, as `sha256sum --check` reads it (and BagIt, RFC 8493).
///
/// Its lines stand in the order of the paths.
package enum Manifest {
  package static func line(of path: String, sha256 digest: ArraySlice<UInt8>) -> [UInt8] {
    SHA256.hexadecimal(digest) + Array("  \(path)\n".utf8)
  }

  /// Puts the digest of a file in place of what stands there; false when the file is not listed.
  package static func replace(
    _ digest: [UInt8], of path: String, in list: inout [UInt8]
  ) -> Bool {
    guard let start = start(ofLineFor: path, in: list) else { return false }
    // In place: the list of a large site has megabytes.
    for (offset, digit) in SHA256.hexadecimal(digest[...]).enumerated() {
      list[start + offset] = digit
    }
    return true
  }

  private static func start(ofLineFor path: String, in list: [UInt8]) -> Int? {
    let digits = 2 * SHA256.size
    var (low, high) = (0, list.count)
    while low < high {
      var start = (low + high) / 2
      while start > low, list[start - 1] != 0x0A { start -= 1 }
      let end = list[start...].firstIndex(of: 0x0A) ?? list.count
      guard end - start > digits + 2 else { return nil }
      let found = list[(start + digits + 2)..<end]
      if found.elementsEqual(path.utf8) { return start }
      if found.lexicographicallyPrecedes(path.utf8) { low = end + 1 } else { high = start }
    }
    return nil
  }
}
