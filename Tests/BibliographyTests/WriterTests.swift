import Bibliography
import Reporting
import Testing

@Suite struct WriterTests {
  /// An article as a site hands it out.
  private let article = Item(
    id: "bajwa2024withdrawal", type: .articleJournal,
    text: [
      .title: "Withdrawal & <i>Return</i> of the UN in Kashmir_100%",
      .containerTitle: "Journal of Law & Society", .volume: "12", .issue: "3", .page: "30–54",
      .doi: "10.1000/x_1", .url: "https://example.org/a_b?c=1&d=2", .issn: "1234-5679",
      .language: "en", .keyword: "law, war", .abstract: "One\nTwo",
    ],
    names: [
      .author: [
        PersonName(family: "Bajwa", given: "Sana"),
        PersonName(family: "Gogh", given: "Vincent", nonDroppingParticle: "van"),
        PersonName(family: "King", given: "Martin", suffix: "Jr."),
        PersonName(literal: "Ministry of Law and Justice, Pakistan"),
        PersonName(family: "Plato"),
        PersonName(family: "كرد علي", given: "محمد"),
      ]
    ],
    dates: [.issued: ItemDate(PartialDate(year: 2024, month: 6, day: 30))])

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func writesBibTeX() {
    #expect(
      text(Item.writeBibTeX([article])) == """
        @article{bajwa2024withdrawal,
          author = {Bajwa, Sana and van Gogh, Vincent and King, Jr., Martin and {Ministry of Law and Justice, Pakistan} and Plato and كرد علي, محمد},
          options = {useprefix=true},
          title = {Withdrawal \\& \\emph{{Return}} of the {UN} in {Kashmir}\\_100\\%},
          journal = {Journal of Law \\& Society},
          volume = {12},
          number = {3},
          pages = {30--54},
          date = {2024-06-30},
          year = {2024},
          month = jun,
          doi = {10.1000/x_1},
          url = {https://example.org/a_b?c=1&d=2},
          issn = {1234-5679},
          langid = {en},
          keywords = {law, war},
          abstract = {One Two}
        }

        """)
  }

  @Test func writesRIS() {
    #expect(
      text(Item.writeRIS([article], pdfs: ["bajwa2024withdrawal": "https://example.org/a.pdf"]))
        .split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init) == [
          "TY  - JOUR", "ID  - bajwa2024withdrawal", "AU  - Bajwa, Sana", "AU  - van Gogh, Vincent",
          "AU  - King, Martin, Jr.", "AU  - Ministry of Law and Justice Pakistan", "AU  - Plato",
          "AU  - كرد علي, محمد", "TI  - Withdrawal & Return of the UN in Kashmir_100%",
          "T2  - Journal of Law & Society", "JO  - Journal of Law & Society", "PY  - 2024",
          "DA  - 2024/06/30/", "VL  - 12", "IS  - 3", "SP  - 30", "EP  - 54", "SN  - 1234-5679",
          "DO  - 10.1000/x_1", "UR  - https://example.org/a_b?c=1&d=2",
          "L1  - https://example.org/a.pdf", "KW  - law", "KW  - war", "LA  - en",
          "AB  - One Two", "ER  - ", "", "",
        ])
  }

  @Test func keepsTheNumberOfAnArticleApartFromThatOfItsIssue() throws {
    let item = Item(
      id: "a", type: .articleJournal,
      text: [.title: "A", .containerTitle: "J", .volume: "2", .number: "e7"])
    #expect(
      text(Item.writeRIS([item])).split(separator: "\r\n").map(String.init) == [
        "TY  - JOUR", "ID  - a", "TI  - A", "T2  - J", "JO  - J", "VL  - 2", "C7  - e7", "ER  - ",
      ])
    #expect(
      text(Item.writeEndNote([item])).split(separator: "\n").map(String.init) == [
        "%0 Journal Article", "%T A", "%J J", "%V 2", "%] e7", "%F a",
      ])
  }

  @Test(arguments: [
    (ItemDate(PartialDate(year: 2024, month: 6)), "DA  - 2024/06//"),
    (ItemDate(PartialDate(year: 2024)), "DA  - 2024///"),
    (ItemDate(PartialDate(year: 2024), season: 2), "DA  - 2024///Summer"),
    (ItemDate(PartialDate(year: 987)), "DA  - 0987///"),
  ])
  func writesDatesOfRIS(date: ItemDate, line: String) {
    let item = Item(id: "a", type: .book, dates: [.issued: date])
    #expect(text(Item.writeRIS([item])).split(separator: "\r\n").contains { $0 == line })
  }

  @Test(arguments: [
    (ItemType.articleJournal, "A2  - Roe, R."), (.chapter, "A2  - Roe, R."),
    (.book, "ED  - Roe, R."),
  ])
  func writesEditorsWhereProgramsLookForThem(type: ItemType, line: String) {
    let item = Item(id: "a", type: type, names: [.editor: [PersonName(family: "Roe", given: "R.")]])
    #expect(text(Item.writeRIS([item])).split(separator: "\r\n").contains { $0 == line })
  }

  @Test func writesEndNote() {
    #expect(
      text(Item.writeEndNote([article])) == """
        %0 Journal Article
        %A Bajwa, Sana
        %A van Gogh, Vincent
        %A King, Martin, Jr.
        %A Ministry of Law and Justice,, Pakistan
        %A Plato,
        %A كرد علي, محمد
        %T Withdrawal & Return of the UN in Kashmir_100%
        %J Journal of Law & Society
        %D 2024
        %8 2024-06-30
        %V 12
        %N 3
        %P 30-54
        %@ 1234-5679
        %R 10.1000/x_1
        %U https://example.org/a_b?c=1&d=2
        %F bajwa2024withdrawal
        %K law
        %K war
        %G en
        %X One Two

        """)
  }

  @Test(arguments: [
    ("The war in Kashmir", "The war in {Kashmir}"),
    ("Learning DNA from McDonald", "Learning {DNA} from {McDonald}"),
    ("Learning About Large Graphs with an iPod", "Learning About Large Graphs with an {iPod}"),
    ("Grain size: A survey. Of Germany", "Grain size: A survey. Of {Germany}"),
    (
      "Über 2×2 “Matrix” of Žižek a.b Cat and Dog",
      "Über 2×2 “{Matrix}” of {Žižek} a.b {Cat} and {Dog}"
    ),
    ("Use <span class=\"nocase\">of nm</span> <b>Now</b>", "Use {of nm} \\textbf{{Now}}"),
    (
      "<span style=\"font-variant:small-caps;\">Ibn</span> <sc>Sina</sc>",
      "\\textsc{Ibn} \\textsc{{Sina}}"
    ),
    ("Of <b> and <i>it<b> and</i> </sup>", "Of <b> and \\emph{it<b> and} </sup>"),
    ("<i>a</i> < b".markup + " <i>c</i>", "<{}{i}>a<{}/i> < b \\emph{c}"),
    ("A study: grep and its heirs", "A study: {grep} and its heirs"),
    ("e-mail: <i>in vitro</i>? “über alles”", "{e}-mail: \\emph{{in} vitro}? “{über} alles”"),
    ("iPod: x2 and <span class=\"nocase\">grep</span> here", "{iPod}: x2 and {grep} here"),
    ("<span class=\"nocase\">grep</span> here", "{grep} here"),
    (
      "The Study of Many Engines: from Looms to Mills",
      "The Study of Many Engines: from Looms to Mills"
    ),
    ("Version 2.0 Kashmir, 1990--1995", "Version 2.0 {Kashmir}, 1990-{}-1995"),
  ])
  func protectsCaseThatIsThereForAReason(title: String, expected: String) {
    let item = Item(id: "a", type: .book, text: [.title: title])
    #expect(text(Item.writeBibTeX([item])) == "@book{a,\n  title = {\(expected)}\n}\n")
  }

  @Test(arguments: [
    ("law,  civil war ,,Ärzte", ["law", "civil war", "Ärzte"]),
    ("law, of the sea; <i>Ius</i> ;\u{A0}war\u{A0}", ["law, of the sea", "Ius", "war"]),
    ("قانون، حرب", ["قانون", "حرب"]),
  ])
  func partsKeywords(keywords: String, expected: [String]) {
    let item = Item(id: "a", type: .book, text: [.keyword: keywords])
    let lines = text(Item.writeEndNote([item])).split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("%K ") }.map { String($0.dropFirst(3)) } == expected)
  }

  @Test func readsBackWhatItWritesAsBibTeX() throws {
    let items = [
      Item(
        id: "a", type: .articleJournal,
        text: [
          .title: "A study of {braces}, 100% & Kashmir in <i>Escherichia coli</i>: The DNA",
          .titleShort: "A study of {braces}, 100% & Kashmir in <i>Escherichia coli</i>",
          .containerTitle: "Journal ~ of $ and # and _ and ^ and \\", .page: "1-2", .issue: "3",
          .url: "https://example.org/%7Ba_b", .doi: #"10.1/a_b{c}\d%20"#,
        ],
        names: [
          .author: [
            PersonName(family: "Gogh", given: "Vincent", nonDroppingParticle: "van"),
            PersonName(family: "La Fontaine", given: "Jean", droppingParticle: "de"),
            PersonName(literal: "Barnes and Noble"),
            PersonName(family: "Smith, Sons and Co", given: "John"),
            PersonName(family: "Nguyễn", given: "Thị Minh"),
            PersonName(family: "Doe", given: "John", suffix: "III"),
          ]
        ],
        dates: [.issued: ItemDate(PartialDate(year: 2004, month: 6))]),
      Item(
        id: "b", type: .thesis,
        text: [
          .title: "Die Wirkung der Dinge", .language: "de-DE", .genre: "PhD thesis",
          .publisher: "Universität",
        ],
        names: [
          .author: [PersonName(family: "La Fontaine", given: "Jean", droppingParticle: "de")]
        ],
        dates: [
          .issued: ItemDate(PartialDate(year: -45), isApproximate: true),
          .accessed: ItemDate(PartialDate(year: 2020, month: 1, day: 2)),
        ]),
      Item(
        id: "c", type: .chapter,
        text: [.title: "First", .containerTitle: "The Book of Kells", .publisher: "House"],
        names: [.editor: [PersonName(family: "Ed", given: "E.")]],
        dates: [.issued: ItemDate(PartialDate(year: 2001), to: PartialDate(year: 2003))]),
      Item(
        id: "d", type: .book,
        text: [
          .title: "Computers and typesetting", .volumeTitle: "The TeXbook", .volume: "A",
          .publisher: "Smith and Sons", .publisherPlace: "Tyne and Wear",
          .originalTitle: "Satzkunst", .originalPublisher: "Haus",
          .originalPublisherPlace: "Bern",
        ],
        dates: [.originalDate: ItemDate(PartialDate(year: 1980))]),
      Item(
        id: "e", type: .chapter,
        text: [
          .title: "Part", .volumeTitle: "Second volume", .containerTitle: "The whole",
        ],
        names: [.editor: [PersonName(family: "Ed", given: "E.")]],
        dates: [.eventDate: ItemDate(PartialDate(year: 1999, month: 5, day: 3))]),
    ]
    var report = Report()
    let back = Item.readBibTeX(Item.writeBibTeX(items), path: "a.bib", report: &report)
    #expect(report.isEmpty)
    #expect(text(Item.writeCSLJSON(back)) == text(Item.writeCSLJSON(items)))
  }

  @Test func writesKeysThatBibTeXTakes() {
    let items = ["a b{c}", "abc", "مفتاح", "漢字"].map { Item(id: $0, type: .book) }
    let keys = text(Item.writeBibTeX(items)).split(separator: "\n").filter { $0.hasPrefix("@") }
    #expect(keys == ["@book{abc", "@book{abc-2", "@book{mftah", "@book{reference"])
  }
}
