/// A field of BibTeX or biblatex that has a place in CSL, or that steers how others are read.
///
/// Fields that are not here (`file`, `mendeley-tags`, …) are passed over while scanning.
enum BibTeXField: UInt8, CaseIterable, Sendable {
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
  init?(_ name: ArraySlice<UInt8>) {
    guard name.count <= 15, let field = Self.byHash[Self.hash(name)] else { return nil }
    self = field
  }

  /// FNV-1a of the name in small letters; names that are none of ours meet one of 2⁶⁴ values.
  private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      hash = (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }
    return hash
  }

  private static let byHash: [UInt64: BibTeXField] = {
    var table: [UInt64: BibTeXField] = [:]
    for field in allCases { table[hash(String(describing: field).utf8)] = field }
    for (alias, field) in [
      ("archiveprefix", BibTeXField.eprinttype), ("primaryclass", .eprintclass),
      ("journal-title", .journaltitle), ("keyword", .keywords), ("pdf-url", .url),
    ] {
      table[hash(alias.utf8)] = field
    }
    return table
  }()
}

/// Which fields an entry has, as one bit each.
struct BibTeXFieldSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  func contains(_ field: BibTeXField) -> Bool {
    let bit = field.rawValue
    return (bit < 64 ? low >> bit : high >> (bit - 64)) & 1 == 1
  }

  mutating func insert(_ field: BibTeXField) {
    let bit = field.rawValue
    if bit < 64 { low |= 1 << bit } else { high |= 1 << (bit - 64) }
  }

  mutating func remove(_ field: BibTeXField) {
    let bit = field.rawValue
    if bit < 64 { low &= ~(1 << bit) } else { high &= ~(1 << (bit - 64)) }
  }
}
