extension InterfaceText {
  /// A text without parts; its raw value is the name by which templates ask for it.
  package enum Label: String, Sendable, CaseIterable {
    // The frame of every page.
    case skip, menu, journal, languages, policies, home, currentIssue, archive, about, search, news,
      feed
    // Parts of a page.
    case contents, onThisPage, abstract, summary, plainSummary, keywords, references, notes
    case fullText, facts, aboutArticle, history, sideOfArticle, sideOfIssue, sideOfSearch
    // Citing and files.
    case cite, howToCite, citeThisArticle, citeThisIssue, citationStyle, allStyles, backToArticle
    case referenceManager, download, readPDF, supplements, copy, copyPlain, copied
    // Facts.
    case issue, volume, number, year, pages, page, articleNumber, section, language
    case inOtherLanguages
    case published, received, accepted, updated, peerReview, funding, licence, copyright
    case publisher, issnOnline, issnPrint, founded, frequency, contact, notStated
    // People.
    case author, authors, editor, editors, translator, translators, contributors
    case correspondingAuthor, editorialBoard, formerMembers
    // Issues and neighbours.
    case theJournal, thisIssue, wholeIssue, allIssues, otherIssues, specialIssue, ahead, cover
    case earlier, later, previousArticle, nextArticle, previousIssue, nextIssue
    // Notices.
    case notice, readNotice, isRetracted, isCorrected, isOfConcern, isRemoved
    // Versions of an article.
    case versions, isOlderVersion, readCurrentVersion
    // Search and the page that is not there.
    case searchPrompt, searching, searchFailed, noResults, spellings, needsScript, browseInstead
    case found, years, sections, everyYear, everySection, moreResults
    case pageNotFound, pageNotFoundText, pageMoved, backToText, figure, table
    case equation, listing
  }

  /// A text with parts.
  package enum Phrase: Sendable, Hashable {
    /// Follows a link such as "PDF", for those who hear it alone: ": “Title”".
    case ofTitle(String)
    /// Leads to a part of the same text: "Section “Title”".
    case sectionTitled(String)
    case note(String)
    case backToNote(String)
    case backToCitation(String)
    case volume(String)
    case number(String)
    case volumeAndNumber(String, String)
    case allContents(issue: String)
    case coverOf(issue: String)
    case articlesBy(name: String)
    case articlesOn(keyword: String)
    case retractedOn(String)
    case correctedOn(String)
    case concernOn(String)
    case removedOn(String)
    case version(String)
    /// What stands before the date of a version.
    case versionDated(String)
    case replacedOn(String)
    // What a page holds, in one sentence for search engines.
    case aboutHome(journal: String)
    case aboutArticle(title: String, journal: String)
    case aboutCitation(title: String)
    case aboutIssue(issue: String, journal: String)
    case aboutArchive(journal: String)
    case aboutAuthors(journal: String)
    case aboutAuthor(name: String, journal: String)
    case aboutKeywords(journal: String)
    case aboutKeyword(keyword: String, journal: String)
    case aboutSearch(journal: String)
    case aboutNews(journal: String)
    case aboutPage(title: String, journal: String)
  }

  /// Something that is counted.
  package enum Noun: String, Sendable, CaseIterable {
    case article, issue, page, reference, style, result, otherAuthor
  }

  /// The plural categories of CLDR.
  package enum PluralForm: String, Sendable, CaseIterable {
    case zero, one, two, few, many, other
  }

  /// The figures in which numbers of the interface are written.
  package enum Digits: Sendable {
    case western
    /// ٠ to ٩, of Egypt and the Arab East.
    case arabic
    /// ۰ to ۹.
    case persian

    /// Their nought; the others follow it.
    var zero: Unicode.Scalar {
      switch self {
      case .western: "0"
      case .arabic: "٠"
      case .persian: "۰"
      }
    }
  }
}
