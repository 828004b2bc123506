import Import
import Testing

@Suite struct YAMLValueTests {
  @Test func quotesWhatAReaderWouldTakeForAnotherType() {
    let pairs: [YAMLValue.Pair] = [
      .init("plain", .text("Articles in print")),
      .init("number", .text("012")),
      .init("truth", .text("no")),
      .init("colon", .text("2024: A Review #2")),
      .init("quotes", .text(#"the "first" \ last"#)),
      .init("bell", .text("a\u{7}b")),
      .init("order", .text("\u{FEFF}a\nb\u{FFFF}")),
    ]
    #expect(
      YAMLValue.lines(of: pairs) == #"""
        plain: Articles in print
        number: "012"
        truth: "no"
        colon: "2024: A Review #2"
        quotes: "the \"first\" \\ last"
        bell: "a\x07b"
        order: "\ufeffa\nb\uffff"

        """#)
  }

  @Test func nestsListsAndMaps() {
    let pairs: [YAMLValue.Pair] = [
      .init(
        "authors",
        .list([
          .map([
            .init("given", .text("Ada")),
            .init("affiliations", .list([.map([.init("name", .text("Here"))])])),
          ]),
          .map([.init("literal", .text("A Body"))]),
        ])),
      .init("abstract", .text("One\n\nTwo")),
      .init("none", .list([])),
    ]
    #expect(
      YAMLValue.lines(of: pairs) == """
        authors:
          - given: Ada
            affiliations:
              - name: Here
          - literal: A Body
        abstract: |-
          One

          Two
        none: []

        """)
  }
}
