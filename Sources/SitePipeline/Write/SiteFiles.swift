import Exports
import JournalModel
import Reporting

/// The finished files of a site, as far as the end of a build wants to know of them: a journal has
/// a million, so that each takes little.
struct SiteFiles: Sendable {
  /// What is known of a file that is staged, beside its path.
  private struct Entry: Sendable {
    var stage: PlannedFile.Stage
    var state: StagedFile.State
    var stamp: FileStamp

    init(_ file: StagedFile) {
      stage = file.stage
      state = file.state
      stamp = file.stamp
    }
  }

  /// Below the output folder.
  private(set) var names = PathList()
  /// Of all of them; none when nothing is written.
  private var entries: [Entry] = []
  /// One after another, where they are wanted.
  private var sha256: [UInt8] = []
  /// By name, where they are wanted.
  private(set) var hashes: [String: ContentHash] = [:]
  /// The pages with links that only the whole site can settle; all pages when nothing is written,
  /// since they cannot be looked at again.
  private(set) var pages: [PageAnchors] = []

  /// Whether the site is written.
  private let isWritten: Bool

  /// With room for so many.
  init(capacity: Int = 0, isWritten: Bool) {
    self.isWritten = isWritten
    names.reserveCapacity(capacity)
  }

  mutating func add(_ file: SiteFinisher.Finished) {
    names.append(file.file)
    if let hash = file.hash { hashes[file.file] = hash }
    if let digest = file.sha256 { sha256 += digest }
    // What stands as it was has been staged by an earlier build, even where this one may not write.
    if isWritten, let file = file.staged { entries.append(Entry(file)) }
    if let page = file.anchors { add(page) }
  }

  private mutating func add(_ page: PageAnchors) {
    if !isWritten || !page.links.isEmpty || !page.missing.isEmpty { pages.append(page) }
  }

  /// In the order of paths, as all lists to come have them.
  mutating func sort() {
    let names = names
    let order = names.indices.sorted { names.precedes($0, $1) }
    self.names.arrange(order)
    if !entries.isEmpty { entries = order.map { entries[$0] } }
    guard !sha256.isEmpty else { return }
    var sorted: [UInt8] = []
    sorted.reserveCapacity(sha256.count)
    for place in order { sorted.append(contentsOf: digest(place)) }
    sha256 = sorted
  }

  /// Adds a file in its place among those that are sorted.
  mutating func insert(_ file: SiteFinisher.Finished) {
    let place = names.place(of: file.file)
    names.insert(file.file, at: place)
    if let hash = file.hash { hashes[file.file] = hash }
    if let digest = file.sha256 { sha256.insert(contentsOf: digest, at: place * SHA256.size) }
    if isWritten, let file = file.staged { entries.insert(Entry(file), at: place) }
  }

  private func digest(_ place: Int) -> ArraySlice<UInt8> {
    sha256[(place * SHA256.size)..<((place + 1) * SHA256.size)]
  }

  /// The files with their digests, where these are wanted.
  var digests: some Sequence<(String, ArraySlice<UInt8>)> {
    names.indices.lazy.map { (names[$0], digest($0)) }
  }

  /// Once the list of all files is written.
  mutating func forgetDigests() { sha256 = [] }

  /// None when nothing is written.
  var staged: some RandomAccessCollection<StagedFile> {
    entries.indices.lazy.map { place in
      StagedFile(
        path: names[place], stage: entries[place].stage, state: entries[place].state,
        stamp: entries[place].stamp)
    }
  }

  var stamped: StampedFiles { StampedFiles(names, stamps: entries.map(\.stamp)) }

  /// Looks again at the pages that stand as they were, whose links are compared with the site as it
  /// is now.
  mutating func rescan(by finisher: SiteFinisher) {
    let standing = staged.filter { $0.state == .unchanged && $0.isPage }.map(\.path)
    let paths = Set(standing)
    pages.removeAll { paths.contains($0.file) }
    for path in standing {
      if let page = finisher.anchors(of: path) { add(page) }
    }
  }
}
