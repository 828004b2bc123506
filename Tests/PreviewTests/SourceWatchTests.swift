import Foundation
import Preview
import TestSupport
import Testing

/// A change that is missed is met by the time limit.
@Suite(.timeLimit(.minutes(5))) struct SourceWatchTests {
  /// Nobody looks so late: what is seen was told by an event.
  private let forever = Duration.seconds(1_000_000)

  @Test func seesWhateverHappensInFoldersOldAndNew() async throws {
    try await withTemporaryFolder { folder in
      try write(["Content/a.md": "a"], into: folder)
      var watch = SourceWatch(of: [folder], except: [], patience: forever)
      let changes: [() throws -> Void] = [
        { try write(["Content/a.md": "ab"], into: folder) },
        { try write(["Content/new/deep/b.md": "b"], into: folder) },
        { try write(["Content/new/deep/b.md": "bc"], into: folder) },
        { try move("Content/new", to: "Content/other", in: folder) },
        { try write(["Content/other/deep/b.md": "bcd"], into: folder) },
        {
          try write(["Content/other/deep/.b.md.tmp": "replaced"], into: folder)
          try remove("Content/other/deep/b.md", in: folder)
          try move("Content/other/deep/.b.md.tmp", to: "Content/other/deep/b.md", in: folder)
        },
        { try remove("Content/other/deep/b.md", in: folder) },
        { try remove("Content", in: folder) },
        { try write(["Content/a.md": "a"], into: folder) },
        { try write(["Content/a.md": "ab"], into: folder) },
      ]
      for change in changes {
        try change()
        try await watch.nextChange()
      }
    }
  }

  @Test func wakesWhenSomethingChanges() async throws {
    try await withTemporaryFolder { folder in
      let (begun, begin) = AsyncStream.makeStream(of: Void.self)
      let waiting = Task {
        var watch = SourceWatch(of: [folder], except: [], patience: forever)
        begin.finish()
        try await watch.nextChange()
      }
      for await _ in begun {}
      try write(["a.md": "a"], into: folder)
      try await waiting.value
    }
  }

  @Test func seesAFolderThatComesBack() async throws {
    try await withTemporaryFolder { folder in
      let source = folder.appending(path: "journal")
      try write(["journal/a.md": "a", "journal.old/a.md": "older"], into: folder)
      var watch = SourceWatch(of: [source], except: [], patience: forever)
      try remove("journal", in: folder)
      try await watch.nextChange()
      try move("journal.old", to: "journal", in: folder)
      try await watch.nextChange()
      try write(["journal/a.md": "new"], into: folder)
      try await watch.nextChange()
    }
  }

  @Test func seesAFileThatIsASourceOfItsOwn() async throws {
    try await withTemporaryFolder { folder in
      try write(["a.csl": "a"], into: folder)
      let file = folder.appending(path: "a.csl")
      var watch = SourceWatch(of: [file], except: [], patience: forever)
      try write(["b.csl": "b"], into: folder)
      try remove("a.csl", in: folder)
      try move("b.csl", to: "a.csl", in: folder)
      try await watch.nextChange()
    }
  }

  @Test func endsWhenItsTaskIsCancelled() async throws {
    try await withTemporaryFolder { folder in
      let waiting = Task {
        var watch = SourceWatch(of: [folder], except: [], patience: forever)
        try await watch.nextChange()
      }
      waiting.cancel()
      await #expect(throws: CancellationError.self) { try await waiting.value }
    }
  }

  #if os(Linux)
    @Test func looksNowAndThenForWhatNoEventTells() async throws {
      try await withTemporaryFolder { folder in
        try write(["a.md": "a"], into: folder)
        var watch = SourceWatch(of: [folder], except: [], patience: .milliseconds(1))
        // As long as a file is open, nobody is told that it was written.
        let file = try FileHandle(forWritingTo: folder.appending(path: "a.md"))
        for _ in 0..<3 {
          try file.seekToEnd()
          try file.write(contentsOf: Data("b".utf8))
          try await watch.nextChange()
        }
        try file.close()
      }
    }

    @Test func looksAgainAndAgainWhereTheSystemTellsNothing() async throws {
      try await withTemporaryFolder { folder in
        let deaf = SourceEvents(descriptor: -1)
        var watch = SourceWatch(of: [folder], except: [], events: deaf, patience: forever)
        for text in ["a", "ab"] {
          try write(["a.md": text], into: folder)
          try await watch.nextChange()
        }
      }
    }
  #endif
}

private func move(_ path: String, to other: String, in folder: URL) throws {
  try FileManager.default.moveItem(
    at: folder.appending(path: path), to: folder.appending(path: other))
}

private func remove(_ path: String, in folder: URL) throws {
  try FileManager.default.removeItem(at: folder.appending(path: path))
}
