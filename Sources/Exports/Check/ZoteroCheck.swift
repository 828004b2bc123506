import Bibliography
import JournalModel
import Reporting

/// What Zotero's translators do to names and keywords that hold its separators.
extension CheckedJournal {
  func checkZotero(_ report: inout Report) {
    for article in resolved.articles {
      for author in article.authors {
        let name = author.name
        if !author.isOrganization, name.literal.contains(where: { ",،;؛".contains($0) }) {
          report.add(.authorSeparator(name.literal, article))
        }
        let letters = name.surname.filter(\.isLetter)
        if letters.count > 3, letters.allSatisfy(\.isUppercase) {
          report.add(.authorCapitals(name.surname, article))
        }
      }
      for keyword in article.keywords.flatMap(\.value) where keyword.contains(";") {
        report.add(.keywordSeparator(keyword, article))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func authorSeparator(_ name: String, _ article: Article) -> Diagnostic {
    Diagnostic(
      .warning, "zotero-author-separator", "Zotero divides the name '\(name)' at its separator",
      at: article.range, hint: "Give one author for each person, with 'family' and 'given'")
  }

  fileprivate static func authorCapitals(_ name: String, _ article: Article) -> Diagnostic {
    Diagnostic(
      .warning, "zotero-author-capitals", "Zotero changes the capitals of '\(name)'",
      at: article.range, hint: "Write the name as it is written in running text")
  }

  fileprivate static func keywordSeparator(_ keyword: String, _ article: Article) -> Diagnostic {
    Diagnostic(
      .warning, "zotero-keyword-separator", "Zotero divides the keyword '\(keyword)'",
      at: article.range, hint: "Make it several keywords")
  }
}
