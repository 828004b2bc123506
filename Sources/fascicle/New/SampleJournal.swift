import Import
/// The journal that `new journal` writes: invented, complete, and built without a finding.
struct SampleJournal {
  var title: String
  /// The day it is made, as `2025-06-30`.
  var today: String

  /// Paths below the journal's folder, with their texts.
  var files: [(path: String, text: String)] {
    [
      ("Content/journal.yml", journal),
      ("Content/people.yml", people),
      ("Content/issues/\(issue)/issue.yml", issueFile),
      ("Content/issues/\(issue)/reading-by-lamplight.md", firstArticle),
      ("Content/issues/\(issue)/reading-by-lamplight.bib", Self.bibliography),
      ("Content/issues/\(issue)/lamp.svg", Self.figure),
      ("Content/issues/\(issue)/from-the-editors.md", secondArticle),
      ("Content/announcements/\(today)-welcome.md", announcement),
      (".gitignore", "Output/\nDeposits/\nparts/\n.fascicle/\n"),
    ] + SamplePages(title: title).files.map { ("Content/pages/\($0.name).md", $0.text) }
  }

  private var year: String { String(today.prefix(4)) }
  private var issue: String { "\(year)-1" }

  private var journal: String {
    """
    # The journal. Lines that begin with # are notes to you and change nothing.
    title: \(YAMLValue.quoted(title))
    subtitle: An invented journal, to be changed into yours
    description: A small journal that shows what each file is for.

    # The address of the site, once it has one: only then can search engines be told of it.
    # url: https://journal.example.org/

    # The first is the language of the menus. A title in two languages: {en: Moon, ur: چاند}
    languages: [en]

    # Ask the ISSN centre of your country for an ISSN; leave this out until you have one.
    # issn: {online: 1234-5679}

    publisher:
      name: Society of Examples
      country: PK
    contact:
      name: The editors
    license: CC-BY-4.0
    frequency: Twice a year
    founded: \(year)

    # How articles are cited: any of the styles that 'fascicle cite --list-styles' names.
    citation:
      style: chicago-author-date

    """
  }

  private var people: String {
    """
    # The editors and the board, in the order in which the page shows them.
    - family: Sample
      given: Ada
      role: Editor
      affiliation: {name: University of Examples, country: PK}
    - family: Example
      given: Omar
      role: Member of the board
      affiliation: {name: Institute of Invented Letters, country: EG}

    """
  }

  private var issueFile: String {
    """
    volume: 1
    number: 1
    date: \(today)
    sections: [Editorial, Articles]
    # The order of the contents: the names of the files without .md
    order: [from-the-editors, reading-by-lamplight]

    """
  }

  private var firstArticle: String {
    """
    ---
    title: "Reading by Lamplight: How Long a Page Lasts"
    authors:
      - family: Sample
        given: Ada
        affiliations: [1]
      - family: Example
        given: Omar
        affiliations: [2]
    affiliations:
      - id: 1
        name: University of Examples
        country: PK
      - id: 2
        name: Institute of Invented Letters
        country: EG
    section: Articles
    abstract: >
      How much oil does a page cost? This invented article counts the lamps of an invented library and
      finds that slow readers were never poor readers. It shows headings, notes, citations, a table and
      a figure, so that you can see how each is written.
    keywords: [reading, lamps, invented libraries]
    pages: 3-9
    language: en
    ---

    ## The lamp

    A reader at night owns as much time as the lamp holds oil. Catalogues count books, and histories
    count readers [@sample2020, pp. 12-15], but nobody has counted the lamps.[^lamps] We do so here for
    one library, which we have invented for the purpose.

    [^lamps]: A footnote is written in two places: a mark in the text, and its text anywhere below.

    ![A lamp with its flame, its oil and the mark of midnight](lamp.svg "Figure 1. The lamp of the
    invented library. The line marks midnight.")

    ## The count

    The table gives a week of it. @example2019 proposes a longer one.

    | Evening | Lamps | Pages read |
    | --- | ---: | ---: |
    | Monday | 12 | 340 |
    | Wednesday | 9 | 301 |
    | Friday | 14 | 298 |

    More lamps, then, do not make more pages. What they make is company.

    ## What follows

    > Read slowly: the oil is counted already.

    The sentence stands over the door of the library, or would, had we built it.

    """
  }

  private var secondArticle: String {
    """
    ---
    title: From the Editors
    type: editorial
    authors:
      - family: Sample
        given: Ada
        affiliations: [Society of Examples]
    section: Editorial
    pages: 1-2
    language: en
    ---

    This is the first issue of \(title). Everything in it is invented, and all of it is yours to change:
    the words, the names and the order. Each article is one file in the folder of its issue, and a PDF
    of the same name beside it is published with it.

    """
  }

  private var announcement: String {
    """
    ---
    title: The first issue is being made
    date: \(today)
    ---

    An announcement is a file in the folder *announcements*. It stands on a page of its own and in the
    feed.

    """
  }

  private static let bibliography = """
    @book{sample2020,
      author    = {Sample, Ada},
      title     = {Night Readers: An Invented History},
      publisher = {Example Press},
      address   = {Exampleton},
      year      = {2020},
    }

    @article{example2019,
      author  = {Example, Omar},
      title   = {Counting What Burns},
      journal = {Journal of Invented Letters},
      volume  = {4},
      number  = {2},
      pages   = {101--118},
      year    = {2019},
    }

    """

  private static let figure = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160" role="img">
    <title>A lamp</title>
    <path d="M120 22c14 18 18 26 18 36a18 18 0 0 1-36 0c0-10 4-18 18-36z" fill="#b8860b"/>
    <path d="M84 84h72l18 58H66z" fill="none" stroke="#555" stroke-width="3"/>
    <path d="M78 112h84" stroke="#a33" stroke-width="2" stroke-dasharray="5 4"/>
    </svg>

    """
}
