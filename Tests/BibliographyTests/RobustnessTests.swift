import Bibliography
import Reporting
import Testing

/// Feeds the readers broken input: they end, stay within their bytes, and give no key twice.
@Suite struct RobustnessTests {
  @Test(arguments: BibliographyFormat.allCases)
  func survivesMutatedInput(format: BibliographyFormat) {
    var mutator = Mutator(seed: 20_240_630)
    for _ in 0..<1000 {
      let bytes = mutator.mutated(Self.seed(of: format))
      var report = Report()
      let items = Self.read(bytes, format: format, report: &report)
      let places = report.diagnostics.flatMap { [$0.range] + $0.notes.map(\.range) }
      #expect(places.allSatisfy { $0.bytes.upperBound <= bytes.count })
      #expect(Set(items.map(\.id)).count == items.count)
    }
  }

  /// What took quadratic time would take minutes here.
  @Test(arguments: [
    "@a{", "@a{k,x={", "@a{k,x={}@a{k,x=\"", "}@a{k,x={", "\n@a{k,x={", "@comment{", "{", "\\", "$",
    "@a{k,title={{", "@a{k,author={a and ", "[", "[{\"a\":\"\n\"x", "[,", "[{\"a\":", "<a>", "</a>",
    "<!--",
    "<!", "&", "<a b=\"", "<a b", "\nTY  - JOUR", "\nER", "a\n", "@string{a={", "@a{k,x=#", "``",
    "\"\n",
  ])
  func endsOnRepetition(piece: String) {
    let bytes = Array(String(repeating: piece, count: 6000 / piece.utf8.count).utf8)
    for format in BibliographyFormat.allCases {
      var report = Report()
      _ = Self.read(bytes, format: format, report: &report)
    }
    // The same inside a value, where LaTeX and markup are read.
    var report = Report()
    let inside = Array("@a{k, author = \"".utf8) + bytes + Array("\", title = \"".utf8) + bytes
    _ = Item.readBibTeX(inside + Array("\"}".utf8), path: "a", report: &report)
  }

  private static func read(
    _ bytes: [UInt8], format: BibliographyFormat, report: inout Report
  ) -> [Item] {
    switch format {
    case .bibTeX: Item.readBibTeX(bytes, path: "a", report: &report)
    case .cslJSON: Item.readCSLJSON(bytes, path: "a", report: &report)
    case .ris: Item.readRIS(bytes, path: "a", report: &report)
    case .endNoteXML: Item.readEndNoteXML(bytes, path: "a", report: &report)
    }
  }

  private static func seed(of format: BibliographyFormat) -> [UInt8] {
    switch format {
    case .bibTeX:
      Array(
        """
        @string{acta = "Acta"}
        @article{a, author = {van Gogh, Jr., V. and {B} and family=C, given=D and others},
          title = "On {DNA} \\emph{x} $\\alpha_{2}$ \\'e ``q'': Sub", journal = acta # { 1},
          date = {2004-06/2005~}, month = jan, pages = 1--2, crossref = {b}, xdata = {b}}
        @book(b, crossref = {a}, title = {Ünï}, year = 199X, url = {http://x/\\_y}, options = useprefix)
        """.utf8)
    case .cslJSON:
      Array(
        """
        [{"id": 1, "type": "book", "title": "A <i>b</i>\\u00e9\\n", "author": [{"family": "van X",
          "given": "Y, Jr."}, {"literal": "Z"}], "issued": {"date-parts": [["2004", 5], [0]],
          "season": 1}, "accessed": {"raw": "May 2004"}}, {"id": "2", "ISSN": ["a", 1.0]}]
        """.utf8)
    case .ris:
      Array(
        "TY  - JOUR\r\nAU  - A, B\r\nPY  - 2004/05//Spring\r\nT2  - J\r\nSP  - 1\r\nER  - \r\n".utf8
      )
    case .endNoteXML:
      Array(
        """
        <?xml version="1.0"?><xml><records><record><ref-type name="Book">6</ref-type><titles>
        <title>A <style face="italic bold">b</style>&#xe9;&amp;<![CDATA[c]]></title></titles>
        <dates><year>2004</year></dates></record></records></xml>
        """.utf8)
    }
  }
}

/// Changes bytes here and there, the same way every time.
private struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func mutated(_ seed: [UInt8]) -> [UInt8] {
    var bytes = seed
    for _ in 0...next(6) { mutate(&bytes) }
    return bytes
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let index = next(bytes.count)
    let special = Array("{}()[]\"'\\@#=,$%~<>/&;:-^_ \n\r\u{0}aZ9é".utf8)
    switch next(7) {
    case 0: bytes[index] = UInt8(next(256))
    case 1: bytes[index] = special[next(special.count)]
    case 2: bytes.insert(special[next(special.count)], at: index)
    case 3: bytes.remove(at: index)
    case 4: bytes.removeSubrange(index..<min(bytes.count, index + next(30)))
    case 5: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + next(30))], at: index)
    default: bytes.removeSubrange(index...)
    }
  }

  private mutating func next(_ bound: Int) -> Int {
    // SplitMix64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
