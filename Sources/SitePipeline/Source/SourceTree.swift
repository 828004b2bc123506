package import Reporting

/// The files of a journal: their paths and sizes, and their bytes when asked.
///
/// Paths are relative to the folder that was named, with `/` between components, sorted by UTF-8.
/// Nobody else opens a source file. A tree holds either a listing of a folder, made once, or the
/// files themselves (tests write a whole project as a literal).
package struct SourceTree: Sendable {
  package struct File: Sendable, Hashable {
    package var path: String
    /// In bytes.
    package var size: Int
    /// Nanoseconds of the last change, to tell a changed file from an unchanged one without
    /// reading it; never a date of publication.
    package var modified: Int

    package init(path: String, size: Int, modified: Int = 0) {
      self.path = path
      self.size = size
      self.modified = modified
    }
  }

  private enum Storage: Sendable {
    case folder(FolderListing)
    case memory([String: [UInt8]])
  }

  /// By path.
  package private(set) var files: [File]
  private let storage: Storage
  /// Bytes of files by their paths, so that these are read once.
  private var held: [String: [UInt8]] = [:]

  /// A project as a literal.
  package init(_ files: [String: String]) {
    self.init(bytes: files.mapValues { Array($0.utf8) })
  }

  /// A project in memory.
  package init(bytes: [String: [UInt8]]) {
    files = bytes.map { File(path: $0.key, size: $0.value.count) }.sorted(by: File.comesBefore)
    storage = .memory(bytes)
  }

  /// The files below a folder, without dot files and without the folders named in `excluding`
  /// (relative to the folder, such as the output).
  ///
  /// `enter` is given each folder before it is listed.
  package init(
    folder: String, excluding: Set<String> = [], entering enter: (String) -> Void = { _ in },
    report: inout Report
  ) {
    self.init(
      folder: folder, excluding: excluding, isDeep: true, entering: enter, report: &report)
  }

  /// The sources of a build.
  ///
  /// A folder without a journal may be anybody's: it is not walked through.
  init(of options: BuildOptions, report: inout Report) {
    let isJournal = ["journal.yml", "Content/journal.yml"].contains {
      Disk.kind(options.source + "/" + $0) != nil
    }
    self.init(
      folder: options.source, excluding: options.foldersBelowSource, isDeep: isJournal,
      report: &report)
  }

  private init(
    folder: String, excluding: Set<String>, isDeep: Bool,
    entering enter: (String) -> Void = { _ in }, report: inout Report
  ) {
    let listing = FolderListing(
      root: folder, excluding: excluding, isDeep: isDeep, entering: enter, report: &report)
    files = listing.files.sorted(by: File.comesBefore)
    storage = .folder(listing)
  }

  /// The bytes of a listed file.
  ///
  /// - Throws: `Unreadable` when the file is not listed or the system refuses it.
  package func bytes(of path: String) throws(Unreadable) -> [UInt8] {
    if let bytes = held[path] { return bytes }
    guard file(path) != nil else { throw Unreadable(path: path, reason: "no such file") }
    switch storage {
    case .memory(let files): return files[path] ?? []
    case .folder(let listing): return try listing.bytes(of: path)
    }
  }

  /// The same files, with the bytes of some at hand, as far as they can be read.
  func holding(_ paths: [String]) -> SourceTree {
    var tree = self
    for path in paths { tree.held[path] = try? bytes(of: path) }
    return tree
  }

  /// The same, where those of the paths that cannot be read stay away even if they come back: all
  /// that is made of them is made of the same bytes.
  func fixing(_ paths: [String]) -> SourceTree {
    var tree = holding(paths)
    for path in paths where tree.held[path] == nil { tree.files.removeAll { $0.path == path } }
    return tree
  }

  /// Some of the files.
  func part(_ isIn: (String) -> Bool) -> SourceTree {
    var tree = self
    tree.files = files.filter { isIn($0.path) }
    return tree
  }

  /// The listed file at a path.
  package func file(_ path: String) -> File? {
    let index = lowerBound(path)
    return index < files.count && files[index].path == path ? files[index] : nil
  }

  /// The first listed file whose path differs from one in capitals alone.
  func file(inOtherCapitals path: String) -> File? {
    let folded = path.lowercased()
    return files.first { $0.path.utf8.count == path.utf8.count && $0.path.lowercased() == folded }
  }

  /// The files whose paths begin with a prefix, in order.
  package func files(under prefix: String) -> ArraySlice<File> {
    let start = lowerBound(prefix)
    let end = files[start...].firstIndex { !$0.path.utf8.starts(with: prefix.utf8) }
    return files[start..<(end ?? files.endIndex)]
  }

  /// A file that cannot be read.
  package struct Unreadable: Error, Sendable {
    package var path: String
    package var reason: String
  }

  private func lowerBound(_ path: String) -> Int {
    var (low, high) = (0, files.count)
    while low < high {
      let middle = (low + high) / 2
      if files[middle].path.precedes(path) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}

extension SourceTree.File {
  fileprivate static func comesBefore(_ a: Self, _ b: Self) -> Bool {
    a.path.precedes(b.path)
  }
}
