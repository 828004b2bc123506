package import Foundation

/// Which files stand below the sources, how large they are and when they changed.
package struct SourceSnapshot: Sendable, Equatable {
  private struct Stamp: Equatable {
    var size: Int
    var modified: Date
  }

  private var stamps: [String: Stamp] = [:]

  /// Looks at every file below the folders (or at files themselves), but not below those
  /// passed over nor in hidden folders.
  package init(of sources: [URL], except passedOver: [URL]) {
    let keys: [URLResourceKey] = [.fileSizeKey, .contentModificationDateKey, .isDirectoryKey]
    let passedOver = Set(passedOver.map(\.standardizedFileURL.path))
    for source in sources {
      add(source, keys)
      guard
        let files = FileManager.default.enumerator(
          at: source, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
      else { continue }
      for case let file as URL in files {
        if passedOver.contains(file.standardizedFileURL.path) {
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
