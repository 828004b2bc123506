import Bibliography
import JournalModel
import Reporting
import SitePipeline
import Testing

/// What names, affiliations and addresses in the fields of an article become.
@Suite struct ArticleContributorTests {
  @Test(arguments: [
    ("Ada Lovelace", PersonName(family: "Lovelace", given: "Ada")),
    ("Lovelace, Ada", PersonName(family: "Lovelace", given: "Ada")),
    ("Robbie van Leeuwen", .init(family: "Leeuwen", given: "Robbie", nonDroppingParticle: "van")),
    ("de la Cruz, Ana", .init(family: "Cruz", given: "Ana", nonDroppingParticle: "de la")),
    ("Martin Luther King Jr.", .init(family: "King", given: "Martin Luther", suffix: "Jr.")),
    ("Plato", .init(literal: "Plato")),
    ("محمد كرد علي", .init(literal: "محمد كرد علي")),
    (
      "Ludwig van Loe, Jr.",
      .init(family: "Loe", given: "Ludwig", nonDroppingParticle: "van", suffix: "Jr.")
    ),
    ("Loe, III, Jane", .init(family: "Loe", given: "Jane", suffix: "III")),
    (#"Constan\c{c}a Provid\^{e}ncia"#, .init(family: "Providência", given: "Constança")),
    (#"Ana {\"O}mer Ko{\c c}"#, .init(family: "Koç", given: "Ana Ömer")),
    ("Иванов Иван Петрович", .init(family: "Иванов", given: "Иван Петрович")),
    ("Анна Ивановна Петрович", .init(family: "Петрович", given: "Анна Ивановна")),
  ]) func readsNamesWrittenAsOneText(_ written: String, _ name: PersonName) async throws {
    #expect(
      try await readArticle("title: A\nauthor: \(written)").contributors.map(\.name) == [name])
  }

  @Test(arguments: [
    "Jane Loe$^1$", "Jane Loe$^{1,2}$", "Jane Loe[^1]", "Jane Loe,", #"Jane Loe\*"#,
    "Jane Loe^1, 2^",
    "Jane Loe, PhD", "Jane Loe, Ph.D.*",
  ]) func leavesMarksOfNotesOutOfNames(_ written: String) async throws {
    let files = Fault.base.merging([
      "issues/1/a.md": "---\ntitle: A\nauthors: [{name: '\(written)'}]\n---\nText.\n"
    ]) { $1 }
    var report = Report()
    let loaded = await load(SourceTree(files), report: &report)
    let journal = resolve(loaded, report: &report)
    #expect(report.diagnostics.map(\.code) == ["note-left-out"])
    #expect(
      journal?.article("a")?.contributors.map(\.name)
        == [PersonName(family: "Loe", given: "Jane")])
  }

  @Test func readsTeXAndMarkdownInAffiliationsAndKeywords() async throws {
    let article = try await readArticle(
      ##"""
      title: A
      author: {name: Jane Loe, affiliation: 1}
      affiliations:
        - {index: 1, name: "Universit\\`e A \\& B", city: 'Urbana--Champaign'}
      tags: ['$N$-body', 'C\#', '*it*', 'H~2~O']
      """##)
    let affiliation = article.contributors.first?.affiliations.first
    #expect(affiliation?.name[.english] == "Universitè A & B")
    #expect(affiliation?.city == "Urbana–Champaign")
    #expect(article.keywords.map(\.value) == [["N-body", "C#", "it", "H2O"]])
  }

  @Test func readsTeXAndMarkdownInAnAffiliationBesideItsAuthor() async throws {
    let article = try await readArticle(
      ##"""
      title: A
      author: {name: Jane Loe, affiliation: 'Universit\`e A \& *B* &mdash; \<i\>'}
      """##)
    #expect(
      article.contributors.map { $0.affiliations.map { $0.name[.english] } }
        == [["Universitè A & B — <i>"]])
  }

  @Test func readsTheNamePartsOfPandocAuthors() async throws {
    let article = try await readArticle(
      """
      Title: A
      Author:
        - given-names: Robbie
          non-dropping-particle: van
          surname: Leeuwen
          affiliation: 1, 2 # (both)
          corresponding: true
        - {name: {family: Poe, given: Edgar}, affiliation: 2}
        - organization: Project Jupyter
      affiliations:
        - {name: University of One, index: 1}
        - {name: University of Two, index: 2}
      """)
    #expect(
      article.contributors.map(\.name) == [
        PersonName(family: "Leeuwen", given: "Robbie", nonDroppingParticle: "van"),
        PersonName(family: "Poe", given: "Edgar"), PersonName(literal: "Project Jupyter"),
      ])
    #expect(article.contributors.map(\.isOrganization) == [false, false, true])
    #expect(article.contributors.map(\.isCorresponding) == [true, false, false])
    #expect(
      article.contributors.map { $0.affiliations.map { $0.name[.english] } }
        == [["University of One", "University of Two"], ["University of Two"], []])
  }

  @Test(arguments: [
    ("Ada Lovelace and Charles Babbage", ["Ada Lovelace", "Charles Babbage"]),
    (
      "Ada Lovelace, Charles Babbage, and Luigi Menabrea",
      ["Ada Lovelace", "Charles Babbage", "Luigi Menabrea"]
    ),
    ("Lovelace, Ada; Babbage, Charles", ["Ada Lovelace", "Charles Babbage"]),
    ("Lovelace, Ada", ["Ada Lovelace"]),
    ("Ada Lovelace & Charles Babbage", ["Ada Lovelace", "Charles Babbage"]),
    ("علی احمد، بلال اشرف", ["علی احمد", "بلال اشرف"]),
    ("علی احمد، بلال اشرف اور زینب خان", ["علی احمد", "بلال اشرف", "زینب خان"]),
    ("اشرف، بلال؛ احمد، علی", ["بلال اشرف", "علی احمد"]), ("اشرف، بلال", ["بلال اشرف"]),
    ("王小明、李 华，ジョン・スミス", ["王小明", "李华", "ジョン・スミス"]), ("王小明；李华", ["王小明", "李华"]),
    ("김철수, 이영희, 남궁 민", ["김철수", "이영희", "남궁민"]), ("박, 지성", ["박지성"]),
    ("Анна Иванова и Пётр Орлов", ["Анна Иванова", "Пётр Орлов"]),
    ("महादेवी वर्मा और नामवर सिंह", ["महादेवी वर्मा", "नामवर सिंह"]),
    ("สมชาย ใจดี, อมร สุขใจ และ คึกฤทธิ์ ปราโมช", ["สมชาย ใจดี", "อมร สุขใจ", "คึกฤทธิ์ ปราโมช"]),
  ]) func dividesAuthorsInOneText(_ written: String, _ names: [String]) async throws {
    let article = try await readArticle("title: A\nauthor: \"\(written)\"")
    #expect(article.contributors.map(\.name.readingOrder) == names)
  }

  @Test(arguments: [
    "affiliations:\n  a: One\n  b: {name: Two, country: Pakistan}",
    "affiliations:\n  - {id: a, name: One}\n  - {index: b, name: Two, country: Pakistan}",
  ]) func readsAffiliationsByTheirKeys(_ list: String) async throws {
    let article = try await readArticle(
      """
      title: A
      authors:
        - {name: Ada Lovelace, affiliation: a and b}
        - {name: Charles Babbage, affiliation: "b*"}
        - {name: Luigi Menabrea, affiliations: [a, b]}
      \(list)
      """)
    #expect(
      article.contributors.map { $0.affiliations.map { $0.name[.english] } }
        == [["One", "Two"], ["Two"], ["One", "Two"]])
  }

  @Test func readsAuthorsAsQuartoHasThem() async throws {
    let article = try await readArticle(
      """
      title: A
      author:
        - name: {given: Ada, family: Lovelace}
          orcid: 0000000218250097
          roles: [conceptualization, {software: lead}]
          affiliations:
            - {ref: one, name: One}
        - name: Charles Babbage
          affiliations:
            - ref: one
      """)
    #expect(article.authors.map(\.name.readingOrder) == ["Ada Lovelace", "Charles Babbage"])
    #expect(article.authors[0].orcid?.text == "0000-0002-1825-0097")
    #expect(
      article.authors[0].roles == [.author, .other("conceptualization"), .other("software")])
    #expect(
      article.authors.map { $0.affiliations.map { $0.name[.english] } } == [["One"], ["One"]])
  }

  @Test func publishesAnAddressOnlyWhereTheAuthorAllowsIt() async throws {
    let article = try await readArticle(
      """
      title: A
      authors:
        - {family: B, email: b@example.org}
        - {family: C, email: c@example.org, publish_email: yes}
      """)
    #expect(article.contributors.map(\.email) == [nil, "c@example.org"])
  }
}
