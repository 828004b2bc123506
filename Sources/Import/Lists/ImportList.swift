// Reads a list of articles of one journal, from Crossref or a bibliography, and gives the files of a
// content folder: `journal.yml`, an `issue.yml` for each volume and number, a Markdown file for each
// article. Such a list has no texts; it brings back the record of a journal whose site is gone.

import Bibliography
import JournalModel
package import Reporting

/// The content that a bibliography holds (BibTeX, RIS, CSL-JSON or EndNote XML).
package func contentFiles(
  fromList bytes: [UInt8], path: String, title: String?, present: PresentContent,
  report: inout Report
) -> [ContentFile] {
  let start = SourceRange(startOf: path)
  var journal = ListedJournal()
  var found = Report()
  // Without a language, so that BibTeX's titles keep their capitals.
  let items = Item.read(bytes, path: path, language: "", report: &found)
  // Nobody cites a list of articles by its keys.
  for diagnostic in found.diagnostics where diagnostic.code != "reference-missing-key" {
    report.add(diagnostic)
  }
  for item in items {
    guard let article = ListedArticle(item, at: item.range ?? start, report: &report) else {
      continue
    }
    journal.articles.append(article)
    journal.title = journal.title ?? item[.containerTitle]
    journal.publisher = journal.publisher ?? item[.publisher]
    if let issn = item[.issn] { journal.issns.append(("online", issn)) }
  }
  var content = ListedContent(journal, present: present)
  return content.contentFiles(title: title, at: start, report: &report)
}

/// The content that an answer of Crossref's REST interface holds: one work, or a list of them.
package func contentFiles(
  fromCrossref bytes: [UInt8], path: String, title: String?, present: PresentContent,
  report: inout Report
) -> [ContentFile] {
  guard let root = FieldNode(json: bytes, path: path, report: &report) else { return [] }
  let message = root["message"] ?? root
  let works = message["items"]?.elements ?? message.elements ?? [message]
  var journal = ListedJournal()
  for work in works {
    let work = CrossrefWork(work, path: path)
    guard let article = work.article(report: &report) else { continue }
    journal.articles.append(article)
    journal.title = journal.title ?? work.journalTitle
    journal.publisher = journal.publisher ?? work.publisher
    journal.issns += work.issns
  }
  var content = ListedContent(journal, present: present)
  return content.contentFiles(title: title, at: SourceRange(startOf: path), report: &report)
}

extension ListedArticle {
  /// Nil, with a report, for what has no title or is no article.
  fileprivate init?(_ item: Item, at range: SourceRange, report: inout Report) {
    guard let title = item[.title]?.nilWhenEmpty else {
      report.add(.listItemUntitled(item.id, at: range))
      return nil
    }
    self.init(title: MarkdownText.title(title), range: range)
    kind = [.reviewBook, .review].contains(item.type) ? .bookReview : nil
    language = checkedLanguage(item[.language], at: range, report: &report)
    authors =
      item[.author].map { Author(name: $0) }
      + item[.translator].map { Author(name: $0, role: "translator") }
    abstract = item[.abstract].map { markdown(fromHTML: $0) }
    keywords = (item[.keyword] ?? "").split { ",;".contains($0) }.compactMap {
      String($0).trimmed.nilWhenEmpty
    }
    volume = item[.volume]
    number = item[.issue]
    if let issued = item[.issued] {
      date = issued.start.flatMap { CalendarDate(year: $0.year, month: $0.month, day: $0.day) }
      if date == nil {
        report.add(.factMalformed("date", issued.literal ?? issued.edtf, at: range))
      }
    }
    pages = item[.page]
    articleNumber = pages == nil ? item[.number] : nil
    doi = item[.doi]
    address = item[.url].flatMap { $0.contains("doi.org/") ? nil : $0 }
  }
}

extension Diagnostic {
  fileprivate static func listItemUntitled(_ id: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "list-item-untitled", "Entry '\(id)' has no title and is left out", at: range,
      hint: "Give it a title and import the list again")
  }
}
