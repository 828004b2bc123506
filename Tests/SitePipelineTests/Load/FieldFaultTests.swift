import Reporting
import Testing

/// Mistakes in the fields of an article, one by one.
@Suite struct FieldFaultTests {
  @Test(arguments: identifiers) func refusesIdentifiers(_ fault: Fault) async {
    await fault.check()
  }

  static let identifiers: [Fault] = [
    .article(
      "title: A\nauthors:\n  - family: Lovelace\n    orcid: 1️⃣0000-0002-1825-0098",
      "orcid-check-digit", "ORCID '0000-0002-1825-0098' fails its check digit"),
    .article(
      "title: A\nauthors: [{family: Lovelace, orcid: 1️⃣0000-0002-1825}]", "orcid-form",
      "'0000-0002-1825' is no ORCID"),
    .article(
      "title: A\nauthors: [{family: Lovelace, orcid: 1️⃣0000-0000-0000-0000}]",
      "orcid-placeholder", "ORCID '0000-0000-0000-0000' stands for a missing one", .warning),
    .article("title: A\ndoi: 1️⃣11.1234/abc", "doi-form", "'11.1234/abc' is no DOI"),
    .article("title: A\ndoi: 1️⃣10.1234", "doi-form", "'10.1234' is no DOI"),
    .article("title: A\n1️⃣Doi:", "field-empty", "Field 'Doi' is empty", .warning),
    .article(
      "title: A\nauthors: [{family: B, affiliation: {name: C, ror: 1️⃣05gq02988}}]", "ror-form",
      "'05gq02988' is no ROR identifier"),
    .article("title: A\nlanguage: 1️⃣english!", "language-tag", "'english!' is no language tag"),
    .article(
      "title: {en: A, 1️⃣Urdu: B}", "language-tag", "'Urdu' is no language tag"),
    .article(
      "title: A\npages: 1️⃣54-30", "page-range-reversed",
      "Page range '54-30' ends before it begins"),
    .article("title: A\npages: 1️⃣30, 32", "page-range-form", "'30, 32' is no range of pages"),
    .article(
      "title: A\npages: 1️⃣12 to 14", "page-range-form", "'12 to 14' is no range of pages"),
    .article("title: A\nlicense: 1️⃣CC-BY", "licence-unknown", "Licence 'CC-BY' is not known"),
    .article("title: A\ndate: 1️⃣2024-02-30", "date-form", "'2024-02-30' is no date of the calendar"),
    .article(
      "title: A\ndate: 1️⃣05/06/2024", "date-unclear", "'05/06/2024' is read as the year 2024",
      .warning),
    .article(
      "title: A\ndate: 1️⃣XX May 2024", "date-unclear", "'XX May 2024' is read as the year 2024",
      .warning),
    .article(
      "title: A\ndate: 1️⃣last-modified", "date-computed",
      "'last-modified' is for another program to fill in; left out", .warning),
    .article(
      "title: A\ndate: 1️⃣XXX", "date-placeholder", "'XXX' stands for a missing date", .warning),
    .article(
      "title: A\ndate: 1️⃣---", "date-placeholder", "'---' stands for a missing date", .warning),
    .article("title: A\ndate: 1️⃣soon", "date-form", "'soon' is no date of the calendar"),
    .article(
      "title: A\nauthors: [{family: Lovelace, orcid: 1️⃣n/a}]", "orcid-placeholder",
      "ORCID 'n/a' stands for a missing one", .warning),
    .article(
      "title: A\nauthors: [{family: B, email: 1️⃣b.example.org}]", "email-form",
      "'b.example.org' is no e-mail address"),
    .article(
      "title: A\nsupplements: [{title: Data, url: 1️⃣example.org/data}]", "url-form",
      "'example.org/data' is no absolute address for 'url'"),
    .article(
      "title: A\nrevision: 1️⃣two", "field-not-a-number",
      "'revision' takes a whole number, not 'two'"),
    .article(
      "title: A\nauthors: [{family: B, corresponding: 1️⃣maybe}]", "field-not-a-flag",
      "'corresponding' takes 'true' or 'false', not 'maybe'"),
    .article(
      "title: A\ntype: 1️⃣retractoin", "field-not-a-choice",
      "'retractoin' is no value of 'type'; did you mean 'retraction'?"),
  ]

  @Test func saysHowALineIsSavedThatIsReadAsAField() async {
    let report = await findings(
      in: Fault.base.merging([
        "issues/1/a.md":
          "---\ntitle: Engine\nauthor: B\nabstract: It weaves\nand more: it counts.\n---\n"
      ]) { $1 })
    #expect(report.diagnostics.map(\.message) == ["Field 'and more' is not known in an article"])
    #expect(
      report.diagnostics.map(\.hint) == [
        "Indent the line if it belongs to the text above it, or remove the field"
      ])
  }

  @Test(arguments: contents) func refusesContents(_ fault: Fault) async {
    await fault.check()
  }

  static let contents: [Fault] = [
    .article("1️⃣author: B", "article-title-missing", "Article has no title"),
    .article("1️⃣title:\nauthor: B", "article-title-missing", "Article has no title"),
    .article(
      "title: T\nauthor: B\nslug: 1️⃣../../x", "slug-form",
      "'../../x' cannot be the last part of an address"),
    .article(
      "title: T\nauthor: B\nslug: 1️⃣'.'", "slug-form",
      "'.' cannot be the last part of an address"),
    .article("1️⃣title: ' '\nauthor: B", "article-title-missing", "Article has no title"),
    .article("1️⃣title: {en: , ur: ''}\nauthor: B", "article-title-missing", "Article has no title"),
    .article(
      "1️⃣titel: A\nauthor: B", "field-unknown",
      "Field 'titel' is not known in an article; did you mean 'title'?"),
    .article(
      "title: 1️⃣Engine^[For Ada]", "note-left-out",
      "Of 'Engine^[For Ada]' only 'Engine' is read; the note is left out", .warning),
    .article(
      "title: A\nauthors: [1️⃣\"Ada Lovelace^1,2^\"]", "note-left-out",
      "Of 'Ada Lovelace^1,2^' only 'Ada Lovelace' is read; the note is left out", .warning),
    .article(
      "title: 1️⃣The \\foo{Engine}", "field-tex",
      "Unknown command '\\foo' is left out of 'The \\foo{Engine}', what follows it is kept",
      .warning),
    .article(
      "title: 1️⃣\\foo{A} \\foo{B}", "field-tex",
      "Unknown command '\\foo' is left out of '\\foo{A} \\foo{B}', what follows it is kept",
      .warning),
    .article(
      "title: 1️⃣The Qur\\'an in Print", "field-tex-doubtful",
      "'\\'a' in 'The Qur\\'an in Print' may be TeX or not; read as 'á'", .warning),
    .article(
      "title: 1️⃣\"On [Ibn]{.smallcaps} [x]{.underline} [y]{.underline}\"", "field-attributes",
      "Attributes '{.underline}' are left out of 'On [Ibn]{.smallcaps} [x]{.underline} "
        + "[y]{.underline}', the text between its brackets is kept", .warning),
    .article(
      "title: 1️⃣On [the *Engine*](https://example.org/a) and [it](b) and \\[it](#c)", "field-link",
      "Link to 'https://example.org/a' is left out of 'On [the *Engine*](https://example.org/a) "
        + "and [it](b) and \\[it](#c)', the text between its brackets is kept", .warning),
    .article(
      "title: 1️⃣Q&A; R&foo; \\&bar; &#0; &amp;", "field-character",
      "'&foo;' in 'Q&A; R&foo; \\&bar; &#0; &amp;' is no character; it is printed as it stands",
      .warning),
    .article(
      "title: A\nbibliography: 1️⃣references.bib", "bibliography-elsewhere",
      "Bibliography 'references.bib' is not there; 'issues/1/a.bib' is read instead", .warning,
      with: ["issues/1/a.bib": "@misc{x, title = {X}}"]),
    .article(
      "title: A\n1️⃣titel: B", "field-unknown",
      "Field 'titel' is not known in an article; did you mean 'title'?", .warning),
    .article(
      "title: A\n1️⃣output: pdf", "field-unknown", "Field 'output' is not known in an article",
      .warning),
    .article(
      "title: A\nauthors:\n  - 1️⃣orcid: 0000-0002-1825-0097", "contributor-name-missing",
      "Contributor has no name"),
    .article(
      "title: A\nauthors:\n  - 1️⃣famly: B", "field-unknown",
      "Field 'famly' is not known in a contributor; did you mean 'family'?"),
    .article(
      "title: A\nauthors:\n  - family: B\n    1️⃣famly: C", "field-unknown",
      "Field 'famly' is not known in a contributor; did you mean 'family'?", .warning),
    .article(
      "title: A\nauthors: [{literal: B, names: 1️⃣C}]", "alternate-names-language",
      "Names in other scripts need their languages"),
    .article(
      "title: A\naffiliations:\n  - 1️⃣country: Pakistan", "affiliation-name-missing",
      "Affiliation has no name"),
    .article(
      "title: A\npages: 1-2\narticle-number: 1️⃣e12", "pages-and-article-number",
      "Article has both pages and an article number"),
    .article(
      "title: A\nfunding: [1️⃣{ror: 05gq02987}]", "funder-missing", "Funding names no funder"),
    .article(
      "title: A\naffiliations:\n  - 1️⃣nmae: Example University", "field-unknown",
      "Field 'nmae' is not known in an affiliation; did you mean 'name'?"),
    .article(
      "title: A\nstatements: {1️⃣etics: Approved}", "statement-unknown",
      "'etics' is no subject of a statement; did you mean 'ethics'?", .warning),
    .article(
      "title: A\nsupplements: [1️⃣{title: Data}]", "supplement-without-target",
      "Supplement names neither a file nor an address"),
    .article(
      "title: A\nsupplements: [1️⃣data.csv]", "supplement-missing",
      "Supplement 'data.csv' is not beside the article", .warning),
    .article(
      "title: A\nsupplements: [1️⃣../../../secret]", "supplement-missing",
      "Supplement '../../../secret' is not beside the article", .warning),
    .files(
      ["issues/1/a.md": "---\n1️⃣title: A\nlanguage: en # by no author\n---\n"],
      "article-author-missing", "Article names no author", .warning),
    .article(
      "title: A\n1️⃣authors:", "field-empty", "Field 'authors' is empty", .warning),
    .article(
      "title: A\npdf: 1️⃣engine.pdf", "galley-missing",
      "'engine.pdf' is no file of the article to download", .warning),
    .article(
      "title: A\npdf: 1️⃣https://example.org/a.pdf", "galley-missing",
      "'https://example.org/a.pdf' is no file of the article to download", .warning),
    .article(
      "title: A\nbibliography: 1️⃣refs.bib", "bibliography-missing",
      "Bibliography 'refs.bib' is not beside the article"),
    .article(
      "title: A\nbibliography: 1️⃣../lib/a.json", "bibliography-elsewhere",
      "Bibliography '../lib/a.json' is not there; 'issues/1/a.json' is read instead", .warning,
      with: ["issues/1/a.json": "[]"]),
    .article(
      "title: A\nbibliography: refs.enl", "bibliography-unknown-format",
      "'issues/1/refs.enl' is no bibliography in a known format", with: ["issues/1/refs.enl": "1️⃣"]),
  ]
}
