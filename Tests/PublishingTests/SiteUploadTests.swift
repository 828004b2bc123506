import Foundation
import Publishing
import TestSupport
import Testing

private func isInstalled(_ program: String) -> Bool {
  (try? runProgram(Invocation(program, ["--version"]))) != nil
}

@Suite struct SiteUploadTests {
  private let site = [
    "index.html": "home", "articles/a/index.html": "a", "assets/style.css": "css",
  ]
  private let batches = [["assets/style.css"], ["articles/a/index.html"], ["index.html"]]

  private func files(in folder: URL) throws -> [String: String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try names.reduce(into: [:]) { files, name in
      let url = folder.appending(path: name)
      guard !url.hasDirectoryPath, (try? Data(contentsOf: url)) != nil else { return }
      files[name] = try String(contentsOf: url, encoding: .utf8)
    }
  }

  @Test(.enabled(if: isInstalled("rsync"))) func bringsAFolderToTheStateOfTheSite() throws {
    try withTemporaryFolder { folder in
      let (output, target) = (folder.appending(path: "out"), folder.appending(path: "target"))
      try write(site, into: output)
      try write(["old.html": "old", "index.html": "before"], into: target)
      let upload = SiteUpload(
        of: output.path, to: .rsync(target.path + "/"), cache: folder.path + "/cache")
      #expect(
        try upload.preview(runProgram).filter { $0.hasPrefix("*deleting") }
          .map { $0.split(separator: " ").last } == ["old.html"])
      try upload.publish(batches: batches, runProgram)
      #expect(try files(in: target) == site)
    }
  }

  @Test(.enabled(if: isInstalled("git"))) func putsACommitOnTheBranch() throws {
    try withTemporaryFolder { folder in
      let (output, target) = (folder.appending(path: "out"), folder.appending(path: "b.git"))
      try write(site, into: output)
      _ = try runProgram(Invocation("git", ["init", "--quiet", "--bare", target.path]))
      let upload = SiteUpload(
        of: output.path, to: .git(repository: target.path, branch: "pages"),
        cache: folder.path + "/cache")
      try upload.publish(batches: [], runProgram)
      try write(["index.html": "new home"], into: output)
      #expect(try upload.preview(runProgram) == ["M\tindex.html"])
      try upload.publish(batches: [], runProgram)
      let show = Invocation("git", ["--git-dir", target.path, "show", "pages:index.html"])
      #expect(String(decoding: try runProgram(show), as: UTF8.self) == "new home")
      let count = Invocation("git", ["--git-dir", target.path, "rev-list", "--count", "pages"])
      #expect(String(decoding: try runProgram(count), as: UTF8.self) == "2\n")
    }
  }

  @Test func bringsEveryNewFileBeforeAnyOldOneGoes() throws {
    var runs: [[String]] = []
    let upload = SiteUpload(of: "/out", to: .rclone("r:x"), cache: "/cache")
    try upload.publish(batches: batches + [[]]) { invocation throws(PublishingFailure) in
      runs.append([invocation.arguments[0], String(decoding: invocation.input, as: UTF8.self)])
      return []
    }
    #expect(
      runs == [
        ["copy", "assets/style.css\n"], ["copy", "articles/a/index.html\n"],
        ["copy", "index.html\n"], ["sync", ""],
      ])
  }

  @Test func saysWhatIsMissingAndWhatWasRefused() {
    #expect(throws: PublishingFailure.missing(program: "no-such-program")) {
      try runProgram(Invocation("no-such-program", []))
    }
    #expect(throws: PublishingFailure.refused(program: "sh", status: 3, words: "no")) {
      try runProgram(Invocation("sh", ["-c", "echo no >&2; exit 3"]))
    }
  }
}
