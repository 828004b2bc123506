import Bibliography
import CSL
import Testing

@Suite struct DisambiguationTests {
  private let authorYear = """
    <group delimiter=" "><names variable="author"><name form="short" and="text"
    initialize-with=". "/></names><date variable="issued"><date-part name="year"/></date></group>
    """

  private func style(_ attributes: String) -> SmallStyle {
    var style = SmallStyle()
    style.citationAttributes = attributes
    style.citation = authorYear
    return style
  }

  @Test func addsGivenNamesOnlyWhereTheyHelp() throws {
    let items: [Item] = [
      .book("a", [.named("Ada Lovelace")], 1843), .book("b", [.named("Byron Lovelace")], 1843),
      .book("c", [.named("Bertha Lovelace")], 1850),
    ]
    #expect(
      try style(#"disambiguate-add-givenname="true""#).cite(items, ["a"], ["b"], ["c"]) == [
        "(A. Lovelace 1843)", "(B. Lovelace 1843)", "(Lovelace 1850)",
      ])
  }

  @Test func citesAWorkTwiceInOneCitationAndInOthers() throws {
    let items: [Item] = [
      .book("a", [.named("Ada Lovelace")], 1843), .book("b", [.named("Charles Babbage")], 1850),
    ]
    #expect(
      try style(#"disambiguate-add-year-suffix="true""#).cite(
        items, ["a", "a"], ["b", "a"], ["a"], ["a", "b"]) == [
          "(Lovelace 1843; Lovelace 1843)", "(Babbage 1850; Lovelace 1843)", "(Lovelace 1843)",
          "(Lovelace 1843; Babbage 1850)",
        ])
  }

  @Test func comparesLaterCitesAndStillShowsMoreNamesAtTheFirst() throws {
    let items: [Item] = [
      .book("a", [.named("Ada Lovelace"), .named("Charles Babbage")], 1843),
      .book("b", [.named("George Airy")], 1850),
    ]
    let rule = """
      disambiguate-add-year-suffix="true" et-al-min="3" et-al-use-first="2" \
      et-al-subsequent-min="2" et-al-subsequent-use-first="1"
      """
    #expect(
      try style(rule).cite(items, ["a"], ["b"], ["a"]) == [
        "(Lovelace and Babbage 1843)", "(Airy 1850)", "(Lovelace et al. 1843)",
      ])
  }

  @Test func writesGivenNamesInFullWhereInitialsAreAlike() throws {
    let items: [Item] = [
      .book("a", [.named("Ada Lovelace")], 1843), .book("b", [.named("Anne Lovelace")], 1843),
    ]
    #expect(
      try style(#"disambiguate-add-givenname="true""#).cite(items, ["a"], ["b"]) == [
        "(Ada Lovelace 1843)", "(Anne Lovelace 1843)",
      ])
  }

  @Test func expandsNamesEverywhereByTheRuleForAllNames() throws {
    let items: [Item] = [
      .book("a", [.named("Ada Lovelace")], 1843), .book("b", [.named("Byron Lovelace")], 1850),
    ]
    let rule = #"disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names""#
    #expect(
      try style(rule).cite(items, ["a"], ["b"]) == ["(A. Lovelace 1843)", "(B. Lovelace 1850)"])
  }

  @Test func expandsNamesThatMeetInTheOnlyWork() throws {
    let rule = #"disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names""#
    let item = Item.book("a", [.named("Ada Kim"), .named("Bo Kim")], 1843)
    #expect(try style(rule).cite([item], ["a"]) == ["(A. Kim and B. Kim 1843)"])
  }

  @Test func showsHiddenNamesUntilCitesDiffer() throws {
    let shared: [PersonName] = [.named("Ada Lovelace"), .named("Charles Babbage")]
    let items: [Item] = [
      .book("a", shared + [.named("Mary Somerville")], 1843),
      .book("b", shared + [.named("George Airy")], 1843),
      .book(
        "c", [.named("Ada Lovelace"), .named("Luigi Menabrea"), .named("Mary Somerville")], 1843),
    ]
    let rule = #"disambiguate-add-names="true" et-al-min="3" et-al-use-first="1""#
    #expect(
      try style(rule).cite(items, ["a"], ["b"], ["c"]) == [
        "(Lovelace, Babbage, and Somerville 1843)", "(Lovelace, Babbage, and Airy 1843)",
        "(Lovelace, Menabrea, et al. 1843)",
      ])
  }

  @Test func takesBackNamesThatDoNotHelp() throws {
    let people: [PersonName] = [
      .named("Ada Lovelace"), .named("Charles Babbage"), .named("Mary Somerville"),
    ]
    let items: [Item] = [.book("a", people, 1843), .book("b", people, 1843)]
    let rule = """
      disambiguate-add-names="true" disambiguate-add-year-suffix="true" et-al-min="3" \
      et-al-use-first="1"
      """
    #expect(
      try style(rule).cite(items, ["a"], ["b"]) == [
        "(Lovelace et al. 1843a)", "(Lovelace et al. 1843b)",
      ])
  }

  @Test func lettersYearsInTheOrderOfTheBibliography() throws {
    var style = style(#"disambiguate-add-year-suffix="true""#)
    style.bibliography = #"<sort><key variable="title"/></sort>"# + authorYear
    let items: [Item] = [
      .book("z", [.named("Ada Lovelace")], 1843, title: "Zeros"),
      .book("a", [.named("Ada Lovelace")], 1843, title: "Ones"),
    ]
    #expect(try style.cite(items, ["z"], ["a"]) == ["(Lovelace 1843b)", "(Lovelace 1843a)"])
    #expect(try style.entries(items) == ["Lovelace 1843a", "Lovelace 1843b"])
  }

  @Test func rendersTheConditionForAmbiguousCites() throws {
    var style = SmallStyle()
    style.citation = """
      <names variable="author"><name form="short"/></names>
      <choose><if disambiguate="true"><text variable="title" prefix=", "/></if></choose>
      """
    let items: [Item] = [
      .book("a", [.named("Ada Lovelace")], title: "Notes"),
      .book("b", [.named("Ada Lovelace")], title: "Letters"),
      .book("c", [.named("Charles Babbage")], title: "Engines"),
    ]
    #expect(
      try style.cite(items, ["a"], ["b"], ["c"]) == [
        "(Lovelace, Notes)", "(Lovelace, Letters)", "(Babbage)",
      ])
    // Where letters are added nothing is left to tell apart.
    style.citationAttributes = #"disambiguate-add-year-suffix="true""#
    #expect(try style.cite(items, ["a"], ["c"]) == ["(Lovelace)", "(Babbage)"])
  }
}
