import JournalModel

/// Where the first file of each path stands in a plan.
///
/// A journal has many files: paths are known by 64 bits, which tell a million of them apart.
struct PathTable: Sendable {
  private var places: [Fingerprint: Int32]

  init(_ files: [PlannedFile]) {
    places = Dictionary(minimumCapacity: files.count)
    for (place, file) in files.enumerated() {
      let mark = Fingerprint(file.path.file)
      if places[mark] == nil { places[mark] = Int32(place) }
    }
  }

  subscript(path: SitePath) -> Int? { self[file: Array(path.file.utf8)] }

  /// The same for the bytes of a file's path.
  subscript(file bytes: [UInt8]) -> Int? { places[Fingerprint(bytes)].map { Int($0) } }
}
