package import Foundation

/// What a path of the site leads to.
package enum SiteFile: Sendable, Equatable {
  case file(URL)
  /// A folder asked for without its slash.
  case folderWithoutSlash
  case missing

  /// Looks the path up below the site's folder.
  package init(_ path: RequestPath, in root: URL) {
    var file = root
    for component in path.components { file.append(component: component) }
    switch (Self.kind(of: file), path.isFolder || path.components.isEmpty) {
    case (.folder, true): file.append(component: "index.html")
    case (.folder, false):
      let index = file.appending(component: "index.html")
      self = Self.kind(of: index) == .file ? .folderWithoutSlash : .missing
      return
    case (.file, false): break
    case (.file, true), (.none, _):
      self = .missing
      return
    }
    guard Self.kind(of: file) == .file, Self.isInside(file, root) else {
      self = .missing
      return
    }
    self = .file(file)
  }

  private enum Kind { case file, folder }

  private static func kind(of url: URL) -> Kind? {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
      return nil
    }
    return isFolder.boolValue ? .folder : .file
  }

  /// Whether the file is still in the site once symbolic links are followed.
  private static func isInside(_ file: URL, _ root: URL) -> Bool {
    file.resolvingSymlinksInPath().path.hasPrefix(root.resolvingSymlinksInPath().path + "/")
  }
}
