import Testing

@testable import SitePipeline

@Suite struct LetterFoldingTests {
  /// The most frequent are folded together, and the mark between them is none of theirs.
  @Test func foldsALetterAmongOthersAsByItself() {
    var folding = LetterFolding()
    let scalars = (UInt32(0)..<0x3400).compactMap(Unicode.Scalar.init)
    #expect(scalars.filter { folding.fold($0) != LetterFolding.folded($0) }.isEmpty)
    #expect(folding.fold("\u{E000}") == .separator)
  }

  @Test(arguments: [
    ("É", "e"), ("ß", "ss"), ("ﬁ", "fi"), ("½", "12"), ("Ǆ", "dz"), ("٣", "3"), ("ي", "ی"),
    ("آ", "ا"),
    ("ό", "ο"), ("Й", "и"),
  ])
  func makesOneOfSpellings(letter: Unicode.Scalar, folded: String) {
    var folding = LetterFolding()
    #expect(folding.fold(letter) == .letters(Array(folded.utf8)))
  }
}
