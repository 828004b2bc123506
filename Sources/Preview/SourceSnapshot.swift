package import Foundation

/// Which files stand below the sources, how large they are and when they changed.
package struct SourceSnapshot: Sendable, Equatable {
  private struct Stamp: Equatable {
    var size: Int
    var modified: Date
  }

  private var stamps: [String: Stamp] = [:]

  /// Looks at every file below the folders (or at files themselves), but not below `excluded` or
  /// in hidden folders.
  package init(of sources: [URL], except excluded: URL) {
    let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey, .isDirectoryKey]
    let excluded = excluded.standardizedFileURL.path
    for source in sources {
      add(source, keys)
      guard
        let files = FileManager.default.enumerator(
          at: source, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
      else { continue }
      for case let file as URL in files {
        if file.standardizedFileURL.path == excluded {
          files.skipDescendants()
        } else {
          add(file, keys)
        }
      }
    }
  }

  private mutating func add(_ file: URL, _ keys: [URLResourceKey]) {
    guard let values = try? file.resourceValues(forKeys: Set(keys)), values.isDirectory != true
    else { return }
    stamps[file.path] = Stamp(
      size: values.fileSize ?? 0, modified: values.contentModificationDate ?? .distantPast)
  }
}
