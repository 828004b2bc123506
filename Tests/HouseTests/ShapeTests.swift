import Foundation
import TestSupport
import Testing

/// How files are cut and named.
@Suite struct ShapeTests {
  @Test func noFileIsLongerThan500Lines() throws {
    for file in try SourceFile.all(in: "Sources") + SourceFile.all(in: "Tests") {
      #expect(file.lines.count <= 501, "\(file.path) has \(file.lines.count - 1) lines")
    }
  }

  @Test func nothingIsNamedForWhatItIsNot() throws {
    let vague = ["Util", "Helper", "Common", "Extensions", "Manager", "Misc"]
    for file in try SourceFile.all(in: "Sources") + SourceFile.all(in: "Tests") {
      #expect(!file.path.contains(" "), "\(file.path) has a space in its name")
      for word in vague {
        #expect(!file.path.contains(word), "\(file.path) is named '\(word)'")
      }
    }
  }

  @Test func nothingCrashesOnPurpose() throws {
    let forbidden = #"^(?! *//).*?(try!|\bas!|@unchecked|nonisolated\(unsafe\)|\bfatalError\()"#
    for file in try SourceFile.all(in: "Sources") {
      let found = try file.matches(of: forbidden)
      #expect(found.isEmpty, "\(file.path)")
    }
  }

  @Test func onlyTheProgramPrintsAndExits() throws {
    for file in try SourceFile.all(in: "Sources")
    where !["fascicle", "csl-suite"].contains(file.module) {
      let found = try file.matches(of: #"^ *((?:print|exit|_exit|abort)\()"#)
      #expect(found.isEmpty, "\(file.path)")
    }
  }

  @Test func testsAreAboutBehaviourNotIssues() throws {
    for file in try SourceFile.all(in: "Tests") {
      #expect(!file.name.hasPrefix("Issue"), "\(file.path) is named for an issue")
    }
  }

  /// What a visitor sees first is decided once.
  @Test func theTopLevelIsFixed() throws {
    let fixed: Set<String> = [
      "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "Content", "LICENSE", "Makefile",
      "Output", "Package.resolved", "Package.swift", "README.md", "Sources", "Templates", "Tests",
      "Deposits",
    ]
    let names = try FileManager.default.contentsOfDirectory(atPath: projectFolder().path)
    let unknown = names.filter { !$0.hasPrefix(".") && !fixed.contains($0) }
    #expect(unknown.isEmpty)
  }
}
