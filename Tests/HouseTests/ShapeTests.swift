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
    let forbidden = ["try!", "as!", "@unchecked", "nonisolated(unsafe)", "fatalError("]
    for file in try SourceFile.all(in: "Sources") {
      for (index, line) in file.lines.enumerated() {
        let code = line.prefix(while: { $0 == " " }).count == line.count ? "" : line
        guard !code.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
        for word in forbidden {
          #expect(!code.contains(word), "\(file.path):\(index + 1) uses \(word)")
        }
      }
    }
  }

  @Test func onlyTheProgramPrintsAndExits() throws {
    for file in try SourceFile.all(in: "Sources")
    where !["fascicle", "csl-suite"].contains(file.module) {
      for (index, line) in file.lines.enumerated() {
        let code = line.drop { $0 == " " }
        #expect(
          !code.hasPrefix("print(") && !code.hasPrefix("exit("),
          "\(file.path):\(index + 1) prints or exits")
      }
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
