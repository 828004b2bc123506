package import Foundation
package import Testing

/// Compares text with a golden file; `FASCICLE_RECORD=1` writes the file instead.
///
/// The path is taken from the folder of the calling test file.
package func expectGolden(
  _ text: String, in path: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = URL(filePath: filePath).deletingLastPathComponent().appending(path: path)
  expectGolden(text, in: file, sourceLocation: sourceLocation)
}

/// Compares text with a golden file found already.
package func expectGolden(
  _ text: String, in file: URL, sourceLocation: SourceLocation = #_sourceLocation
) {
  if isRecording {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    } catch {
      Issue.record(error, "\(file.lastPathComponent) not recorded", sourceLocation: sourceLocation)
    }
    return
  }
  guard let golden = try? Data(contentsOf: file) else {
    Issue.record(
      "\(file.lastPathComponent) is missing: record it with FASCICLE_RECORD=1",
      sourceLocation: sourceLocation)
    return
  }
  expectEqualLines(
    text, String(decoding: golden, as: UTF8.self), file.lastPathComponent,
    sourceLocation: sourceLocation)
}

/// Compares a whole tree of files with a folder: none missing, none too many, all the same.
package func expectGolden(
  _ files: [String: [UInt8]], inFolder folder: URL,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  if isRecording {
    try? FileManager.default.removeItem(at: folder)
    for (path, bytes) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    return
  }
  let golden = try contents(ofFolder: folder)
  expectEqualLines(
    files.keys.sorted().joined(separator: "\n"), golden.keys.sorted().joined(separator: "\n"),
    "files of \(folder.lastPathComponent)", sourceLocation: sourceLocation)
  for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
    guard let expected = golden[path], expected != bytes else { continue }
    let (found, wanted) = (
      String(validating: bytes, as: UTF8.self), String(validating: expected, as: UTF8.self)
    )
    guard let found, let wanted else {
      Issue.record("\(path) differs (not text)", sourceLocation: sourceLocation)
      continue
    }
    expectEqualLines(found, wanted, path, sourceLocation: sourceLocation)
  }
}

/// The bytes of every file below a folder, by relative path.
package func contents(ofFolder folder: URL) throws -> [String: [UInt8]] {
  var files: [String: [UInt8]] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
    let file = folder.appending(path: path)
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(
      atPath: file.path, isDirectory: &isFolder)
    guard exists, !isFolder.boolValue else { continue }
    files[path] = Array(try Data(contentsOf: file))
  }
  return files
}

private var isRecording: Bool {
  ProcessInfo.processInfo.environment["FASCICLE_RECORD"] == "1"
}
