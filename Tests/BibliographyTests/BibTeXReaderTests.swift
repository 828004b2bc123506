import Bibliography
import Reporting
import Testing

@Suite struct BibTeXReaderTests {
  private func read(_ text: String) -> (items: [Item], report: Report) {
    var report = Report()
    return (Item.readBibTeX(Array(text.utf8), path: "a.bib", report: &report), report)
  }

  /// The only item, with its fields on one line each.
  private func listing(_ text: String) -> String {
    read(text).items.map { item in
      var lines = ["\(item.id): \(item.type.name)"]
      lines += item.names.map { variable, names in
        "\(variable.name) = " + names.map(listing).joined(separator: "; ")
      }
      lines += item.text.map { "\($0.key.name) = \($0.value)" }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  private func listing(_ name: PersonName) -> String {
    if !name.literal.isEmpty { return "{\(name.literal)}" }
    return [
      "family", name.family, "given", name.given, "dropping", name.droppingParticle,
      "non-dropping", name.nonDroppingParticle, "suffix", name.suffix,
    ].chunked.compactMap { $0[1].isEmpty ? nil : "\($0[0])=\($0[1])" }.joined(separator: " ")
  }

  /// Code and offending text of each finding.
  private func findings(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return read(text).report.sorted.map {
      "\($0.code.rawValue) “\(String(decoding: bytes[$0.range.bytes], as: UTF8.self))”"
    }
  }

  @Test func takesTheFirstWordOfAChineseNameForTheFamily() {
    #expect(
      listing("@book{a, author={佐藤 花子 and 王小明 and 남궁 민 and John Smith}}")
        == """
        a: book
        author = family=佐藤 given=花子; family=王小明; family=남궁 given=민; family=Smith given=John
        """)
  }

  @Test func readsPagesInFullWidthDigits() {
    #expect(
      listing("@article{a, pages={３４－５６}}\n@article{b, pages={e３〜e５}}")
        == "a: article-journal\npage = 34-56\n\nb: article-journal\npage = e3-e5")
  }

  @Test func knowsNamesThatAreSaidFamilyFirst() {
    let names = [
      PersonName(family: "毛", given: "澤東"), PersonName(family: "박", given: "지성"),
      PersonName(family: "スミス", given: "ジョン"), PersonName(family: "李", given: "Bruce"),
      PersonName(family: "Nagy", given: "Imre", isStaticallyOrdered: true),
      PersonName(literal: "毛"),
    ]
    #expect(names.map(\.isUnspaced) == [true, true, false, false, false, false])
    #expect(names.map(\.hasFamilyFirst) == [true, true, false, false, true, false])
  }

  @Test func readsAnArticleWithEveryKindOfDelimiter() {
    #expect(
      listing(
        """
        % a comment with mail@example.org
        @string{jan = "January", x = 1}
        @String(acta = {Acta } # "Exempli")
        @comment{ @article{not-me, title = {x}} }
        @preamble{"\\newcommand{\\x}{y}"}
        @ARTICLE (key:1,
          Author = "Ada {Lovelace} and {The Analytical Society}",
          title = {A Title with {DNA} and {iPod}: The Subtitle},
          journal = acta # { 2},
          volume = 12, number = {3}, pages = {30--54},
        )
        """) == """
          key:1: article-journal
          author = family=Lovelace given=Ada; {The Analytical Society}
          container-title = Acta Exempli 2
          title = A title with DNA and <span class="nocase">iPod</span>: The subtitle
          title-short = A title with DNA and <span class="nocase">iPod</span>
          issue = 3
          page = 30-54
          volume = 12
          """)
  }

  @Test(arguments: [
    ("Vincent van Gogh", "family=Gogh given=Vincent dropping=van"),
    ("van Gogh, Vincent", "family=Gogh given=Vincent dropping=van"),
    ("{van Gogh}, Vincent", "family=van Gogh given=Vincent"),
    ("Vincent {van~Gogh}", "family=van Gogh given=Vincent"),
    ("King, Jr., Martin Luther", "family=King given=Martin Luther suffix=Jr."),
    ("Plato", "family=Plato"),
    ("Jean de La Fontaine", "family=La Fontaine given=Jean dropping=de"),
    ("كرد علي، محمد", "family=كرد علي given=محمد"),
    ("كرد علي, محمد", "family=كرد علي given=محمد"),
    ("{\\'E}mile Zola", "family=Zola given=Émile"),
    ("W.\\thinspace{}A. Stein", "family=Stein given=W. A."),
    ("J.G. Smith", "family=Smith given=J. G."),
    ("{Barnes and Noble}", "{Barnes and Noble}"),
    ("A B AND C D", "family=B given=A; family=D given=C"),
    (
      "Andy Anders\n and {A and B} Land\tand C\\ and Sand",
      "family=Anders given=Andy; family=Land given=A and B; family=Sand given=C dropping=and"
    ),
    ("A B and others", "family=B given=A; {others}"),
    (
      "given=Hans, family=Harman, prefix=von, useprefix=true",
      "family=Harman given=Hans non-dropping=von"
    ),
    ("nosort=x, family=Roe, given=Jane", "family=Roe given=Jane"),
    ("{\\it Jane} Roe", "family=Roe given=<i>Jane</i>"),
    ("{\\relax Ch}ristos Papadimitriou", "family=Papadimitriou given=Christos"),
    ("Ludwig {\\o}sterreich Wittgenstein", "family=Wittgenstein given=Ludwig dropping=østerreich"),
    (" and ", ""),
  ])
  func readsName(source: String, expected: String) {
    let names = read("@book{a, author = {\(source)}}").items.first?[.author] ?? []
    #expect(names.map(listing).joined(separator: "; ") == expected)
  }

  @Test(arguments: [
    (
      #"{\'e} \'{e} \'e \"u {\"{u}} \c c \v{s} \~n \^{\i} \H{o} \k{a} \r a \.z \={u} \d{h} \u{g}"#,
      "é é é ü ü ç š ñ î ő ą å ż ū ḥ ğ"
    ),
    (#"\ss \ae \OE \o \L \aa \i x"#, "ßæŒøŁåıx"),
    (#"``double'' `single' it's --- -- -"#, "“double” ‘single’ it’s — – -"),
    (
      #"\emph{a} \textbf{b} {\it c} \textsuperscript{2} H$_2$O $\alpha^{2}x$ \textsc{d}"#,
      "<i>a</i> <b>b</b> <i>c</i> <sup>2</sup> H<sub>2</sub>O α<sup>2</sup><i>x</i> <sc>d</sc>"
    ),
    (##"a\&b 5\% \$3 \#1 x\_y \{z\} a~b \textasciitilde"##, "a&b 5% $3 #1 x_y {z} a\u{A0}b ~"),
    (#"\enquote{a \enquote{b} c} \mkbibquote{d}"#, "“a ‘b’ c” “d”"),
    (
      #"\href{https://x.org}{text} \url{https://y.org} \texttt{code} \LaTeX{} rocks"#,
      "text https://y.org code LaTeX rocks"
    ),
    (#"\unknown{kept} text $x < 5$ and $ alone"#, "kept text <i>x</i> < 5 and $ alone"),
    ("many\n   spaces\tand  lines", "many spaces and lines"),
    (#" one  -two - {three } four\%: "five" "#, #"one -two - three four%: "five""#),
  ])
  func readsLaTeX(source: String, expected: String) {
    let note = read("@book{a, note = {\(source)}}").items.first?[.note]
    #expect(note == expected)
  }

  @Test func readsBracesThatDoNotMatch() {
    #expect(read("@book{a, note = \"x } y { z\"}").items.first?[.note] == "x y z")
  }

  @Test(arguments: [
    (
      "date = {2004-06/2005}",
      ItemDate(PartialDate(year: 2004, month: 6), to: PartialDate(year: 2005))
    ),
    ("date = {2004~}", ItemDate(PartialDate(year: 2004), isApproximate: true)),
    ("date = {2004?}", ItemDate(PartialDate(year: 2004))),
    ("date = {-0044}", ItemDate(PartialDate(year: -45))),
    ("year = -44", ItemDate(PartialDate(year: -45))),
    ("date = {2001-21}", ItemDate(PartialDate(year: 2001), season: 1)),
    ("date = {1998/}", ItemDate(PartialDate(year: 1998), isOpenEnded: true)),
    ("date = {199X}", ItemDate(PartialDate(year: 1990), to: PartialDate(year: 1999))),
    ("date = {2004-04-05T14:34:00}", ItemDate(PartialDate(year: 2004, month: 4, day: 5))),
    ("year = 2004, month = feb # \"~15\"", ItemDate(PartialDate(year: 2004, month: 2, day: 15))),
    ("year = {2004}, month = {12}, day = 3", ItemDate(PartialDate(year: 2004, month: 12, day: 3))),
    ("year = {2004--2005}", ItemDate(PartialDate(year: 2004), to: PartialDate(year: 2005))),
    (
      "year = 2004, month = {jan/feb}",
      ItemDate(PartialDate(year: 2004, month: 1), to: PartialDate(year: 2004, month: 2))
    ),
    ("year = {2004/05}", ItemDate(PartialDate(year: 2004), to: PartialDate(year: 2005))),
    ("year = {1999--00}", ItemDate(PartialDate(year: 1999), to: PartialDate(year: 2000))),
    ("year = {2012/03}", ItemDate(PartialDate(year: 2012, month: 3))),
    ("year = 2004, month = {Spring}", ItemDate(PartialDate(year: 2004), season: 1)),
    (
      "year = 2004, month = {June 12--14}",
      ItemDate(
        PartialDate(year: 2004, month: 6, day: 12), to: PartialDate(year: 2004, month: 6, day: 14))
    ),
    (
      "year = 2004, month = mar # \"~30--\" # apr # \"~2\"",
      ItemDate(
        PartialDate(year: 2004, month: 3, day: 30), to: PartialDate(year: 2004, month: 4, day: 2))
    ),
    ("year = {in press}", ItemDate(literal: "in press")),
    ("date = {2004}, year = {2003}, month = 5", ItemDate(PartialDate(year: 2004))),
  ])
  func readsDate(source: String, expected: ItemDate) {
    #expect(read("@book{a, \(source)}").items.first?[.issued] == expected)
  }

  @Test(arguments: [
    ("pp. 12--15", "12-15"), ("S. 3–4", "3-4"), ("Seite 7", "7"), ("p7", "7"),
    ("S12--S15", "S12-S15"), ("passim", "passim"),
  ])
  func leavesTheWordForPagesToTheStyle(written: String, expected: String) {
    #expect(read("@article{a, pages = {\(written)}}").items.first?[.page] == expected)
  }

  @Test func inheritsThroughCrossrefAndXdata() {
    #expect(
      listing(
        """
        @inbook{child, crossref = {book}, title = {Chapter}, pages = {1-2}}
        @book{book, crossref = {whole}, title = {Tragedies}, date = 1975, volume = 3}
        @mvbook{whole, author = {Shakespeare}, title = {Works}, xdata = {house}, date = 1970}
        @xdata{house, publisher = {House}, location = {London}}
        """
      ).split(separator: "\n\n").first == """
        child: chapter
        author = family=Shakespeare
        container-author = family=Shakespeare
        container-title = Works
        publisher = House
        publisher-place = London
        title = Chapter
        volume-title = Tragedies
        page = 1-2
        volume = 3
        """)
  }

  @Test func cutsRingsAndNamesThem() {
    let text = "@book{a, crossref = {b}, title = {A}}\n@book{b, crossref = {a}, note = {N}}"
    let (items, report) = read(text)
    #expect(items.map(\.id) == ["a", "b"])
    #expect(items.map { $0[.note] } == ["N", "N"])
    #expect(report.diagnostics.map(\.message) == ["Entries inherit in a ring: a → b → a"])
    #expect(findings("@book{a, crossref = a}").last == "bibtex-crossref-ring “a”")
    #expect(findings("@book{a, xdata = {x}}") == ["bibtex-unknown-crossref “x”"])
  }

  @Test func endsLongChainsOfInheritance() {
    let entries = (0..<5000).map { "@book{k\($0), crossref = {k\($0 + 1)}}" }
    let codes = Set(read(entries.joined(separator: "\n")).report.diagnostics.map(\.code))
    #expect(codes == ["bibtex-crossref-chain", "bibtex-unknown-crossref"])
  }

  @Test func keepsTheFieldsBesideWhatHasNoName() {
    for odd in ["{Some title}", "= {x}", "\"x\" # {y}", "\\foo", "#", "=", "(x)"] {
      let text = "@article{k, \(odd), year = 2001, note = {N}}\n@book{b, title = {B}}"
      let (items, report) = read(text)
      #expect(items.map(\.id) == ["k", "b"])
      #expect(items.first?[.note] == "N")
      #expect(items.first?.dates[.issued]?.start?.year == 2001)
      #expect(report.diagnostics.first?.code == "bibtex-field-syntax")
      #expect(report.diagnostics.first?.range.bytes.lowerBound == 12)
    }
    #expect(
      read("@book{a, title = {T}}, note = {N}, year = 2001}\n@book{b}").items.map { $0[.note] }
        == ["N", nil])
    #expect(
      findings("@book{a, title = {T}},\n  note = {N}}") == ["bibtex-fields-behind-end “}”"])
    #expect(findings("@book{a, title = {T}}, @book{b, title = {U}}, and so on") == [])
  }

  @Test func takesTheEndOfALineForASpace() {
    let item = read("@misc{a, title = {One\ntwo\n three\r\nfour}, note = \"x\ny\"}").items.first
    #expect(item?[.title] == "One two three four")
    #expect(item?[.note] == "x y")
  }

  @Test func losesOnlyTheBrokenEntry() {
    let text = """
      @book{a, title = {A}}
      @book{e, = {x}}
      @book{f, title {no equals}, year = 2001}
      @book{g, title = {G}}
      @string{x = "X"
      @book{h, title = {H}}
      """
    #expect(read(text).items.map(\.id) == ["a", "e", "f", "g", "h"])
    #expect(
      findings(text) == [
        "bibtex-field-syntax “=”", "bibtex-missing-equals “title”", "bibtex-unclosed-macro “@”",
      ])
    #expect(
      findings("@book{a\n  title = {T}}\n@book{b\n year = 1}")
        == ["bibtex-key-without-comma “a”", "bibtex-key-without-comma “b”"])
    #expect(findings("@book{a, title}") == ["bibtex-field-without-value “title”"])
    #expect(
      findings("@book{a, author = \"Jane \"Doc\" Doe\", year = 1}")
        == ["bibtex-quote-in-quotes “\"”"])
  }

  @Test func readsWhatLacksABrace() {
    let text = """
      @book{a, title = {Lines, year = 2001}
      @book{b, title = "Quotes, year = 2002}
      @book{c,
        title = {The {Inner},
        abstract = {
          one
        },
        year = 2003
      }

      @book{d, title = {Entry}, year = 2004

      @book{e,
        year = 2005,
        title = {Last
      }
      @book{f, title = {File}, year = 2006
      """
    #expect(
      read(text).items.map {
        "\($0.id): \($0[.title] ?? "") \($0.dates[.issued]?.start?.year ?? 0)"
      }
        == [
          "a: Lines 2001", "b: Quotes 2002", "c: The Inner 2003", "d: Entry 2004", "e: Last 2005",
          "f: File 2006",
        ])
    #expect(
      findings(text) == [
        "bibtex-unclosed-value “{”", "bibtex-unclosed-value “\"”", "bibtex-unclosed-value “{”",
        "bibtex-unclosed-entry “d”", "bibtex-unclosed-value “{”", "bibtex-unclosed-entry “f”",
      ])
  }

  @Test func namesWhatIsOdd() {
    #expect(findings("@book{, title = {T}}") == ["reference-missing-key “@book”"])
    #expect(findings("@book{title = {T}}") == ["reference-missing-key “@book”"])
    #expect(read("@book{, title = {The Title}}").items.map(\.id) == ["title"])
    #expect(findings("@scroll{a}") == ["bibtex-unknown-type “a”"])
    #expect(findings("@book{a, title = foo}") == ["bibtex-unknown-macro “foo”"])
    #expect(findings("@book{a, title = , year = 1}") == ["bibtex-missing-value “,”"])
    #expect(findings("@book{a, year = 1, year = 2}") == ["bibtex-field-twice “year”"])
    #expect(findings("@string{a}") == ["bibtex-macro-syntax “}”"])
    #expect(findings("@book{a, title = {x&nbsp;y}}") == ["bibtex-html “&nbsp;”"])
    #expect(findings("@book{a, title = {x \\foo y}}") == ["bibtex-unknown-command “\\foo”"])
    #expect(findings("@book{a, year = {2004a}}") == ["bibtex-year “{2004a}”"])
    #expect(findings("@book{a, year = 20225}") == ["bibtex-year “20225”"])
    #expect(findings("@book{a, date = {2022/20225}}") == ["bibtex-year “{2022/20225}”"])
    #expect(findings("@book{a, date = {Y20225}}").isEmpty)
    #expect(findings("@book{a, date = {soon}}") == ["bibtex-date “{soon}”"])
    #expect(findings("@book{a, year = 1, month = {x}}") == ["bibtex-month “{x}”"])
    #expect(findings("@book{a, date = {2024-02-30}}") == ["bibtex-date “{2024-02-30}”"])
    #expect(findings("@book{a, date = {31 June 2024}}") == ["bibtex-date “{31 June 2024}”"])
    #expect(findings("@book{a, year = 2023, month = feb, day = {29}}") == ["bibtex-day “{29}”"])
    #expect(findings("@book{a, year = 2023, month = 4, day = {3rd}}") == ["bibtex-day “{3rd}”"])
    #expect(findings("@book{a, year = 2023, month = {31 apr}}") == ["bibtex-day “{31 apr}”"])
    // In Russia there was such a day.
    #expect(findings("@book{a, date = {1900-02-29}, urldate = {2024-02-29}}").isEmpty)
    #expect(
      findings("@book{a, author = {A, B, C, D}}") == ["bibtex-name-commas “A, B, C, D”"])
    #expect(findings("@book{a}@book{a}") == ["reference-duplicate-key “a”"])
  }

  @Test func asksForTheFieldThatANameLooksLike() {
    #expect(
      findings("@book{a, Titel = {T}, yaer = 2020, publsiher = {P}}") == [
        "bibtex-unknown-field “Titel”", "bibtex-unknown-field “yaer”",
        "bibtex-unknown-field “publsiher”",
      ])
    #expect(
      read("@book{a, titel = {T}}").report.diagnostics.map(\.message) == [
        "Unknown field 'titel' is not shown; did you mean 'title'?"
      ])
    let ofOthers =
      "file = {a.pdf}, timestamp = {2020-01-01}, urn = {nbn:de}, mendeley-tags = {x}, owner = {me}"
    #expect(findings("@book{a, title = {T}, \(ofOthers)}").isEmpty)
    // The entry has it.
    #expect(findings("@book{a, title = {T}, titles = {Ts}, date = 2020, years = 3}").isEmpty)
  }

  @Test func readsFilesAsTheyCome() {
    var report = Report()
    let latin1 = Array("@book{a, title = {Caf".utf8) + [0xE9] + Array("}}".utf8)
    #expect(Item.readBibTeX(latin1, path: "a.bib", report: &report).first?[.title] == "Café")
    #expect(report.diagnostics.map(\.code) == ["bibliography-not-utf8"])
    let crlf = "\u{FEFF}@book{a,\r\n  title = {One\r\n    Two}\r\n}\r\n"
    #expect(read(crlf).items.first?[.title] == "One two")
    #expect(read(crlf).report.isEmpty)
  }
}

extension Array {
  /// The elements two by two.
  fileprivate var chunked: [[Element]] {
    stride(from: 0, to: count, by: 2).map { Array(self[$0..<Swift.min($0 + 2, count)]) }
  }
}
