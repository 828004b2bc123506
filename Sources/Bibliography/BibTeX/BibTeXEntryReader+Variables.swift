import Reporting

/// Numbers, publishers, identifiers and notes.
extension BibTeXEntryReader {
  mutating func readNumbers(report: inout Report) {
    let pages = plainPages ?? text(.pages, report: &report)?.withPlainHyphens
    put(.page, pages?.withoutPageWord)
    put(.numberOfPages, text(.pagetotal, report: &report))
    let volume = text(.volume, report: &report)
    let part = text(.part, report: &report)
    put(.volume, volume.flatMap { volume in part.map { "\(volume).\($0)" } } ?? volume ?? part)
    put(.numberOfVolumes, text(.volumes, report: &report))
    put(.chapterNumber, text(.chapter, report: &report))
    put(.edition, text(.edition, report: &report))
    put(.version, text(.version, report: &report))
    let number = text(.number, report: &report)
    if type.hasSeriesNumber {
      put(.collectionNumber, number)
    } else if type.isArticle {
      put(.issue, Self.joined(number, text(.issue, report: &report), by: ","))
      put(.number, text(.eid, report: &report))
    } else {
      put(.number, number ?? text(.eid, report: &report))
    }
  }

  /// Page numbers without LaTeX, the hyphens between two of them made one.
  private var plainPages: String? {
    guard let value = entry[.pages] else { return nil }
    var pages: [UInt8] = []
    pages.reserveCapacity(value.bytes.count)
    for byte in source.bytes[value.bytes] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: ","):
        pages.append(byte)
      case UInt8(ascii: "-"), 0x20: if pages.last != byte { pages.append(byte) }
      default: return nil
      }
    }
    return pages.isEmpty ? nil : String(decoding: pages, as: UTF8.self)
  }

  mutating func readPublisher(report: inout Report) {
    var howPublished = text(.howpublished, report: &report)
    if let address = howPublished, entry[.url] == nil, address.hasPrefix("http"),
      !address.contains(" ")
    {
      // `howpublished = {\url{…}}`, from the days before `url`.
      item[.url] = raw(.howpublished)
      howPublished = nil
    }
    let bodies = Self.joined(
      Self.joined(
        list(.school, report: &report), list(.institution, report: &report), by: ";"),
      list(.organization, report: &report), by: ";")
    let makers = Self.joined(bodies, howPublished, by: ";")
    put(.publisher, Self.joined(makers, list(.publisher, report: &report), by: ";"))
    put(.originalPublisher, text(.origpublisher, report: &report))
    put(.eventPlace, text(.venue, report: &report))
    put(.originalPublisherPlace, list(.origlocation, report: &report))
    if item.type == .patent {
      put(.publisherPlace, list(.address, report: &report))
      put(
        .jurisdiction,
        list(.location, report: &report) { BiblatexTerm.text(for: $0) ?? $0 })
    } else {
      put(.publisherPlace, list(.address, report: &report) ?? list(.location, report: &report))
    }
  }

  /// A list of bodies or places: "A and B" is "A; B".
  private mutating func list(
    _ field: BibTeXField, report: inout Report, transform: (String) -> String = { $0 }
  ) -> String? {
    guard entry.has(field), let value = entry[field] else { return nil }
    var parts = BibTeXListParts(value)
    var next = parts.next(of: source.bytes.span)
    if next == value.bytes { return text(field, report: &report).map(transform) }
    var texts: [String] = []
    while let part = next {
      texts.append(
        transform(latex(BibTeXValue(bytes: part, place: value.place), report: &report).string))
      next = parts.next(of: source.bytes.span)
    }
    let list = texts.filter { !$0.isEmpty }.joined(separator: "; ")
    return list.isEmpty ? nil : list
  }

  mutating func readIdentifiers() {
    if let url = raw(.url) {
      item[.url] = url
    } else if item[.url] == nil {
      item[.url] = eprintAddress
    }
    put(.doi, raw(.doi).map { Self.withBraces(Self.bareDOI($0)) })
    put(.isbn, raw(.isbn))
    put(.issn, raw(.issn))
    put(.pmid, raw(.pmid) ?? (raw(.eprinttype)?.lowercased() == "pubmed" ? raw(.eprint) : nil))
    put(.pmcid, raw(.pmcid))
    put(.callNumber, raw(.library))
    put(.license, raw(.license))
  }

  /// The address of an e-print that names its archive.
  private var eprintAddress: String? {
    guard let eprint = raw(.eprint), let archive = raw(.eprinttype)?.lowercased() else {
      return nil
    }
    switch archive {
    case "arxiv": return "https://arxiv.org/abs/" + eprint
    case "jstor": return "https://www.jstor.org/stable/" + eprint
    case "pubmed": return "https://www.ncbi.nlm.nih.gov/pubmed/" + eprint
    case "googlebooks": return "https://books.google.com?id=" + eprint
    case "hdl": return "https://hdl.handle.net/" + eprint
    default: return nil
    }
  }

  /// With the braces and backslashes that no field of BibTeX can hold, and that are written by number.
  private static func withBraces(_ doi: String) -> String {
    guard doi.utf8.span.holds(UInt8(ascii: "%"), UInt8(ascii: "%")) else { return doi }
    return doi.replacing(/%(7B|7D|5C)/.ignoresCase()) { match in
      match.1.lowercased() == "7b" ? "{" : match.1.lowercased() == "7d" ? "}" : "\\"
    }
  }

  static func bareDOI(_ doi: String) -> String {
    if doi.utf8.starts(with: "10.".utf8) { return doi }
    for prefix in [
      "https://doi.org/", "http://doi.org/", "https://dx.doi.org/",
      "http://dx.doi.org/", "doi.org/", "dx.doi.org/", "doi:", "DOI:", "doi: ", "DOI: ",
    ]
    where doi.hasPrefix(prefix) {
      let bare = doi.dropFirst(prefix.count).drop { $0 == " " }
      if bare.hasPrefix("10.") { return String(bare) }
    }
    return doi
  }

  mutating func readNotes(report: inout Report) {
    put(.annote, text(.annotation, report: &report) ?? text(.annote, report: &report))
    put(.abstract, text(.abstract, report: &report))
    put(.keyword, text(.keywords, report: &report))
    let note = type.isPeriodical ? nil : text(.note, report: &report)
    put(.note, Self.joined(note, text(.addendum, report: &report), by: "."))
    if let state = text(.pubstate, report: &report) {
      item[.status] = BiblatexTerm.text(for: state) ?? state
    } else if item[.issued]?.literal == "forthcoming" {
      item[.status] = "forthcoming"
    }
  }
}
