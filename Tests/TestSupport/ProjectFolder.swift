package import Foundation

/// The folder that holds Package.swift, found from the place of this file.
package func projectFolder(filePath: String = #filePath) -> URL {
  URL(filePath: filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
