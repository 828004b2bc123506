import JournalModel
import Reporting

/// What Google Scholar's "Inclusion Guidelines for Webmasters" ask, as far as files can tell.
extension CheckedJournal {
  func checkGoogleScholar(_ report: inout Report) {
    for article in works {
      if article.authors.isEmpty { report.add(.authorMissing(article)) }
      let hasText = !article.bodies.isEmpty
      if !hasText, !article.abstracts.contains(where: { !$0.value.isSummary }) {
        report.add(.abstractMissing(article))
      }
      let pdfs = article.galleys.filter { $0.mediaType == "application/pdf" }
      if pdfs.isEmpty { report.add(.pdfMissing(article)) }
      for pdf in pdfs { check(pdf, of: article, &report) }
    }
  }

  private func check(_ pdf: Article.Galley, of article: Article, _ report: inout Report) {
    if pdf.size > 5_000_000 { report.add(.pdfTooLarge(pdf, article)) }
    guard let file = files[pdf.path] else { return }
    if !file.isPDF {
      report.add(.pdfIsNone(pdf, article))
    } else if file.hasText == false {
      report.add(.pdfWithoutText(pdf, article))
    }
  }
}

extension Diagnostic {
  fileprivate static func authorMissing(_ article: Article) -> Diagnostic {
    Diagnostic(
      .error, "scholar-author-missing", "'\(article.slug)' has no author", at: article.range,
      hint: "Add 'authors', also a body ('- organization: …'): Google Scholar lists nothing without"
    )
  }

  fileprivate static func abstractMissing(_ article: Article) -> Diagnostic {
    Diagnostic(
      .warning, "scholar-abstract-missing",
      "'\(article.slug)' has neither an abstract by its authors nor a full text",
      at: article.range, hint: "Add 'abstract': Google Scholar wants one on the page")
  }

  fileprivate static func pdfMissing(_ article: Article) -> Diagnostic {
    Diagnostic(
      .warning, "scholar-pdf-missing", "'\(article.slug)' has no PDF", at: article.range,
      hint: "Put '\(article.slug).pdf' beside the article")
  }

  fileprivate static func pdfTooLarge(_ pdf: Article.Galley, _ article: Article) -> Diagnostic {
    let tenths = (pdf.size + 99_999) / 100_000
    return Diagnostic(
      .warning, "scholar-pdf-too-large",
      "'\(pdf.fileName)' has \(tenths / 10).\(tenths % 10) MB; Google Scholar reads 5 MB",
      at: article.range, hint: "Save it with smaller images")
  }

  fileprivate static func pdfIsNone(_ pdf: Article.Galley, _ article: Article) -> Diagnostic {
    Diagnostic(
      .error, "scholar-pdf-form", "'\(pdf.fileName)' is no PDF", at: article.range,
      hint: "Export the article as PDF again")
  }

  fileprivate static func pdfWithoutText(
    _ pdf: Article.Galley, _ article: Article
  ) -> Diagnostic {
    Diagnostic(
      .warning, "scholar-pdf-without-text", "'\(pdf.fileName)' holds images and no text",
      at: article.range, hint: "Run it through text recognition")
  }
}
