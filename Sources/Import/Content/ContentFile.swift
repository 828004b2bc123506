import Foundation

/// A file that an importer makes, for the content folder.
package struct ContentFile: Sendable, Hashable {
  package enum Contents: Sendable, Hashable {
    case bytes([UInt8])
    /// Still as it stands in the export, so that only one large file is decoded at a time.
    case base64(ArraySlice<UInt8>)
  }

  /// Relative to the content folder, with `/` between components.
  package var path: String
  package var contents: Contents

  package init(path: String, _ contents: Contents) {
    self.path = path
    self.contents = contents
  }

  package init(path: String, bytes: [UInt8]) {
    self.init(path: path, .bytes(bytes))
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// What the file holds.
  package var bytes: [UInt8] {
    switch contents {
    case .bytes(let bytes): bytes
    case .base64(let text): decodedBase64(text)
    }
  }
}

/// The bytes of a text that has been found to be base64; white space in it does not count.
func decodedBase64(_ text: ArraySlice<UInt8>) -> [UInt8] {
  Array(Data(base64Encoded: Data(text), options: .ignoreUnknownCharacters) ?? Data())
}
