import Reporting
import Testing

@testable import SitePipeline

@Suite struct PathListTests {
  private let paths = ["index.html", "", "articles/ö/index.html", "articles/a", "a"]

  @Test func givesBackWhatItWasGiven() {
    let list = PathList(paths)
    #expect(Array(list) == paths)
    #expect(list == ["index.html", "", "articles/ö/index.html", "articles/a", "a"])
    #expect(PathList().isEmpty)
  }

  @Test func hasTheOrderOfBytes() {
    var list = PathList(paths)
    list.arrange(list.indices.sorted { [list] in list.precedes($0, $1) })
    #expect(Array(list) == paths.sorted { $0.precedes($1) })
    #expect(list == PathList(paths.sorted { $0.precedes($1) }))
  }

  @Test func knowsWhereAPathStandsOrWouldStand() {
    let sorted = PathList(paths.sorted { $0.precedes($1) })
    for (place, path) in sorted.enumerated() { #expect(sorted.place(of: path) == place) }
    #expect(sorted.place(of: "articles/b") == 3)
    #expect(sorted.place(of: "ö") == sorted.count)
    #expect(PathList().place(of: "a") == 0)
  }

  @Test func tellsWhichPathsItHas() {
    let sorted = PathList(paths.sorted { $0.precedes($1) })
    for path in paths { #expect(sorted.has(path)) }
    for other in ["articles", "articles/b", "ö", "b"] { #expect(!sorted.has(other)) }
    #expect(!PathList().has(""))
  }

  @Test(arguments: [
    ([], ["a", "b", "d"]), (["a", "b", "d"], []), (["b"], ["a", "d"]),
    (["", "a", "c"], ["b", "d"]),
    (["d", "e"], ["a", "b"]), (["a/x", "z"], ["a", "b", "d"]),
  ])
  func givesThePathsThatAreNotAmongOthers(others: [String], rest: [String]) {
    #expect(PathList(["a", "b", "d"]).without(others) == rest)
    #expect(PathList().without(others).isEmpty)
  }

  @Test func takesAPathInAnyPlace() {
    for place in 0...paths.count {
      var list = PathList(paths)
      list.insert("new/ä", at: place)
      #expect(Array(list) == Array(paths[..<place]) + ["new/ä"] + Array(paths[place...]))
    }
  }

  @Test func comesBackFromTheCache() {
    let list = PathList(paths)
    var bytes = BinaryEncoder.bytes(of: list)
    #expect(BinaryDecoder.value(PathList.self, from: bytes) == list)
    bytes.removeLast()
    #expect(BinaryDecoder.value(PathList.self, from: bytes) == nil)
  }
}
