import Foundation
import Import

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
        let text = try? String(
          contentsOf: root.appending(path: "issues/" + name), encoding: .utf8)
        return text.map { ("issues/" + name, $0) }
      })
  }
}
