import Foundation
import Import
import SitePipeline

extension ContentFolder {
  /// The issues and articles that a journal has already, for an import that adds to them.
  func present(in folder: String) -> PresentContent {
    let root = URL(filePath: folder).appending(path: prefix)
    let paths = FileManager.default.enumerator(atPath: root.appending(path: "issues").path)
    let names = (paths?.compactMap { $0 as? String } ?? []).filter {
      $0.hasSuffix(".md") || $0.hasSuffix("/issue.yml")
    }
    return PresentContent(
      files: names.sorted().compactMap { name in
        let bytes = try? Disk.read(root.appending(path: "issues/" + name).path)
        return bytes.flatMap { String(validating: $0, as: UTF8.self) }.map {
          ("issues/" + name, $0)
        }
      })
  }
}
