import Foundation
import Reporting
import SitePipeline
import TestSupport
import Testing

@Suite struct BagTests {
  @Test func packsASiteWithAChecksumForEveryFile() throws {
    try withTemporaryFolder { folder in
      try write(["site/index.html": "home", "site/a/50%.txt": ""], into: folder)
      var report = Report()
      let bag = folder.appending(path: "bag")
      let count = writeBag(
        of: folder.appending(path: "site").path, to: bag.path, program: "fascicle 1",
        report: &report)
      #expect(count == 2)
      #expect(report.diagnostics == [])
      let files = try contents(ofFolder: bag).mapValues { String(decoding: $0, as: UTF8.self) }
      #expect(
        files.keys.sorted() == [
          "bag-info.txt", "bagit.txt", "data/a/50%.txt", "data/index.html", "manifest-sha256.txt",
          "tagmanifest-sha256.txt",
        ])
      #expect(files["bag-info.txt"] == "Bag-Software-Agent: fascicle 1\nPayload-Oxum: 4.2\n")
      #expect(
        files["manifest-sha256.txt"] == """
          e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/a/50%25.txt
          4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942  data/index.html

          """)
    }
  }

  @Test func keepsWhatIsThere() throws {
    try withTemporaryFolder { folder in
      try write(["bag/mine.txt": "mine"], into: folder)
      var report = Report()
      let path = folder.appending(path: "bag").path
      #expect(writeBag(of: folder.path, to: path, program: "x", report: &report) == nil)
      #expect(report.diagnostics.map(\.code) == ["bag-there"])
      try write(["site/a": "a"], into: folder)
      for place in ["site/bag", "issues/../issues/x/bag"] {
        var inside = Report()
        let count = writeBag(
          of: folder.appending(path: "site").path, to: "\(folder.path)/\(place)",
          outside: [folder.appending(path: "issues").path], program: "x", report: &inside)
        #expect(count == nil)
        #expect(inside.diagnostics.map(\.code) == ["bag-inside"])
      }
      #expect(try contents(ofFolder: folder).keys.sorted() == ["bag/mine.txt", "site/a"])
      var refused = Report()
      #expect(
        writeBag(
          of: folder.appending(path: "site").path, to: path + "/mine.txt/bag", program: "x",
          report: &refused) == nil)
      #expect(refused.diagnostics.map(\.code) == ["bag-refused"])
    }
  }

  @Test func leavesNothingButTheBag() throws {
    try withTemporaryFolder { folder in
      try write(["site/a": "a", "bag.unfinished/mine.txt": "mine", "full/x": ""], into: folder)
      let site = folder.appending(path: "site").path
      var report = Report()
      #expect(writeBag(of: site, to: folder.path + "/bag/", program: "x", report: &report) == 1)
      #expect(report.diagnostics == [])
      #expect(
        writeBag(of: site, to: folder.path + "/full/x/new/bag", program: "x", report: &report)
          == nil)
      #expect(report.diagnostics.map(\.code) == ["bag-refused"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
          == ["bag", "bag.unfinished", "full", "site"])
      #expect(try contents(ofFolder: folder)["bag.unfinished/mine.txt"] == Array("mine".utf8))
    }
  }
}
