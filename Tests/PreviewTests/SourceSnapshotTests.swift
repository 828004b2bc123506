import Foundation
import Preview
import TestSupport
import Testing

@Suite struct SourceSnapshotTests {
  @Test func seesFilesComeGrowAndGo() throws {
    try withTemporaryFolder { folder in
      try write(["Content/a.md": "a"], into: folder)
      let output = folder.appending(path: "Output")
      func look() -> SourceSnapshot { SourceSnapshot(of: [folder], except: [output]) }
      let first = look()
      #expect(look() == first)
      try write(["Content/b.md": "b"], into: folder)
      let second = look()
      #expect(second != first)
      try write(["Content/b.md": "bb"], into: folder)
      #expect(look() != second)
      try FileManager.default.removeItem(at: folder.appending(path: "Content/b.md"))
      #expect(look() == first)
    }
  }

  @Test func passesOverTheSiteAndHiddenFiles() throws {
    try withTemporaryFolder { folder in
      try write(["Content/a.md": "a", "Output/index.html": "1"], into: folder)
      let output = folder.appending(path: "Output")
      let first = SourceSnapshot(of: [folder], except: [output])
      try write(
        ["Output/index.html": "22", ".fascicle/cache": "x", ".b.md.swp": "x"], into: folder)
      #expect(SourceSnapshot(of: [folder], except: [output]) == first)
    }
  }

  @Test func looksAtASingleFileAndDoesWithoutAMissingOne() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "journal.yml")
      let none = SourceSnapshot(of: [file], except: [])
      try write(["journal.yml": "title: A"], into: folder)
      #expect(SourceSnapshot(of: [file], except: []) != none)
    }
  }
}
