package import Foundation
import Reporting
import SitePipeline

/// Which files stand below the sources, how large they are and when they changed.
package struct SourceSnapshot: Sendable, Equatable {
  private var folders: [[SourceTree.File]] = []
  private var single: [String: Date] = [:]

  /// Looks at every file that a build would read below the folders (or at files themselves), but
  /// not below those passed over nor at hidden ones.
  ///
  /// `enter` is given each folder before it is listed, and a file that is a source of its own.
  package init(
    of sources: [URL], except passedOver: [URL], entering enter: (String) -> Void = { _ in }
  ) {
    let passedOver = passedOver.map(\.standardizedFileURL.path)
    for source in sources {
      let root = source.standardizedFileURL.path
      let excluded = passedOver.filter { $0.hasPrefix(root + "/") }
        .map { String($0.dropFirst(root.count + 1)) }
      // What cannot be listed is reported by the build.
      var known = Report()
      let tree = SourceTree(
        folder: root, excluding: Set(excluded), entering: enter, report: &known)
      folders.append(tree.files)
      if tree.files.isEmpty {
        let attributes = try? FileManager.default.attributesOfItem(atPath: root)
        single[root] = attributes?[.modificationDate] as? Date
      }
    }
  }
}
