/// A file that an importer makes, for the content folder.
package struct ContentFile: Sendable, Hashable {
  /// Relative to the content folder, with `/` between components.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
