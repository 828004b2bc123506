import Reporting

/// All files of a site with their stamps, in the order of their paths.
struct StampedFiles: Sendable, Hashable, Codable {
  private(set) var paths: PathList
  @Raw private var stamps: [FileStamp]

  init(_ paths: PathList, stamps: [FileStamp]) {
    self.paths = paths
    self.stamps = stamps
  }

  var count: Int { paths.count }

  /// Whether all files stand in a folder as they did.
  func stand(in folder: String) async -> Bool {
    // What is stored has come to an end too early.
    guard stamps.count == paths.count else { return false }
    guard let folder = OpenFolder(folder) else { return paths.isEmpty }
    var report = Report()
    let chunks = stride(from: 0, to: count, by: 64).map { $0..<Swift.min($0 + 64, count) }
    return await chunks.concurrentMap(into: &report) { chunk, _ in
      chunk.allSatisfy { folder.stamp(of: paths[$0]) == stamps[$0] }
    }.allSatisfy(\.self)
  }

  /// Notes the stamps that some files have now, by their paths.
  mutating func note(_ stamped: [String: FileStamp]) {
    for (path, stamp) in stamped {
      let place = paths.place(of: path)
      if place < count, paths[place] == path { stamps[place] = stamp }
    }
  }
}
