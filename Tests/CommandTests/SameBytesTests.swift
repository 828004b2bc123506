import Foundation
import TestSupport
import Testing

/// The program itself, called as people call it, in different surroundings.
@Suite struct SameBytesTests {
  private static let program = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "fascicle")

  private static var isThere: Bool {
    FileManager.default.isExecutableFile(atPath: program.path)
      && FileManager.default.fileExists(atPath: "/usr/share/citation-style-language/styles")
  }

  /// Builds a copy of the demonstration journal whose files were written in some order.
  private func site(
    in folder: URL, environment: [String: String], isReversed: Bool = false
  ) throws -> [String: [UInt8]] {
    let journal = projectFolder().appending(path: "Tests/Fixtures/demonstration")
    let files = try contents(ofFolder: journal).filter { file in
      ["Content/", "Templates/"].contains { file.key.hasPrefix($0) }
    }
    let paths = isReversed ? files.keys.sorted(by: >) : files.keys.sorted()
    for path in paths {
      let file = folder.appending(path: "journal/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(files[path] ?? []).write(to: file)
    }
    let process = Process()
    process.executableURL = Self.program
    process.arguments = ["build"]
    process.currentDirectoryURL = folder.appending(path: "journal")
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try contents(ofFolder: folder.appending(path: "journal/Output"))
  }

  @Test(.enabled(if: isThere, "the program is not beside the tests, or styles are missing"))
  func dependOnTheContentAlone() throws {
    try withTemporaryFolder { folder in
      let usual = try site(
        in: folder.appending(path: "a"), environment: ["TZ": "UTC", "LC_ALL": "C", "LANG": "C"])
      let other = try site(
        in: folder.appending(path: "another folder/ژ"),
        environment: [
          "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_EG.UTF-8",
          "LANGUAGE": "ur", "HOME": "/nowhere", "COLUMNS": "20",
        ], isReversed: true)
      #expect(usual.count > 100)
      #expect(Set(usual.keys) == Set(other.keys))
      let differing = usual.filter { other[$0.key] != $0.value }.keys.sorted()
      #expect(differing == [])
    }
  }
}
