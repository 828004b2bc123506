import Testing

/// Nothing that is published tells where or how it was made.
@Suite struct WordingTests {
  @Test func noFileNamesAPlaceOnSomebodysMachine() throws {
    let endings = [".swift", ".md", ".yml", ".mustache", ".css", ".txt", ".bib", ".h"]
    let folders = ["Sources", "Tests", "Content", "Templates"]
    let marks = ["/wo" + "rk/", "/ho" + "me/", "/Us" + "ers/"]
    for file in try folders.flatMap({ try SourceFile.all(in: $0, endings: endings) }) {
      for mark in marks {
        #expect(!file.text.contains(mark), "\(file.path) contains \(mark)")
      }
    }
  }
}
