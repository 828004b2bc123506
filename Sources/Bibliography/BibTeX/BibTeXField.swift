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
  init?(_ name: Span<UInt8>) {
    guard name.count <= 15 else { return nil }
    var hash = FieldHash()
    for index in name.indices { hash.add(name[index]) }
    guard let field = Self.byHash[hash] else { return nil }
    self = field
  }

  private static let byHash: FieldTable = {
    var table = FieldTable()
    for field in allCases { table.add(String(describing: field), field) }
    for (alias, field) in [
      ("archiveprefix", BibTeXField.eprinttype), ("primaryclass", .eprintclass),
      ("journal-title", .journaltitle), ("keyword", .keywords), ("pdf-url", .url),
    ] {
      table.add(alias, field)
    }
    return table
  }()
}

/// FNV-1a of a name in small letters; names that are none of ours meet one of 2⁶⁴ values.
private struct FieldHash: Equatable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    value = (value ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01B3
  }
}

/// Fields by the hashes of their names: each at the first free place from the one that the last bits
/// of its hash say.
private struct FieldTable {
  private var places: [(hash: FieldHash, field: BibTeXField)?] = Array(repeating: nil, count: 512)

  mutating func add(_ name: String, _ field: BibTeXField) {
    var hash = FieldHash()
    for byte in name.utf8 { hash.add(byte) }
    places[place(of: hash)] = (hash, field)
  }

  subscript(hash: FieldHash) -> BibTeXField? { places[place(of: hash)]?.field }

  /// Where a hash stands or could stand.
  private func place(of hash: FieldHash) -> Int {
    var place = Int(truncatingIfNeeded: hash.value & 511)
    while let other = places[place], other.hash != hash { place = (place + 1) & 511 }
    return place
  }
}

/// Which fields an entry has, as one bit each.
struct BibTeXFieldSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  @inline(__always)
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
