import Reporting
import Testing

@testable import SitePipeline

@Suite struct PlainYAMLTests {
  @Test(
    arguments: [
      "title: A study\n",
      "title: \"A: study # of 'quotes'\"\nother: 'say \"so\"'\n",
      "url: https://example.org/a#b\npages: 3-5\ndate: 2025-03-16\nx: (a) b, c [d] & e\n",
      "authors:\n  - given: Ada\n    family: Lovelace\n    affiliations: [1, two words,3]\n  - given: B\n",
      "keywords:\n- one\n- two three\n\nsection: Review\n",
      "keywords:\n  -   one\n  # a remark\n\n  - \"two\"\nabstract: x\n",
      "abstract: >\n  One line\n  and another.\n\n\n  A paragraph.\n\ntitle: x\n",
      "abstract: | \n    One line  \n    and another.\n\n    A paragraph.\n",
      "licence:\n  name: CC\n  url: x\nlast:\n    deep:\n      deeper: yes\n",
      "Title: Über „Wörter“ — 参考，文献 ۱۲\nx: a\n", "a_b-C: +1\nn: _x\n",
      "abstract: >\n  One\n# a remark\ntitle: x\n", "\n\n# only\na: b\n\n\n",
    ])
  func makesWhatYamsMakes(text: String) throws {
    let found = try #require(plain(text))
    #expect(try describe(found) == describe(#require(bareYams(text))))
  }

  @Test(
    arguments: [
      "title: A study\n", "a: >\n  b\n", "a: |\n  b\n\n  c\nd:\n- e\n", "a: [b, c]\nd: 'e'\n",
    ])
  func readsWhatIsPlain(text: String) { #expect(plain(text) != nil) }

  @Test(
    arguments: [
      "a: b\na: c\n", "a: &x b\n", "a: *x\n", "a: !x b\n", "a: b\n  c\n", "a: \"b\\n\"\n",
      "a: 'b''c'\n", "a: b # c\n", "a: b: c\n", "a: b:\n", "a:\n", "a: ~\n", "a:\tb\n", "- a\n",
      "a: {b: c}\n", "a: [b: c]\n", "a: [b,, c]\n", "a: [\n b]\n", "a: >-\n  b\n",
      "a: >\n  b\n   c\n", "a: >\n\n  b\n", "a: >\n  b", "? a\n: b\n", "'a': b\n", "a : b\n",
      " a: b\n", "a:\n  b: c\n d: e\n", "a:\n  - b\n  c\n", "a:\n- - b\n", "a: b\r\n",
      "a: b\u{2028}c\n", "a: b\u{85}c\n", "a: \u{FEFF}b\n", "a: b\u{7F}\n", "", "a\n",
      "a: b\n---\n", "a: -\n", "a: @b\n", "a: %b\n", "<<: b\n",
    ])
  func leavesTheRestToYams(text: String) { #expect(plain(text) == nil) }

  @Test func agreesWithYamsOnWhateverItReads() {
    let pieces = [
      "a:", "b:", "c-d:", " ", "  ", "\n", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "x", "y z",
      "1",
      "\"q\"", "'q'", "[e, f]", "[e]", ">", "|", " # n", "#", ": ", "-", "é", "’", ",", "\n\n",
      "a: x", "\nb: y", "\n  c: z", "\n# n", "\u{85}", "\\", "&", "*", "]", "~", "\t",
    ]
    var numbers = SameNumbers(state: 7)
    var count = 0
    for _ in 0..<20_000 {
      let length = Int.random(in: 1...14, using: &numbers)
      let text =
        (0..<length).map { _ in pieces.randomElement(using: &numbers) ?? "" }.joined() + "\n"
      guard let found = plain(text) else { continue }
      count += 1
      let wanted = bareYams(text)
      #expect(wanted.map(describe) == describe(found), "\(text.debugDescription)")
    }
    #expect(count > 100)
  }

  private func plain(_ text: String) -> YAMLNode? {
    let bytes = Array(text.utf8)
    return PlainYAML.read(bytes, region: 0..<bytes.count, path: "a.md")
  }

  /// What Yams makes where it has nothing to report.
  private func bareYams(_ text: String) -> YAMLNode? {
    var report = Report()
    let bytes = Array(text.utf8)
    let node = FrontMatterReader.readAll(
      bytes, region: 0..<bytes.count, path: "a.md", report: &report)
    return report.diagnostics.isEmpty ? node : nil
  }

  private func describe(_ node: YAMLNode) -> String { "\(node)" }
}

/// Numbers that are the same on every run.
private struct SameNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state
    mixed ^= mixed >> 33
    mixed = mixed &* 0xff51_afd7_ed55_8ccd
    return mixed ^ mixed >> 33
  }
}
