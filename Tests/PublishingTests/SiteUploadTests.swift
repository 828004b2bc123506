import Foundation
import Programs
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
      let changes = try upload.changes(runProgram)
      #expect(
        changes
          == UploadChanges(
            added: ["articles/a/index.html", "assets/style.css"], changed: ["index.html"],
            removed: ["old.html"]))
      try upload.publish(changes, runProgram)
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
      try upload.publish(try upload.changes(runProgram), runProgram)
      try write(["index.html": "new home", "articles/ö.html": "o"], into: output)
      // A run that was cut off leaves this.
      try write(["cache/publish.git/site.index.lock": ""], into: folder)
      var invocations: [Invocation] = []
      let changes = try upload.changes { invocation throws(ProgramFailure) in
        invocations.append(invocation)
        return try runProgram(invocation)
      }
      #expect(changes == UploadChanges(added: ["articles/ö.html"], changed: ["index.html"]))
      #expect(!invocations.contains { $0.arguments.contains("fetch") }, "It is here already")
      try upload.publish(changes, runProgram)
      let show = Invocation("git", ["--git-dir", target.path, "show", "pages:index.html"])
      #expect(String(decoding: try runProgram(show), as: UTF8.self) == "new home")
      let count = Invocation("git", ["--git-dir", target.path, "rev-list", "--count", "pages"])
      #expect(String(decoding: try runProgram(count), as: UTF8.self) == "2\n")
    }
  }

  @Test(.enabled(if: isInstalled("git"))) func takesUpWhatAnotherMachinePublished() throws {
    try withTemporaryFolder { folder in
      let target = folder.appending(path: "b.git")
      _ = try runProgram(Invocation("git", ["init", "--quiet", "--bare", target.path]))
      func publish(_ site: [String: String], from machine: String) throws -> UploadChanges {
        let output = folder.appending(path: machine + "/out")
        try write(site, into: output)
        let upload = SiteUpload(
          of: output.path, to: .git(repository: target.path, branch: "pages"),
          cache: folder.appending(path: machine + "/cache").path)
        let changes = try upload.changes(runProgram)
        try upload.publish(changes, runProgram)
        return changes
      }
      _ = try publish(site, from: "a")
      #expect(
        try publish(["index.html": "home"], from: "b")
          == UploadChanges(removed: ["articles/a/index.html", "assets/style.css"]))
      // A run that was cut off leaves this.
      try write(["a/cache/publish.git/refs/published/pages.lock": ""], into: folder)
      #expect(
        try publish(["index.html": "new home"], from: "a")
          == UploadChanges(
            added: ["articles/a/index.html", "assets/style.css"], changed: ["index.html"]))
    }
  }

  @Test(.enabled(if: isInstalled("git"))) func leavesWhatTheHostKeepsOnTheBranch() throws {
    try withTemporaryFolder { folder in
      let (output, target) = (folder.appending(path: "out"), folder.appending(path: "b.git"))
      _ = try runProgram(Invocation("git", ["init", "--quiet", "--bare", target.path]))
      let upload = SiteUpload(
        of: output.path, to: .git(repository: target.path, branch: "pages"),
        cache: folder.path + "/cache")
      let host = ["CNAME": "j.example.org", ".well-known/x/y": "proof", ".nojekyll": ""]
      try write(site.merging(host) { $1 }, into: output)
      try upload.publish(try upload.changes(runProgram), runProgram)
      for name in [".well-known", ".nojekyll", "CNAME", "assets"] {
        try FileManager.default.removeItem(at: output.appending(path: name))
      }
      try write(["CNAME": "k.example.org"], into: output)
      let changes = try upload.changes(runProgram)
      #expect(changes == UploadChanges(changed: ["CNAME"], removed: ["assets/style.css"]))
      try upload.publish(changes, runProgram)
      let list = Invocation(
        "git", ["--git-dir", target.path, "ls-tree", "-r", "--name-only", "pages"])
      #expect(
        String(decoding: try runProgram(list), as: UTF8.self)
          == ".nojekyll\n.well-known/x/y\nCNAME\narticles/a/index.html\nindex.html\n")
    }
  }

  @Test(.enabled(if: isInstalled("rsync"))) func leavesWhatTheHostKeepsInTheFolder() throws {
    try withTemporaryFolder { folder in
      let (output, target) = (folder.appending(path: "out"), folder.appending(path: "target"))
      let odd = site.merging(["#1.html": "one", ";2.html": "two"]) { $1 }
      try write(odd.merging([".git/config": "private"]) { $1 }, into: output)
      let host = [".well-known/acme-challenge/x": "proof", "CNAME": "j.example.org"]
      try write(host.merging(["old.html": "old"]) { $1 }, into: target)
      let upload = SiteUpload(
        of: output.path, to: .rsync(target.path + "/"), cache: folder.path + "/cache")
      let changes = try upload.changes(runProgram)
      #expect(changes.removed == ["old.html"])
      try upload.publish(changes, runProgram)
      #expect(try files(in: target) == odd.merging(host) { $1 })
      #expect(try upload.changes(runProgram).isEmpty)
    }
  }

  @Test(.enabled(if: isInstalled("rclone"))) func bringsARemoteToTheStateOfTheSite() throws {
    try withTemporaryFolder { folder in
      let (output, target) = (folder.appending(path: "out"), folder.appending(path: "target"))
      try write(site, into: output)
      try write(["gone/old.html": "old", "index.html": "Home"], into: target)
      let upload = SiteUpload(
        of: output.path, to: .rclone(target.path), cache: folder.path + "/cache")
      let changes = try upload.changes(runProgram)
      #expect(changes.changed == ["index.html"])
      #expect(changes.removed == ["gone/old.html"])
      try upload.publish(changes, runProgram)
      #expect(try files(in: target) == site)
      #expect(try upload.changes(runProgram).isEmpty)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }
  }

  @Test func passesOverWhatRsyncSaysBesides() throws {
    let upload = SiteUpload(of: "/out", to: .rsync("h:x"), cache: "/cache")
    let changes = try upload.changes { _ throws(ProgramFailure) in
      Array(
        """
        created directory x
        cd+++++++++ ./
        <f+++++++++ a b.html
        <fc........ c.html
        .f...p..... d.html
        *deleting   e.html
        *deleting   f/

        """.utf8)
    }
    #expect(changes == UploadChanges(added: ["a b.html"], changed: ["c.html"], removed: ["e.html"]))
  }

  private let changes = UploadChanges(
    added: ["b/index.html", "assets/style.css"],
    changed: ["index.html", "feed.xml", "articles/a/index.html"], removed: ["old.html"])

  /// What a storage is told, with the features that it has.
  private func runs(_ features: String, to target: String) throws -> [String] {
    var runs: [String] = []
    try SiteUpload(of: "/out", to: .rclone(target), cache: "/cache").publish(changes) {
      invocation throws(ProgramFailure) in
      let arguments = invocation.arguments.filter { !$0.hasPrefix("--") && $0 != "-" }
      if arguments[0] == "backend" { return Array(features.utf8) }
      let files = String(decoding: invocation.input, as: UTF8.self).split(separator: "\n")
        .map(String.init)
      runs.append((arguments + files).joined(separator: " "))
      return []
    }
    return runs
  }

  @Test func bringsNewFilesThenChangedOnesAndRemovesOldOnesLast() throws {
    #expect(
      try runs(#"{"Hashes": [], "Features": {"Copy": false, "Move": false}}"#, to: "r:x") == [
        "copy /out r:x assets/style.css b/index.html", "copy /out r:x articles/a/index.html",
        "copy /out r:x index.html", "copy /out r:x feed.xml", "delete r:x old.html",
        "rmdirs r:x",
      ])
  }

  @Test func bringsFilesToStoresAsTheyAre() throws {
    let runs = try runs(#"{"Features": {"Copy": true, "Move": true}}"#, to: "r:x")
    #expect(runs.first == "copy /out r:x assets/style.css b/index.html")
  }

  @Test func movesFilesIntoFolders() throws {
    let moving = try runs(#"{"Features": {"Copy": false, "Move": true}}"#, to: "/srv/x/")
    #expect(
      moving.prefix(2) == [
        "copy /out /srv/x.fascicle-staging assets/style.css b/index.html",
        "move /srv/x.fascicle-staging /srv/x/ assets/style.css b/index.html",
      ])
    #expect(
      moving.suffix(3) == [
        "purge /srv/x.fascicle-staging", "delete /srv/x/ old.html", "rmdirs /srv/x/",
      ])
  }

  @Test func comparesContentsWhereTheStorageKeepsNoHashes() throws {
    var asked: [[String]] = []
    func changes(printed: String, hashes: String) throws -> UploadChanges {
      try SiteUpload(of: "/out", to: .rclone("r:x"), cache: "/cache").changes {
        invocation throws(ProgramFailure) in
        asked.append(invocation.arguments)
        let isCheck = invocation.arguments[0] == "check"
        return Array((isCheck ? printed : #"{"Hashes": [\#(hashes)]}"#).utf8)
      }
    }
    let found = try changes(printed: "= a\n+ b\n* c d\n- e\n", hashes: "")
    #expect(found == UploadChanges(added: ["b"], changed: ["c d"], removed: ["e"]))
    #expect(asked.last?.contains("--download") == true)
    #expect(try changes(printed: "= a\n", hashes: "\"md5\"").isEmpty)
    #expect(asked.last?.contains("--download") == false)
    for printed in ["", "! a\n"] {
      #expect(throws: ProgramFailure.self) { try changes(printed: printed, hashes: "") }
    }
  }

  @Test func saysWhatChangesAndHowMuch() {
    #expect(
      changes.lines == """
        * articles/a/index.html
        + assets/style.css
        + b/index.html
        * feed.xml
        * index.html
        - old.html
        2 new, 3 changed, 1 to be removed

        """)
  }
}
