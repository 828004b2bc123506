import JournalModel
import Reporting

/// The basic criteria of the Directory of Open Access Journals and the Principles of Transparency
/// (COPE, DOAJ, OASPA, WAME; version 4): the facts and the pages that a journal must have.
extension CheckedJournal {
  func checkDOAJ(_ report: inout Report) {
    checkFacts(&report)
    let slugs = Set(resolved.pages.map(\.slug))
    for page in TransparencyPage.all where slugs.isDisjoint(with: page.slugs) {
      if page.slugs.contains("editorial-board"), !journal.people.isEmpty { continue }
      report.add(.pageMissing(page, range))
    }
    for member in journal.people where member.until == nil && member.person.affiliations.isEmpty {
      report.add(.boardAffiliation(member.person.name.spoken, range))
    }
    for article in works {
      if article.authors.isEmpty { report.add(.doajAuthorMissing(article)) }
      if article.licence == nil { report.add(.articleLicence(article)) }
      for entry in article.keywords where entry.value.count > 6 {
        report.add(.keywordCount(entry.value.count, article))
      }
    }
  }

  private func checkFacts(_ report: inout Report) {
    if journal.publisher == nil {
      report.add(.factMissing("publisher", "publisher: {name: …, country: …}", range))
    } else if journal.publisher?.country == nil {
      report.add(
        .factMissing("country of the publisher", "publisher: {name: …, country: …}", range))
    }
    if journal.contact?.name == nil || journal.contact?.email == nil {
      report.add(
        .factMissing(
          "named contact with an e-mail address", "contact: {name: …, email: …}", range))
    }
    if journal.licence == nil {
      report.add(.factMissing("licence", "license: CC-BY-4.0", range))
    }
    guard let url = journal.url else {
      report.add(.factMissing("address", "url: https://…", range))
      return
    }
    if !url.hasPrefix("https://") { report.add(.addressInsecure(url, range)) }
  }
}

/// A page that a journal must have, by the names that its file may bear.
struct TransparencyPage {
  /// The name we suggest comes first.
  let slugs: [String]
  let content: String
  /// Whether it is asked of every journal, or a line somewhere is enough.
  let isRequired: Bool

  static let all: [TransparencyPage] = [
    page("that everyone may read and use the articles at once", "open-access"),
    page("what the journal is about and how often it appears", "aims-and-scope", "about", "scope"),
    page("who edits it, with affiliations", "editorial-board", "board", "editors", "masthead"),
    page(
      "how to submit", "instructions-for-authors", "author-guidelines", "for-authors",
      "submissions"),
    page("how articles are reviewed", "peer-review", "review", "review-process"),
    page("under which licence articles appear", "licensing", "licence", "license"),
    page("who holds the copyright", "copyright"),
    page("what authors pay, also when that is nothing", "fees", "charges", "apc"),
    page("who publishes it and how to reach somebody", "publisher", "contact"),
    page("what happens in cases of misconduct and error", "ethics", "publication-ethics"),
    page("where articles are archived", "archiving", "preservation"),
    page("who owns the journal", "ownership", isRequired: false),
    page("how it is paid for", "revenue", "funding", isRequired: false),
    page("whether it carries advertising", "advertising", isRequired: false),
    page("whether it writes to people unasked", "direct-marketing", isRequired: false),
  ]

  private static func page(
    _ content: String, _ slugs: String..., isRequired: Bool = true
  ) -> TransparencyPage {
    TransparencyPage(slugs: slugs, content: content, isRequired: isRequired)
  }
}

extension Diagnostic {
  fileprivate static func pageMissing(
    _ page: TransparencyPage, _ range: SourceRange
  ) -> Diagnostic {
    let severity: Severity = page.isRequired ? .error : .warning
    return Diagnostic(
      severity, "doaj-page-missing", "No page '\(page.slugs[0])' says \(page.content)", at: range,
      hint: "Write 'pages/\(page.slugs[0]).md'")
  }

  fileprivate static func factMissing(
    _ fact: String, _ line: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "doaj-fact-missing", "The journal has no \(fact)", at: range,
      hint: "Write '\(line)' in 'journal.yml'")
  }

  fileprivate static func addressInsecure(_ url: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "doaj-address-insecure", "'\(url)' is not encrypted", at: range,
      hint: "Serve the site by 'https' and say so in 'url'")
  }

  fileprivate static func boardAffiliation(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "doaj-board-affiliation", "'\(name)' of the board has no affiliation", at: range,
      hint: "Add 'affiliations' in 'people.yml'")
  }

  fileprivate static func doajAuthorMissing(_ article: Article) -> Diagnostic {
    Diagnostic(
      .error, "doaj-author-missing",
      "'\(article.slug)' has no author and is left out of the records",
      at: article.range, hint: "Add 'authors'")
  }

  fileprivate static func articleLicence(_ article: Article) -> Diagnostic {
    Diagnostic(
      .error, "doaj-article-licence", "'\(article.slug)' shows no licence", at: article.range,
      hint: "Add 'licence' to the article or the journal")
  }

  fileprivate static func keywordCount(_ count: Int, _ article: Article) -> Diagnostic {
    Diagnostic(
      .warning, "doaj-keyword-count", "DOAJ takes six of the \(count) keywords",
      at: article.range, hint: "Put the most important first")
  }
}
