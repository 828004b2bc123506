import JournalModel
import Reporting

/// What registries and archives ask of deposits, records and files.
extension CheckedJournal {
  func checkCrossref(_ report: inout Report) {
    checkCrossrefJournal(&report)
    for article in resolved.articles {
      guard let doi = article.doi else {
        report.add(.doiMissing(article))
        continue
      }
      if !doi.isOfCrossref {
        report.add(.doiPrefix(doi, article))
      } else if !doi.text.utf8.allSatisfy(Self.isInDOI) {
        report.add(.doiCharacters(doi, article))
      }
      for number in article.extent?.numbers ?? [] where !number.isWithin(.number) {
        report.add(.numberLength(number, article.range))
      }
      var named: Set<String> = []
      for contributor in article.contributors {
        for (text, limit) in contributor.leftOutOfCrossref(in: article.language)
        where named.insert(text).inserted {
          report.add(.length(text, limit, article.range))
        }
      }
      if article.kind.isNotice, journal.deposits?.crossmarkPolicy == nil {
        report.add(.policyMissing(article))
      }
    }
    for issue in resolved.issues {
      for number in [issue.volume, issue.number].compactMap(\.self)
      where !number.isWithin(.number) {
        report.add(.numberLength(number, issue.range))
      }
    }
  }

  private func checkCrossrefJournal(_ report: inout Report) {
    let texts: [(String?, CrossrefLimit)] = [
      (journal.title[journal.defaultLanguage], .title), (journal.abbreviation, .abbreviation),
      (journal.deposits?.depositor, .depositor), (journal.deposits?.email, .email),
      (journal.deposits?.registrant, .registrant),
    ]
    for case (let text?, let limit) in texts where !text.isWithin(limit) {
      report.add(.length(text, limit, range))
    }
  }

  /// What Crossref allows in a suffix ("Constructing your DOIs").
  private static func isInDOI(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._;()/".utf8.contains(byte)
    }
  }

  /// The recommendations of JATS4R that a journal's metadata decide.
  func checkJATS(_ report: inout Report) {
    for article in works where article.licence == nil {
      report.add(.jatsLicence(article))
    }
  }

  func checkOAI(_ report: inout Report) {
    if journal.contact?.email == nil { report.add(.oaiContact(range)) }
  }

  func checkPreservation(_ report: inout Report) {
    let named = PreservationArchive.allCases.first { journal.archives.contains($0.rawValue) }
    if let named, let formats = journal.formats,
      !formats.contains(ExportFormat.lockss.rawValue)
    {
      report.add(.permissionMissing(named, range))
    }
  }

  /// Page numbers that two articles of an issue share.
  func checkPages(_ report: inout Report) {
    for issue in resolved.issues {
      var seen: [(pages: ClosedRange<Int>, article: Article)] = []
      for article in issue.articles.compactMap({ resolved.article($0) }) {
        guard case .pages(let range) = article.extent, let first = Int(range.first) else {
          continue
        }
        let pages = first...max(first, range.last.flatMap { Int($0) } ?? first)
        // An article may begin on the page on which another ends.
        if let other = seen.first(where: { other in
          other.pages.overlaps(pages)
            && (other.pages == pages || other.pages.clamped(to: pages).count > 1)
        }) {
          report.add(.pagesShared(range, article, other.article))
        }
        seen.append((pages, article))
      }
    }
  }
}

extension Article.Extent {
  fileprivate var numbers: [String] {
    switch self {
    case .pages(let range): [range.first] + (range.last.map { [$0] } ?? [])
    case .articleNumber(let number): [number]
    }
  }
}

extension Diagnostic {
  fileprivate static func doiMissing(_ article: Article) -> Diagnostic {
    Diagnostic(
      .warning, "crossref-doi-missing", "'\(article.slug)' has no DOI and is not deposited",
      at: article.range, hint: "Add 'doi'")
  }

  fileprivate static func doiCharacters(_ doi: DOI, _ article: Article) -> Diagnostic {
    Diagnostic(
      .error, "crossref-doi-characters", "Crossref refuses a character in '\(doi.text)'",
      at: article.range, hint: "Use letters, digits and '-._;()/' only")
  }

  fileprivate static func doiPrefix(_ doi: DOI, _ article: Article) -> Diagnostic {
    Diagnostic(
      .error, "crossref-doi-prefix",
      "'\(article.slug)' is not deposited: Crossref has no prefix such as that of '\(doi.text)'",
      at: article.range, hint: "Write the prefix that Crossref has given to the journal: 10.5555")
  }

  fileprivate static func length(
    _ text: String, _ limit: CrossrefLimit, _ range: SourceRange
  ) -> Diagnostic {
    let severity: Severity = limit.isRequired ? .error : .warning
    let lengths = limit.lengths
    return Diagnostic(
      severity, "crossref-length",
      "Crossref \(limit.isRequired ? "refuses" : "is not told") '\(text)' for its length",
      at: range, hint: "Write \(lengths.lowerBound) to \(lengths.upperBound) characters")
  }

  fileprivate static func numberLength(_ number: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "crossref-number-length", "Crossref is not told the number '\(number)'", at: range,
      hint: "Write no more than 32 characters")
  }

  fileprivate static func policyMissing(_ article: Article) -> Diagnostic {
    Diagnostic(
      .warning, "crossref-policy-missing",
      "Crossref is not told what '\(article.slug)' does to its article", at: article.range,
      hint: "Add 'crossmark-policy', the DOI of your page on corrections, to 'deposits'")
  }

  fileprivate static func jatsLicence(_ article: Article) -> Diagnostic {
    Diagnostic(
      .warning, "jats-licence-missing", "'\(article.slug)' has no licence", at: article.range,
      hint: "Add 'licence' to the article or the journal")
  }

  fileprivate static func oaiContact(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "oai-contact-missing", "The OAI file needs an e-mail address and is left out",
      at: range, hint: "Add 'email' to 'contact'")
  }

  fileprivate static func permissionMissing(
    _ archive: PreservationArchive, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "preservation-permission-missing",
      "\(archive.rawValue) is named and not permitted to collect the journal", at: range,
      hint: "Add 'lockss' to 'formats'")
  }

  fileprivate static func pagesShared(
    _ pages: PageRange, _ article: Article, _ other: Article
  ) -> Diagnostic {
    Diagnostic(
      .warning, "pages-shared", "'\(other.slug)' has some of the pages \(pages.text) too",
      at: article.range, notes: [.init("The other article", at: other.range)],
      hint: "Mend 'pages' of one of them")
  }
}
