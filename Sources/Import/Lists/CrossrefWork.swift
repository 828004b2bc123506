import Bibliography
import JournalModel
import Reporting

/// A work as Crossref's REST interface describes it.
struct CrossrefWork {
  private let work: FieldNode
  private let range: SourceRange

  init(_ work: FieldNode, path: String) {
    self.work = work
    range = SourceRange(path: path, bytes: work.bytes.lowerBound..<work.bytes.lowerBound)
  }

  var journalTitle: String? { first("container-title") }
  var publisher: String? { text("publisher") }
  var issns: [(kind: String, issn: String)] {
    guard let typed = work["issn-type"]?.elements else {
      return work["ISSN"]?.elements?.compactMap(\.scalar).map { ("online", $0) } ?? []
    }
    return typed.compactMap { node in
      node["value"]?.scalar.map { (node["type"]?.scalar == "print" ? "print" : "online", $0) }
    }
  }

  /// Nil, with a report, for what is no article of a journal.
  func article(report: inout Report) -> ListedArticle? {
    if let type = text("type"), type != "journal-article" {
      report.add(.crossrefTypeOther(type, at: range))
      return nil
    }
    guard let title = first("title") else {
      report.add(.crossrefTitleMissing(text("DOI") ?? "", at: range))
      return nil
    }
    var article = ListedArticle(title: MarkdownText.title(title), range: range)
    article.subtitle = first("subtitle").map(MarkdownText.title)
    article.language = checkedLanguage(text("language"), at: range, report: &report)
    article.authors = authors("author", role: nil) + authors("translator", role: "translator")
    article.abstract = text("abstract").flatMap(Self.abstract)
    article.keywords = work["subject"]?.elements?.compactMap(\.scalar) ?? []
    article.volume = text("volume")
    article.number = text("issue")
    let dates = ["published-online", "published", "issued", "published-print"]
    article.date = dates.lazy.compactMap { self.date($0) }.first
    if article.date == nil, let given = dates.lazy.compactMap({ self.dateText($0) }).first {
      report.add(.factMalformed("date", given, at: range))
    }
    article.pages = text("page")
    article.articleNumber = article.pages == nil ? text("article-number") : nil
    article.doi = text("DOI")
    let licences = work["license"]?.elements ?? []
    article.licence =
      (licences.first { $0["content-version"]?.scalar == "vor" } ?? licences.first)?["URL"]?.scalar
    article.funders = (work["funder"]?.elements ?? []).compactMap { funder in
      funder["name"]?.scalar.map {
        .init(
          name: $0, doi: funder["DOI"]?.scalar,
          awards: funder["award"]?.elements?.compactMap(\.scalar) ?? [])
      }
    }
    article.address = work["resource"]?["primary"]?["URL"]?.scalar
    readReferences(into: &article)
    readUpdates(into: &article)
    return article
  }

  private func text(_ name: String) -> String? { work[name]?.scalar?.trimmed.nilWhenEmpty }

  /// The first of a list of texts.
  private func first(_ name: String) -> String? {
    (work[name]?.elements?.first?.scalar ?? work[name]?.scalar)?.trimmed.nilWhenEmpty
  }

  private func date(_ name: String) -> CalendarDate? {
    let parts = work[name]?["date-parts"]?.elements?.first?.elements?.map(\.integer) ?? []
    guard let year = parts.first ?? nil else { return nil }
    let month = parts.count > 1 ? parts[1] : nil
    return CalendarDate(
      year: year, month: month, day: month == nil || parts.count < 3 ? nil : parts[2])
  }

  /// A date as it is given; nil where none is, which Crossref says by null.
  private func dateText(_ name: String) -> String? {
    let parts = work[name]?["date-parts"]?.elements?.first?.elements ?? []
    return parts.compactMap(\.scalar).joined(separator: "-").nilWhenEmpty
  }

  private func authors(_ name: String, role: String?) -> [ListedArticle.Author] {
    (work[name]?.elements ?? []).compactMap { node in
      let family = node["family"]?.scalar?.trimmed.nilWhenEmpty
      let given = node["given"]?.scalar?.trimmed.nilWhenEmpty
      let body = node["name"]?.scalar?.trimmed.nilWhenEmpty
      let name: PersonName
      if let family, let given {
        name = PersonName(family: family, given: given, suffix: node["suffix"]?.scalar ?? "")
      } else if let single = body ?? family ?? given {
        name = PersonName(literal: single)
      } else {
        return nil
      }
      return ListedArticle.Author(
        name: name, isOrganization: body != nil, orcid: node["ORCID"]?.scalar,
        affiliations: (node["affiliation"]?.elements ?? []).compactMap(Self.affiliation),
        role: role)
    }
  }

  private static func affiliation(_ node: FieldNode) -> (name: String, ror: String?)? {
    guard let name = node["name"]?.scalar?.trimmed.nilWhenEmpty else { return nil }
    let ror = node["id"]?.elements?.first { $0["id-type"]?.scalar == "ROR" }?["id"]?.scalar
    return (name, ror)
  }

  /// An abstract is a piece of JATS in a text.
  private static func abstract(_ text: String) -> String? {
    var report = Report()
    let element = MarkupElement(
      xml: Array("<abstract>\(text)</abstract>".utf8), path: "abstract", report: &report)
    guard let element, !element.elements.isEmpty else {
      return markdown(fromHTML: text).nilWhenEmpty
    }
    return JATSFront.abstract(element).nilWhenEmpty
  }

  /// References as text where all are, else with their parts.
  private func readReferences(into article: inout ListedArticle) {
    let nodes = work["reference"]?.elements ?? []
    let texts = nodes.compactMap { $0["unstructured"]?.scalar?.trimmed.nilWhenEmpty }
    if texts.count == nodes.count {
      article.writtenReferences = texts
    } else {
      article.references = nodes.enumerated().compactMap { Self.reference($1, number: $0 + 1) }
    }
  }

  private static func reference(_ node: FieldNode, number: Int) -> Item? {
    func text(_ name: String) -> String? { node[name]?.scalar?.trimmed.nilWhenEmpty }
    let part = text("article-title")
    let whole = text("journal-title") ?? text("volume-title") ?? text("series-title")
    let key = "ref\(number)"
    guard let title = part ?? whole else {
      let title = text("unstructured") ?? text("DOI")
      return title.map {
        Item(
          id: key, type: .document,
          text: text("DOI") == nil ? [.title: $0] : [.title: $0, .doi: text("DOI") ?? ""])
      }
    }
    let isInJournal = text("journal-title") != nil
    var item = Item(
      id: key, type: isInJournal ? .articleJournal : part == nil ? .book : .chapter)
    item[.title] = title
    if part != nil { item[.containerTitle] = whole }
    item[.volume] = text("volume")
    item[.issue] = text("issue")
    item[.page] = text("first-page")
    item[.edition] = text("edition")
    item[.doi] = text("DOI")
    if let author = text("author") { item[.author] = [PersonName(literal: author)] }
    if let year = text("year") {
      item[.issued] =
        Int(year.prefix { $0.isNumber }).map { ItemDate(PartialDate(year: $0)) }
        ?? ItemDate(literal: year)
    }
    return item
  }

  /// What the article corrects or takes back (`update-to`).
  private func readUpdates(into article: inout ListedArticle) {
    let updates = work["update-to"]?.elements ?? []
    article.about = updates.compactMap { $0["DOI"]?.scalar }
    switch updates.lazy.compactMap({ $0["type"]?.scalar }).first {
    case "retraction", "partial_retraction": article.kind = .retraction
    case "correction", "corrigendum", "erratum", "addendum", "clarification":
      article.kind = .correction
    case "expression_of_concern": article.kind = .expressionOfConcern
    case "removal", "withdrawal": article.kind = .removal
    default: article.about = []
    }
  }
}

extension Diagnostic {
  fileprivate static func crossrefTypeOther(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "crossref-type-other", "Work of the type '\(type)' is left out", at: range,
      hint: "Ask Crossref for works of the type journal-article")
  }

  fileprivate static func crossrefTitleMissing(_ doi: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "crossref-title-missing", "Work '\(doi)' has no title and is left out", at: range,
      hint: "Write the article by hand, or deposit its title at Crossref")
  }
}
