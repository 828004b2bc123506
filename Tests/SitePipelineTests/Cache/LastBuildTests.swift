import Foundation
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

/// When a build that would change nothing is answered from the last one.
@Suite(.enabled(if: TestSite.hasStyles)) struct LastBuildTests {
  /// A journal with something to report.
  private static let files = TestSite.small.merging([
    "Content/issues/2024-06/_index.md": "",
    "Content/pages/about.md": "---\ntitle: About\n---\n![A mill](mill.png)\n",
  ]) { _, new in new }

  @Test func givesTheReportOfTheLastBuildAgain() async throws {
    try await TestSite.inFolder(Self.files) { site in
      let first = await site.build()
      let second = await replayed(site)
      #expect(first.report.diagnostics.count == 2)
      #expect(second?.report == first.report)
      #expect(second?.isWritten == true)
      #expect(second?.changes.unchangedCount == first.changes.added.count)
    }
  }

  @Test(arguments: [
    "Content/issues/2024-06/engine.md", "Content/journal.yml", "Output/index.html",
  ])
  func seesThatAFileHasChanged(path: String) async throws {
    try await TestSite.inFolder(Self.files) { site in
      _ = await site.build()
      try site.write([path: site.text(path).replacingOccurrences(of: "e", with: "o")])
      #expect(await replayed(site) == nil)
    }
  }

  /// A change within what stamps can tell apart: same size, same time.
  @Test func seesAChangeThatStampsDoNotShow() async throws {
    try await TestSite.inFolder(Self.files) { site in
      let path = "Content/issues/2024-06/engine.md"
      let file = site.folder.appending(path: path).path
      _ = await site.build()
      let stamp = try #require(Disk.stamp(file))
      try site.write([path: site.text(path).replacingOccurrences(of: "weaves", with: "wheels")])
      var times = [timespec](
        repeating: timespec(
          tv_sec: stamp.modified / 1_000_000_000, tv_nsec: stamp.modified % 1_000_000_000),
        count: 2)
      try #require(unsafe utimensat(AT_FDCWD, file, &times, 0) == 0)
      try #require(Disk.stamp(file) == stamp)
      #expect(await replayed(site) == nil)
    }
  }

  @Test func seesFilesThatComeAndGo() async throws {
    try await TestSite.inFolder(Self.files) { site in
      _ = await site.build()
      try site.write(["Content/issues/2024-06/engine.pdf": "%PDF-1.7"])
      #expect(await replayed(site) == nil)
      _ = await site.build()
      #expect(await replayed(site) != nil)
      for path in ["Output/articles/engine/index.html", "Content/issues/2024-06/engine.pdf"] {
        _ = await site.build()
        try FileManager.default.removeItem(at: site.folder.appending(path: path))
        #expect(await replayed(site) == nil)
      }
    }
  }

  @Test func seesThatAStyleHasChanged() async throws {
    try await TestSite.inFolder(Self.files) { site in
      let styles = site.folder.appending(path: "shelf").path
      let change = { (options: inout BuildOptions) in options.cslPaths = [styles] }
      _ = await site.build(change)
      #expect(await replayed(site, change) != nil)
      let system = "/usr/share/citation-style-language/styles/apa.csl"
      try site.write(["shelf/apa.csl": String(contentsOfFile: system, encoding: .utf8)])
      #expect(await replayed(site, change) == nil)
    }
  }

  @Test func seesThatSomethingElseIsAskedFor() async throws {
    try await TestSite.inFolder(Self.files) { site in
      _ = await site.build()
      #expect(await replayed(site) { $0.links = .files } == nil)
      #expect(await replayed(site) { $0.formats = ["html", "bib"] } == nil)
      #expect(await replayed(site) { $0.isStrict = true } == nil)
      #expect(await replayed(site) { $0.now = Date(timeIntervalSince1970: 0) } == nil)
      #expect(await replayed(site) { $0.writes = false } == nil)
    }
  }

  @Test func passesOverADamagedCache() async throws {
    try await TestSite.inFolder(Self.files) { site in
      _ = await site.build()
      let path = await site.start.folders.lastBuild
      var bytes = try Disk.read(path)
      bytes[bytes.count / 2] ^= 1
      try Disk.write(bytes, to: path)
      #expect(await replayed(site) == nil)
      #expect(await site.build().isWritten)
      #expect(await replayed(site) != nil)
    }
  }

  /// Nil when the build has something to do.
  private func replayed(
    _ site: TestSite, _ change: (inout BuildOptions) -> Void = { _ in }
  ) async -> BuildOutcome? {
    let start = await site.start(change)
    return start.changes() == [] ? await start.replayed() : nil
  }
}

extension TestSite {
  fileprivate var start: BuildStart {
    get async { await start { _ in } }
  }

  fileprivate func start(_ change: (inout BuildOptions) -> Void) async -> BuildStart {
    var report = Report()
    return await BuildStart(options(change), report: &report)
  }
}
