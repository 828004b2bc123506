import Reporting
import Testing

@Suite struct ByteSearchTests {
  @Test(arguments: ["<main>", "a<main>b", "<<mai<main>", "<mai", "", "<main><main>"])
  func findsBytesWhereTheStandardLibraryDoes(text: String) {
    let (bytes, part) = (Array("..\(text)".utf8), Array("<main>".utf8))
    #expect(bytes[2...].firstPlace(of: part) == bytes[2...].firstRange(of: part))
  }
}
