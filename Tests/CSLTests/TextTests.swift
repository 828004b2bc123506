import Bibliography
import CSL
import Testing

@Suite struct TextTests {
  private func text(
    _ attributes: String, _ title: String, locale: String = "", layout: String = "",
    language: String? = nil
  ) throws -> String {
    var style = SmallStyle()
    style.locale = locale
    style.citationLayout = layout
    style.citation = #"<text variable="title" \#(attributes)/>"#
    let item = Item.book("a", title: title) { $0[.language] = language }
    return try style.cite([item], ["a"])[0]
  }

  @Test(arguments: [
    ("title", "the origin of the species: a view", "The Origin of the Species: A View"),
    ("title", "on eBay and the iPhone", "On eBay and the iPhone"),
    ("title", "self-report and out-of-date data", "Self-Report and Out-of-Date Data"),
    ("title", "what it is made of", "What It Is Made Of"),
    ("title", "#metoo after the coup d’état", "#metoo after the Coup d’état"),
    ("title", "a hands-on leave-one-out test", "A Hands-on Leave-One-Out Test"),
    ("title", "looking out of windows", "Looking out of Windows"),
    ("title", "proceedings, Series A of the Society", "Proceedings, Series A of the Society"),
    ("title", "the (in)visible wom(e)n, text[ual]", "The (In)visible Wom(e)n, Text[ual]"),
    ("title", "the post-(neo)liberal (and urban) era", "The Post-(Neo)liberal (and Urban) Era"),
    ("capitalize-all", "col·lecció i l·l", "Col·lecció I L·l"),
    ("sentence", "THE ORIGIN OF SPECIES", "The origin of species"),
    ("sentence", "the Origin of Species", "The Origin of Species"),
    ("capitalize-first", "über alles", "Über alles"),
    ("capitalize-all", "the origin of species", "The Origin Of Species"),
    ("lowercase", "ÉTUDE No. 1", "étude no. 1"),
    ("lowercase", "ΟΔΟΣ ΣΕΒΑΣΤΟΥΣ, Σ.", "οδος σεβαστους, σ."),
    ("sentence", "ΟΔΟΣ <i>ΤΗ</i>Σ", "Οδος <i>τη</i>ς"),
    ("uppercase", "straße", "STRASSE"),
    ("title", #"the <span class="nocase">cDNA of mice</span>"#, "The cDNA of mice"),
    ("uppercase", "the 19<sup>th</sup> of a<sub>n</sub>", "THE 19<sup>th</sup> OF A<sub>n</sub>"),
  ])
  func changesLetterCase(textCase: String, title: String, expected: String) throws {
    #expect(try text("text-case=\"\(textCase)\"", title) == expected)
  }

  @Test(arguments: [
    ("E=mc<sup>2</sup>", "E=mc²"), ("2<sup>nd</sup> ed.", "2ⁿᵈ ed."), ("n<sup>Q</sup>", "nQ"),
    ("1² and n°", "1² and n°"),
  ])
  func keepsWhatIsRaisedInPlainText(title: String, expected: String) throws {
    var style = SmallStyle()
    style.bibliography = #"<text variable="title"/>"#
    let document = CitedDocument(items: [.book("a", title: title)], includesUncited: true)
    let formatted = try style.processor().format(document)
    #expect(formatted.bibliography.map(\.text.plain) == [expected])
  }

  @Test func raisesCharactersOfATitleInsideItsFormats() throws {
    #expect(
      try text(#"font-style="italic""#, "m² and the 3ᵉʳ", layout: #"suffix=".""#)
        == "<i>m<sup>2</sup> and the 3<sup>e</sup><sup>r</sup></i>.")
    #expect(try text(#"font-style="italic""#, "x²") == "<i>x<sup>2</sup></i>")
    #expect(
      try text("", "the “²³” of <b>¹</b>")
        == "the “<sup>2</sup><sup>3</sup>” of <b><sup>1</sup></b>")
  }

  @Test func raisesCharactersThatOnlyTheStyleOrTheCitationHas() throws {
    #expect(try text("", "Notes", layout: #"prefix="¹ ""#) == "<sup>1</sup> Notes")
    var style = SmallStyle()
    style.citation = #"<date variable="issued"><date-part name="year"/></date>"#
    let item = Item.book("a", title: "Notes") { $0[.issued] = ItemDate(literal: "5ª") }
    #expect(try style.cite([item], ["a"]) == ["(5<sup>a</sup>)"])
    let citation = Citation(cites: [Cite(id: "a", prefix: "see²")])
    let document = CitedDocument(items: [.book("a", title: "Notes")], citations: [citation])
    #expect(
      try SmallStyle().processor().format(document).citations.map(\.html)
        == ["(see<sup>2</sup> Notes)"])
  }

  @Test(arguments: [
    (#"quotes="true""#, "فیض", "“<bdi>فیض</bdi>.”"), ("", "Faiz: فیض", "<bdi>Faiz: فیض</bdi>."),
    (#"font-style="italic""#, "נר <b>א</b>", "<bdi><i>נר <b>א</b></i></bdi>."),
    ("", "Հայ ԹՈՒ", "Հայ ԹՈՒ."), ("", "۱۲", "۱۲."), ("", "Faiz", "Faiz."),
  ])
  func keepsTitlesWithLettersFromRightToLeftApart(
    attributes: String, title: String, expected: String
  ) throws {
    #expect(try text(attributes, title, layout: #"suffix=".""#) == expected)
  }

  /// A label in front of a title does not turn it round; nor does it in an English work.
  @Test(arguments: [("ur", "\u{200F}"), ("en", "")])
  func runsATitleBehindALatinLabelAsItsLanguageDoes(language: String, mark: String) throws {
    let urdu = #"<locale><terms><term name="and">اور</term></terms></locale>"#
    #expect(
      try text("", "RETRACTED: چاند", locale: urdu, language: language)
        == "<bdi>\(mark)RETRACTED: چاند</bdi>")
    #expect(try text("", "RETRACTED: چاند", language: language) == "<bdi>RETRACTED: چاند</bdi>")
  }

  @Test func keepsNamesFromRightToLeftApart() throws {
    var style = SmallStyle()
    style.citation = #"<names variable="author"><name and="text"/></names>"#
    let names = [
      PersonName.named("علی احمد"), .named("Ada Lovelace"), PersonName(literal: "مجلس"),
    ]
    let document = CitedDocument(
      items: [.book("a", names)], citations: [Citation(cites: [Cite(id: "a")])])
    let citation = try style.processor().format(document).citations[0]
    #expect(
      citation.html == "(<bdi>علی احمد</bdi>, Ada Lovelace, and <bdi>مجلس</bdi>)")
    #expect(citation.withoutIsolates.html == "(علی احمد, Ada Lovelace, and مجلس)")
    #expect(citation.plain == "(علی احمد, Ada Lovelace, and مجلس)")
  }

  @Test func keepsNamesFromLeftToRightApartInAStyleOfTheOtherDirection() throws {
    var style = SmallStyle()
    style.locale = #"<locale><terms><term name="and">اور</term></terms></locale>"#
    style.citation = #"<names variable="author"><name and="text" initialize-with=". "/></names>"#
    let item = Item.book("a", [.named("علی احمد"), .named("Ada Lovelace")])
    #expect(try style.cite([item], ["a"]) == ["(ع. احمد اور <bdi>A. Lovelace</bdi>)"])
  }

  @Test func capitalizesOnlyEnglishTitles() throws {
    let german = "das wesen der dinge"
    #expect(try text(#"text-case="title""#, german, language: "de") == german)
    #expect(try text(#"text-case="title""#, "the way", language: "en-GB") == "The Way")
    let mixed = "poetics [теория литературы. πόλις]"
    #expect(
      try text(#"text-case="title""#, mixed, language: "en") == "Poetics [теория литературы. πόλις]"
    )
  }

  @Test func movesCommasAndStopsIntoQuotes() throws {
    let outside = #"<locale><style-options punctuation-in-quote="false"/></locale>"#
    #expect(try text(#"quotes="true""#, "Notes", layout: #"suffix=".""#) == "“Notes.”")
    #expect(
      try text(#"quotes="true""#, "Notes", locale: outside, layout: #"suffix=".""#) == "“Notes”.")
    #expect(try text(#"quotes="true""#, "Why?", layout: #"suffix=".""#) == "“Why?”")
    #expect(
      try text(#"quotes="true""#, "Why?", locale: outside, layout: #"suffix=".""#) == "“Why?”")
    #expect(try text(#"quotes="true""#, "Notes", layout: #"suffix="; x""#) == "“Notes”; x")
    #expect(
      try text(#"quotes="true""#, #"On "Notes""#, layout: #"suffix=".""#) == "“On ‘Notes.’”")
  }

  @Test func setsQuotationMarksByDepth() throws {
    #expect(try text("", #"On "some 'inner' notes""#) == "On “some ‘inner’ notes”")
    #expect(
      try text(#"quotes="true""#, #"On "some 'inner' notes""#) == "“On ‘some “inner” notes’”")
  }

  @Test(arguments: [
    ("", "Is ‘less’ more?", "Is ‘less’ more?"), ("", "The ‘ulamā’ of Fez", "The ‘ulamā’ of Fez"),
    ("", "On “notes”", "On “notes”"),
    (#"quotes="true""#, "Is ‘less’ more?", "“Is ‘less’ more?”"),
    (#"quotes="true""#, "On “notes”", "“On ‘notes’”"),
  ])
  func leavesCurlyMarksAsTypedUnlessTheyRepeatTheOuterOnes(
    attributes: String, title: String, expected: String
  ) throws {
    #expect(try text(attributes, title) == expected)
  }

  @Test func capitalizesTurkishLettersInAStyleInTurkish() throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = #"<text variable="title" text-case="uppercase"/>"#
    style.language = "tr-TR"
    let english = Item.book("b", title: "Biology") { $0[.language] = "en" }
    #expect(
      try style.cite([.book("a", title: "Bilim"), english], ["a"], ["b"]) == ["BİLİM", "BIOLOGY"])
  }

  @Test(arguments: [
    ("l'amour", "l’amour"), ("rock 'n' roll", "rock ’n’ roll"), ("dogs' ears", "dogs’ ears"),
    ("5\" disks", "5&quot; disks"), ("a < b & c", "a &lt; b &amp; c"),
  ])
  func leavesApostrophesAndLoneMarks(title: String, expected: String) throws {
    #expect(try text("", title) == expected)
  }

  @Test func turnsItalicInItalicUpright() throws {
    #expect(
      try text(#"font-style="italic""#, "On <i>Hamlet</i> again")
        == #"<i>On <span class="normal-style">Hamlet</span> again</i>"#)
    #expect(
      try text("", "H<sub>2</sub>O and E=mc<sup>2</sup>") == "H<sub>2</sub>O and E=mc<sup>2</sup>")
    #expect(try text("", "<i>open") == "&lt;i&gt;open")
  }

  @Test(arguments: [
    ("What?", ".", "What?"), ("What?", "!", "What?!"), ("Stop.", ".", "Stop."),
    ("Part:", ".", "Part:"), ("Part;", ":", "Part;"), ("So,", ",", "So,"), ("End ", ".", "End."),
    ("Etc.", ", x", "Etc., x"), ("Wait,", " ...", "Wait, ..."),
  ])
  func mergesPunctuation(title: String, suffix: String, expected: String) throws {
    #expect(try text("", title, layout: "suffix=\"\(suffix)\"") == expected)
  }

  @Test func stripsPeriods() throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.citation = #"<text term="no date" form="short" strip-periods="true" suffix="."/>"#
    #expect(try style.cite([.book("a")], ["a"]) == ["nd."])
  }

  @Test func linksIdentifiersWithTheirResolver() throws {
    var style = SmallStyle()
    style.bibliography = """
      <group delimiter=" "><text variable="DOI" prefix="https://doi.org/"/>
      <text variable="URL" prefix="Online: "/></group>
      """
    let item = Item.book("a") {
      $0[.doi] = "10.1000/x<1>"
      $0[.url] = "https://example.org/?a=1&b=2"
    }
    #expect(
      try style.entries([item]) == [
        #"<a href="https://doi.org/10.1000/x%3C1%3E">https://doi.org/10.1000/x&lt;1&gt;</a> "#
          + #"Online: <a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a>"#
      ])
  }

  @Test(arguments: [
    ("10.1002/(SICI)1<1::A>3.0.CO;2-#", "10.1002/(SICI)1%3C1::A%3E3.0.CO;2-%23"),
    ("10.1/a[1]{b}?c", "10.1/a%5B1%5D%7Bb%7D%3Fc"),
    ("10.1/%28é%29", "10.1/%28é%29"),
  ])
  func encodesWhatNoAddressHolds(doi: String, address: String) throws {
    var style = SmallStyle()
    style.bibliography = #"<text variable="DOI" prefix="https://doi.org/"/>"#
    let entry = try #require(try style.entries([.book("a") { $0[.doi] = doi }]).first)
    #expect(entry.hasPrefix(#"<a href="https://doi.org/\#(address)">"#), "\(entry)")
  }

  @Test func keepsWordsBeforeAResolverOutOfTheLink() throws {
    var style = SmallStyle()
    style.bibliography = #"<text value="A"/><text variable="DOI" prefix=". DOI:https://doi.org/"/>"#
    #expect(
      try style.entries([.book("a") { $0[.doi] = "10.1/x" }]) == [
        #"A. DOI:<a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>"#
      ])
  }

  @Test func leavesOutGroupsWithoutValues() throws {
    var style = SmallStyle()
    style.citationLayout = ""
    style.macros = #"<macro name="place"><text variable="publisher-place"/></macro>"#
    style.citation = """
      <group delimiter=", "><text variable="title"/><group delimiter=" "><text value="in"/>
      <text macro="place"/></group><group><text value="always"/></group></group>
      """
    #expect(try style.cite([.book("a", title: "Notes")], ["a"]) == ["Notes, always"])
  }
}
