/// A field of BibTeX or biblatex that has a place in CSL, or that steers how others are read.
///
/// Fields that are not here (`file`, `mendeley-tags`, …) are passed over while scanning.
enum BibTeXField: String, CaseIterable, Sendable {
  case abstract, addendum, address, annotation, annote, author
  case bookauthor, booksubtitle, booktitle, booktitleaddon
  case chapter, crossref
  case date, day, director, doi
  case edition, editor, editora, editorb, editorc, editortype, editoratype, editorbtype, editorctype
  case eid, endday, endmonth, endyear, entryset, entrysubtype, eprint, eprintclass, eprinttype
  case eventdate, eventday, eventendday, eventendmonth, eventendyear, eventmonth, eventtitle
  case eventyear
  case holder, howpublished, hyphenation
  case ids, institution, isbn, issn, issue, issuesubtitle, issuetitle
  case journal, journalsubtitle, journaltitle
  case keywords
  case langid, langidopts, language, library, license, location
  case mainsubtitle, maintitle, maintitleaddon, month
  case note, number
  case options, organization, origdate, origday, origendday, origendmonth, origendyear
  case origlocation, origmonth, origpublisher, origtitle, origyear
  case pages, pagetotal, part, pmcid, pmid, publisher, pubstate
  case school, series, shortjournal, shorttitle, subtitle
  case title, titleaddon, translator, type
  case url, urlday, urlendday, urlendmonth, urlendyear, urlmonth, urlyear, urldate
  case venue, version, volume, volumes
  case xdata, year

  /// The field of a name as it stands in a file, in any case and with biblatex's aliases.
  init?(_ name: String) {
    guard let field = Self.byName[name] else { return nil }
    self = field
  }

  private static let byName: [String: BibTeXField] = {
    var table = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
    table["archiveprefix"] = .eprinttype
    table["primaryclass"] = .eprintclass
    table["journal-title"] = .journaltitle
    table["keyword"] = .keywords
    table["pdf-url"] = .url
    return table
  }()
}
