import Foundation

/// Files that are put into a folder together: all of them or, when one is refused, none.
///
/// They are written into a hidden folder beside their places first and then moved there, so that a
/// full disk or a folder that cannot be written leaves everything as it was.
struct PlacedFiles {
  /// Path below the folder, and what the file holds, made only when it is written.
  var files: [(path: String, bytes: () -> [UInt8])]
  var folder: URL

  private static let disk = FileManager.default

  func place() throws {
    let stage = folder.appending(path: ".fascicle-\(UUID().uuidString)")
    var undo: [() throws -> Void] = []
    defer { try? Self.disk.removeItem(at: stage) }
    do {
      try Self.make(Self.missingFolders(above: stage), &undo)
      try Self.disk.createDirectory(at: stage, withIntermediateDirectories: false)
      for (number, file) in files.enumerated() {
        try Data(file.bytes()).write(to: stage.appending(path: "\(number)"))
      }
      for (number, file) in files.enumerated() {
        try move(stage.appending(path: "\(number)"), to: folder.appending(path: file.path), &undo)
      }
    } catch {
      for step in undo.reversed() { try? step() }
      throw error
    }
  }

  private func move(_ staged: URL, to place: URL, _ undo: inout [() throws -> Void]) throws {
    try Self.make(Self.missingFolders(above: place), &undo)
    if Self.isThere(place) {
      let old = staged.appendingPathExtension("old")
      try Self.disk.moveItem(at: place, to: old)
      undo.append { try Self.disk.moveItem(at: old, to: place) }
    }
    try Self.disk.moveItem(at: staged, to: place)
    undo.append { try Self.disk.removeItem(at: place) }
  }

  /// Makes folders, the outermost first.
  private static func make(_ folders: [URL], _ undo: inout [() throws -> Void]) throws {
    for folder in folders {
      try disk.createDirectory(at: folder, withIntermediateDirectories: false)
      undo.append { try disk.removeItem(at: folder) }
    }
  }

  private static func missingFolders(above file: URL) -> [URL] {
    var folders: [URL] = []
    var folder = file.standardizedFileURL.deletingLastPathComponent()
    while !disk.fileExists(atPath: folder.path), folder.pathComponents.count > 1 {
      folders.insert(folder, at: 0)
      folder.deleteLastPathComponent()
    }
    return folders
  }

  /// Whether anything has the name, be it a link that leads nowhere.
  static func isThere(_ file: URL) -> Bool { type(of: file) != nil }

  /// What has the name, links not followed.
  static func type(of file: URL) -> FileAttributeType? {
    (try? disk.attributesOfItem(atPath: file.path))?[.type] as? FileAttributeType
  }
}
