import Reporting
import Testing

/// Mistakes in the files that describe the journal, its issues, people and pages.
@Suite struct JournalFaultTests {
  @Test(arguments: journal) func refusesInTheJournal(_ fault: Fault) async {
    await fault.check()
  }

  @Test(arguments: [
    ("email", "Put it into 'contact': {name: …, email: …}"),
    ("doi-prefix", "Put it into 'identifiers': {doi-prefix: …}"),
    ("styles", "Put it into 'citation': {style: …, styles: […], locale: …}"),
    ("mascot", "Remove the field"),
  ])
  func tellsWhereAFieldBelongs(name: String, hint: String) async {
    let report = await findings(
      in: Fault.base.merging(["journal.yml": "title: Journal\n\(name): A\n"]) { $1 })
    #expect(report.diagnostics.map(\.hint) == [hint])
  }

  static let journal: [Fault] = [
    .files(
      ["journal.yml": "1️⃣abbrev: J.\n", "issues/1/a.md": "---\ntitle: A\n---\n"],
      "journal-title-missing", "Journal has no title"),
    .files(
      ["journal.yml": "title: Journal\n1️⃣licens: CC-BY-4.0\n"], "field-unknown",
      "Field 'licens' is not known in journal.yml; did you mean 'license'?"),
    .files(
      ["journal.yml": "title: Journal\nissn: {online: 1️⃣2049-3631}\n"], "issn-check-digit",
      "ISSN '2049-3631' fails its check digit and is left out", .warning),
    .files(
      ["journal.yml": "title: Journal\nissn: {online: 1️⃣20493630}\n"], "issn-form",
      "'20493630' is no ISSN"),
    .files(
      ["journal.yml": "title: Journal\nlanguages: [en, 1️⃣english]\n"], "language-tag",
      "'english' is no language tag"),
    .files(
      ["journal.yml": "title: Journal\nlanguages: [en, 1️⃣sw]\n"], "interface-language-missing",
      "The interface does not speak 'sw'; its words are English on these pages", .warning),
    .files(
      ["journal.yml": "title: Journal\nurl: 1️⃣journal.example.org\n"], "url-form",
      "'journal.example.org' is no absolute address for 'url'"),
    .files(
      ["journal.yml": "title: Journal\npublisher: 1️⃣{country: PK}\n"], "publisher-name-missing",
      "Publisher has no name"),
    .files(
      ["journal.yml": "title: Journal\npublisher: {name: P, country: 1️⃣Pakistan}\n"],
      "country-form", "'Pakistan' is no code of a country"),
    .files(
      ["journal.yml": "title: Journal\nidentifiers: {doi-prefix: 1️⃣10.5555/}\n"],
      "doi-prefix-form", "'10.5555/' is no prefix of DOIs"),
    .files(
      ["journal.yml": "title: Journal\ntheme: {logo: 1️⃣mark.svg}\n"], "logo-missing",
      "Logo 'mark.svg' is not in the journal's folder", .warning),
    .files(
      ["journal.yml": "title: Journal\ncitation: {compat: 1️⃣ojz}\n"], "field-not-a-choice",
      "'ojz' is no value of 'compat'; did you mean 'ojs'?"),
    .files(
      ["journal.yml": "title: Journal\ndeposits:\n  crossref:\n    1️⃣depositor: J\n"],
      "deposits-incomplete", "Deposits need a depositor, an e-mail address and a registrant"),
    .files(
      ["journal.yml": "title: Journal\nredirects: [1️⃣{from: /old/}]\n"], "redirect-incomplete",
      "Redirect needs 'from' and 'to'"),
    .files(
      ["journal.yml": "title: Journal\nredirects: {1️⃣old: /new/}\n"], "redirect-form",
      "'old' is no path from the site's root"),
    .files(
      ["journal.yml": "title: Journal\nredirects: {1️⃣/?p=12: /}\n"], "redirect-form",
      "'/?p=12' is no path from the site's root"),
    .files(
      ["journal.yml": "title: Journal\nbibliography: 1️⃣works.bib\n"], "bibliography-missing",
      "Bibliography 'works.bib' is not beside journal.yml"),
    .files(
      ["issues/1/issue.yml": "date: 2024-06\ncover: 1️⃣{alt: A moon}\n"], "cover-file-missing",
      "Cover has no picture"),
  ]

  @Test func takesTheNameOfAStyleOrAThemeAlone() async {
    let report = await findings(
      in: Fault.base.merging([
        "journal.yml": "title: Journal\ncitation: apa\ntheme: lapiz\nissn: 1234-5679\n"
      ]) { $1 })
    #expect(
      report.sorted.map(\.message) == [
        "'lapiz' is no value of 'preset'; did you mean 'lapis'?",
        "'issn' takes a set of fields, not text",
      ])
    #expect(report.sorted.last?.hint == "Write 'issn: {online: …, print: …}'")
  }

  @Test func namesAFolderWithoutAJournal() async {
    let report = await findings(in: ["notes.txt": "x"])
    #expect(report.diagnostics.map(\.code) == ["journal-missing"])
    #expect(
      report.diagnostics.map(\.message) == [
        "No journal.yml in this folder or in its folder 'Content'"
      ])
  }

  @Test(arguments: issues) func refusesInAnIssue(_ fault: Fault) async {
    await fault.check()
  }

  static let issues: [Fault] = [
    .files(
      ["issues/1/issue.yml": "date: 2024-06\n1️⃣volum: 3\n"], "field-unknown",
      "Field 'volum' is not known in issue.yml; did you mean 'volume'?"),
    .files(["issues/1/issue.yml": "1️⃣volume: 3\n"], "issue-date-missing", "Issue has no date"),
    .files(
      ["issues/1/issue.yml": "1️⃣dat: 2024-06\n"], "field-unknown",
      "Field 'dat' is not known in issue.yml; did you mean 'date'?"),
    .files(
      ["issues/1/issue.yml": "year: 1️⃣2042\ndate: 2024-06\n"], "issue-year-contradicts-date",
      "Year 2042 is not the year of the date '2024-06'", .warning),
    .files(
      ["issues/1/issue.yml": "date: 2024-06\nsections: [1️⃣{}]\n"], "section-title-missing",
      "Section has no title"),
    .files(
      ["issues/1/issue.yml": "date: 2024-06\ncover: 1️⃣cover.jpg\n"], "cover-missing",
      "Cover 'cover.jpg' is not in the issue's folder", .warning),
    .files(
      [
        "issues/1/issue.yml": "date: 2024-06\norder: [1️⃣engin]\n",
        "issues/1/engine.md": "---\ntitle: E\n---\n",
      ], "order-unknown-article",
      "Issue has no article 'engin'; did you mean 'engine'?"),
    .files(
      ["issues/1/issue.yml": "date: 2024-06\norder: [a, 1️⃣a]\n"], "order-article-twice",
      "Article 'a' stands twice in the order", .warning),
    .files(
      ["issues/2/b.md": "---\ntitle: B\n---\n", "issues/2/issue.yml": "date: 1️⃣June\n"],
      "date-form", "'June' is no date of the calendar"),
  ]

  @Test func namesAnIssueFolderWithoutItsFile() async {
    let report = await findings(
      in: Fault.base.merging(["issues/2/b.md": "---\ntitle: B\n---\n"]) { $1 })
    #expect(report.diagnostics.map(\.code) == ["issue-file-missing"])
    #expect(report.diagnostics.map(\.range.path) == ["issues/2/issue.yml"])
  }

  @Test func namesFilesThatLackTheRightEnding() async {
    let issue = await findings(
      in: Fault.base.merging(["issues/2/issue.yaml": "date: 2024\n"]) { $1 })
    #expect(issue.diagnostics.map(\.code) == ["issue-file-missing"])
    #expect(issue.diagnostics.map(\.range.path) == ["issues/2/issue.yaml"])
    #expect(issue.diagnostics.map(\.hint) == ["Rename 'issue.yaml' to 'issue.yml'"])
    let journal = await findings(in: ["journal.yaml": "title: Journal\n"])
    #expect(journal.diagnostics.map(\.code) == ["journal-missing"])
    #expect(journal.diagnostics.map(\.range.path) == ["journal.yaml"])
    #expect(journal.diagnostics.map(\.hint) == ["Rename 'journal.yaml' to 'journal.yml'"])
  }

  @Test(arguments: unread) func namesWhatIsNotRead(_ fault: Fault) async {
    await fault.check()
  }

  static let unread: [Fault] = [
    .files(
      ["people.yaml": "1️⃣- family: Khan\n"], "people-ending", "'people.yaml' is not read", .warning),
    .files(
      ["issues/b.md": "1️⃣---\ntitle: E\n---\n"], "text-misplaced",
      "A text in 'issues' that is in no folder of an issue is not read", .warning),
    .files(
      ["pages/about/aims.md": "1️⃣---\ntitle: E\n---\n"], "text-misplaced",
      "A text in a folder within 'pages/' is not read", .warning),
    .files(
      ["issues/1/A.ur.pdf": "1️⃣%PDF-1.4\n"], "file-capitals",
      "'A.ur.pdf' belongs to no article; did you mean 'a.ur.pdf'?", .warning),
    .files(
      ["issues/1/a.BIB": "1️⃣@misc{x}\n"], "file-capitals",
      "'a.BIB' belongs to no article; did you mean 'a.bib'?", .warning),
    .files(
      ["Announcement/call.md": "1️⃣---\ntitle: E\n---\n"], "folder-unread",
      "Folder 'Announcement' is not read; did you mean 'announcements'?", .warning),
    .files(
      ["pages": "1️⃣"], "file-for-folder", "'pages' is a file, not a folder, and is not read",
      .warning),
    .files(
      ["Templates": "1️⃣"], "file-for-folder",
      "'Templates' is a file, not a folder, and is not read", .warning),
  ]

  @Test(arguments: names) func refusesNamesOfFiles(_ fault: Fault) async {
    await fault.check()
  }

  static let names: [Fault] = [
    .files(
      ["issues/1/my engine.md": "1️⃣---\ntitle: E\n---\n"], "file-name-form",
      "'my engine' cannot be part of an address"),
    .files(
      ["issues/1/a?b/paper.md": "1️⃣---\ntitle: E\n---\n"], "file-name-form",
      "'a?b' cannot be part of an address"),
    .files(
      ["issues/1 2/issue.yml": "1️⃣date: 2024\n"], "file-name-form",
      "'1 2' cannot be part of an address"),
    .files(
      ["pages/a&b.md": "1️⃣---\ntitle: E\n---\n"], "file-name-form",
      "'a&b' cannot be part of an address"),
    .files(
      ["issues/1/_index.md": "1️⃣---\ntitle: E\n---\n"], "file-foreign",
      "'_index.md' belongs to another program and is not read", .warning),
    .files(
      ["issues/1/b.MD": "1️⃣---\ntitle: E\n---\n"], "text-ending",
      "A text whose name does not end in '.md' is not read", .warning),
    .files(
      ["pages/aims.markdown": "1️⃣---\ntitle: E\n---\n"], "text-ending",
      "A text whose name does not end in '.md' is not read", .warning),
    .files(
      ["issues/1/authors.yml": "1️⃣ada: {name: Ada}\n"], "file-foreign",
      "'authors.yml' belongs to another program and is not read", .warning),
  ]

  @Test(arguments: peopleAndPages) func refusesInPeopleAndPages(_ fault: Fault) async {
    await fault.check()
  }

  static let peopleAndPages: [Fault] = [
    .files(
      ["people.yml": "- family: Khan\n  1️⃣roll: Editor\n"], "field-unknown",
      "Field 'roll' is not known in people.yml; did you mean 'role'?"),
    .files(
      ["people.yml": "- family: Khan\n  role: Editor\n  from: 2024\n  until: 1️⃣2020\n"],
      "person-until-before-from", "'until' (2020) lies before 'from'"),
    .files(["people.yml": "1️⃣Khan\n"], "people-form", "People are not written as a list"),
    .files(
      ["people.yml": "1️⃣Ada Khan1️⃣: Editor\nOmar: Editor\n"], "people-form",
      "People are not written as a list"),
    .files(
      ["people.yml": "1️⃣peple:\n  - family: Khan\n"], "field-unknown",
      "Field 'peple' is not known in people.yml; did you mean 'people'?"),
    .files(
      ["pages/aims.md": "---\n1️⃣menu: 1\n---\n"], "page-title-missing", "Page has no title"),
    .files(
      ["announcements/call.md": "---\n1️⃣title: Call\n---\n"], "announcement-date-missing",
      "Announcement has no date"),
  ]
}
