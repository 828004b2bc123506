#if os(Linux)
  import Foundation
  import Preview
  import TestSupport
  import Testing

  @Suite struct SourceEventsTests {
    @Test func watchesJustTheFoldersThatAreListed() throws {
      try withTemporaryFolder { folder in
        try write(
          ["a/b/c.md": "", "Output/x/index.html": "", ".git/HEAD": "", "away/d.md": ""],
          into: folder)
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        var events = SourceEvents(descriptor: descriptor)
        let output = folder.appending(path: "Output")
        func look() throws -> Int {
          _ = events.covering {
            SourceSnapshot(of: [folder], except: [output], entering: $0)
          }
          let coversAll = events.coversAll
          #expect(coversAll)
          // A line for each watch.
          let told = try String(contentsOfFile: "/proc/self/fdinfo/\(descriptor)", encoding: .utf8)
          return told.split(separator: "\n").count { $0.hasPrefix("inotify ") }
        }
        #expect(try look() == 4)
        #expect(try look() == 4)
        try FileManager.default.moveItem(
          at: folder.appending(path: "away"), to: folder.appending(path: ".away"))
        try FileManager.default.removeItem(at: folder.appending(path: "a/b"))
        #expect(try look() == 2)
      }
    }

    @Test(arguments: [
      ([], false),
      ([event(IN_CLOSE_WRITE, "a.md")], true),
      ([event(IN_CLOSE_WRITE, ".a.md.swp")], false),
      ([event(IN_CREATE, ".fascicle"), event(IN_IGNORED)], false),
      ([event(IN_CREATE, ".fascicle"), event(IN_MOVED_TO, "a.md")], true),
      ([event(IN_DELETE_SELF)], true),
      ([event(IN_Q_OVERFLOW)], true),
    ])
    func heedsWhatMayConcernAFile(events: [[UInt8]], matters: Bool) {
      #expect(SourceEvents.matters(events.flatMap(\.self)[...]) == matters)
    }
  }

  /// An event as the system writes it: the number of the watch, what happened, a cookie, and a name
  /// filled up with zeros.
  private func event(_ mask: some BinaryInteger, _ name: String = "") -> [UInt8] {
    let length = name.isEmpty ? 0 : 16
    let numbers = [1, UInt32(truncatingIfNeeded: mask), 0, UInt32(length)]
    return numbers.flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    } + name.utf8 + [UInt8](repeating: 0, count: length - name.utf8.count)
  }
#endif
