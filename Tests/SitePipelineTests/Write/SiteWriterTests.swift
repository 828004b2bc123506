import Foundation
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

@Suite struct SiteWriterTests {
  private typealias Site = [String: String]

  private let old: Site = [
    "index.html": page("old home", "articles/a/", "articles/b/", "assets/1.css"),
    "articles/a/index.html": page("a", "../b/", "../../assets/1.css"),
    "articles/b/index.html": page("b", "../a/", "../../assets/1.css"),
    "assets/1.css": "a{}", "feed.xml": "old feed",
  ]
  private let new: Site = [
    "index.html": page("new home", "articles/a/", "articles/c/", "assets/2.css"),
    "articles/a/index.html": page("a", "../c/", "../../assets/2.css"),
    "articles/c/index.html": page("c", "../a/", "../../issues/d/", "../../assets/2.css"),
    "issues/d/index.html": page("d", "../../articles/c/"),
    "assets/2.css": "b{}", "feed.xml": "new feed",
  ]

  private static func page(_ text: String, _ links: String...) -> String {
    "<!doctype html>\(text)" + links.map { "<a href=\"\($0)\"></a>" }.joined() + "</html>"
  }

  @Test func writesAFirstSiteInOneStep() throws {
    try withTemporaryFolder { folder in
      try write(old, in: folder, interruption: 0)
      #expect(try files(in: folder) == [:])
      try write(old, in: folder)
      #expect(try files(in: folder) == old)
    }
  }

  @Test func saysWhatItAddsChangesAndRemoves() throws {
    try withTemporaryFolder { folder in
      try write(old, in: folder)
      let changes = try write(new, in: folder)
      #expect(
        changes.added == ["articles/c/index.html", "assets/2.css", "issues/d/index.html"])
      #expect(changes.changed == ["articles/a/index.html", "feed.xml", "index.html"])
      #expect(changes.removed == ["articles/b/index.html", "assets/1.css"])
      #expect(changes.unchangedCount == 0)
      #expect(try files(in: folder) == new)
      let again = try write(new, in: folder)
      #expect(again.added.isEmpty && again.changed.isEmpty && again.unchangedCount == 6)
    }
  }

  @Test(arguments: ["../x", "a/../../x", "a//x", "./x"])
  func writesNothingOutsideOfItsFolder(path: String) throws {
    try withTemporaryFolder { folder in
      let writer = try SiteWriter(folders(folder))
      defer { writer.close() }
      #expect(throws: SiteWriter.Refusal.foreign(path: path)) {
        _ = try writer.stage([], at: path, .files)
      }
      #expect(throws: SiteWriter.Refusal.foreign(path: path)) { _ = try writer.begin(at: path) }
    }
  }

  @Test func leavesTheOldSiteWholeWhereAFolderStandsInPlaceOfAFile() throws {
    try withTemporaryFolder { folder in
      try write(old, in: folder)
      let page = folder.appending(path: "Output/articles/a/index.html")
      try FileManager.default.removeItem(at: page)
      try TestSupport.write(["mine.txt": "mine"], into: page)
      let before = try files(in: folder)
      #expect(throws: (any Error).self) { try write(new, in: folder) }
      #expect(try files(in: folder) == before)
    }
  }

  @Test func refusesAFileInPlaceOfTheFolder() throws {
    try withTemporaryFolder { folder in
      let output = folder.appending(path: "Output")
      try Data("mine".utf8).write(to: output)
      #expect(throws: (any Error).self) { try write(old, in: folder) }
      try FileManager.default.removeItem(at: output)
      try write(old, in: folder)
      #expect(try files(in: folder) == old)
    }
  }

  /// As when there is none: what is there was made by this program.
  @Test func doesWithoutAListOfFilesThatIsDamaged() throws {
    try withTemporaryFolder { folder in
      var site = old
      site["index.html"] = #"<meta name="generator" content="fascicle">"#
      try write(site, in: folder)
      let list = URL(filePath: folders(folder).ledger)
      let bytes = try Data(contentsOf: list)
      #expect(OutputLedger(bytes: Array(bytes))?.paths == PathList(site.keys.sorted()))
      for damaged in [Data(), bytes.prefix(bytes.count / 2), bytes.dropFirst(5)] {
        #expect(OutputLedger(bytes: Array(damaged)) == nil)
      }
      try Data(bytes.dropFirst(5)).write(to: list)
      site["feed.xml"] = "newer feed"
      try write(site, in: folder)
      #expect(try files(in: folder) == site)
    }
  }

  @Test func knowsFilesAgainWhoseNamesHaveLineEndsAndPercentSigns() throws {
    try withTemporaryFolder { folder in
      let odd: Site = ["files/100%.txt": "a", "files/a\nb.txt": "b", "files/a%0Ab.txt": "c"]
      try write(old.merging(odd) { a, _ in a }, in: folder)
      let changes = try write(old, in: folder)
      #expect(Array(changes.removed) == odd.keys.sorted())
      #expect(try files(in: folder) == old)
    }
  }

  @Test func leavesFilesThatAreNotOurs() throws {
    try withTemporaryFolder { folder in
      try write(old, in: folder)
      try Data("mine".utf8).write(to: folder.appending(path: "Output/CNAME"))
      try Data("mine".utf8).write(to: folder.appending(path: "Output/articles/b/notes.txt"))
      try write(new, in: folder)
      let expected = new.merging(["CNAME": "mine", "articles/b/notes.txt": "mine"]) { a, _ in a }
      #expect(try files(in: folder) == expected)
    }
  }

  @Test func refusesToReplaceAFileThatIsNotOurs() throws {
    try withTemporaryFolder { folder in
      try write(old, in: folder)
      try FileManager.default.createDirectory(
        at: folder.appending(path: "Output/issues/d"), withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: folder.appending(path: "Output/issues/d/index.html"))
      #expect(throws: SiteWriter.Refusal.foreign(path: "issues/d/index.html")) {
        try write(new, in: folder)
      }
      #expect(
        try files(in: folder)
          == old.merging(["issues/d/index.html": "mine"]) { a, _ in a })
    }
  }

  @Test func knowsItsOwnSiteWithoutALedger() throws {
    try withTemporaryFolder { folder in
      var marked = old
      marked["index.html"] = #"<meta name="generator" content="fascicle">"#
      try write(marked, in: folder)
      try FileManager.default.removeItem(at: folder.appending(path: ".fascicle"))
      try write(new, in: folder)
      #expect(try files(in: folder)["index.html"] == new["index.html"])
    }
  }

  /// Stops after each number of steps: on the way no page leads to a missing file and no file is
  /// torn, and opening the folder again completes the change.
  @Test func isOldOrNewAfterAKillAtAnyStep() throws {
    for step in 0...30 {
      try withTemporaryFolder { folder in
        try write(old, in: folder)
        try write(new, in: folder, interruption: step)
        let between = try files(in: folder)
        #expect(deadLinks(in: between).isEmpty, "after \(step) steps")
        for (path, text) in between where old[path] != text && new[path] != text {
          #expect(text.hasPrefix("<!doctype html>") && text.hasSuffix("</html>\n"), "\(path)")
        }
        try reopen(folder)
        #expect(try files(in: folder) == new, "after \(step) steps")
      }
    }
  }

  @Test func undoesWhatWasStagedAndNotCommitted() throws {
    try withTemporaryFolder { folder in
      try write(old, in: folder)
      let writer = try SiteWriter(folders(folder))
      for (path, text) in new { _ = try writer.stage(Array(text.utf8), at: path, .articles) }
      writer.close()
      try reopen(folder)
      #expect(try files(in: folder) == old)
      #expect(Disk.kind(folders(folder).staging) == nil)
    }
  }

  @Test func waitsForAnotherWriterAndGivesUpInTheEnd() throws {
    try withTemporaryFolder { folder in
      let first = try SiteWriter(folders(folder))
      #expect(throws: SiteWriter.Refusal.busy(output: folders(folder).output)) {
        try SiteWriter(folders(folder), patience: .milliseconds(30))
      }
      first.close()
      try SiteWriter(folders(folder), patience: .zero).close()
      let told = Diagnostic.refused(.busy(output: "/site"))
      #expect(told.code == "output-busy")
      #expect(told.message == "Another fascicle is at work in '/site'")
    }
  }

  private func folders(_ folder: URL) -> SiteFolders {
    SiteFolders(
      output: folder.appending(path: "Output").path,
      cache: folder.appending(path: ".fascicle").path)
  }

  private func reopen(_ folder: URL) throws {
    try SiteWriter(folders(folder)).close()
  }

  @discardableResult
  private func write(_ site: Site, in folder: URL, interruption: Int? = nil) throws -> SiteChanges {
    let writer = try SiteWriter(folders(folder))
    defer { writer.close() }
    let staged = try site.sorted { $0.key < $1.key }.map { path, text in
      try writer.stage(Array(text.utf8), at: path, stage(of: path))
    }
    return try writer.commit(staged, interruption: interruption)
  }

  private func stage(of path: String) -> PlannedFile.Stage {
    if path.hasPrefix("articles/") { return .articles }
    if path.hasPrefix("issues/") { return .contents }
    if path == "feed.xml" { return .feeds }
    return path.hasPrefix("assets/") ? .files : .indexes
  }

  private func files(in folder: URL) throws -> Site {
    let output = folder.appending(path: "Output")
    guard FileManager.default.fileExists(atPath: output.path) else { return [:] }
    return try contents(ofFolder: output).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  /// Links of the pages that lead to no file.
  private func deadLinks(in site: Site) -> [String] {
    site.filter { $0.key.hasSuffix(".html") }.flatMap { path, text in
      text.split(separator: "href=\"").dropFirst().map { link in
        let target = link.prefix { $0 != "\"" }
        let base = URL(filePath: "/" + path).deletingLastPathComponent()
        let file = base.appending(path: String(target)).standardized.path.dropFirst()
        return target.hasSuffix("/")
          ? [String(file), "index.html"].filter { !$0.isEmpty }.joined(separator: "/")
          : String(file)
      }.filter { site[$0.replacing("//", with: "/")] == nil }.map { "\(path) → \($0)" }
    }
  }
}
