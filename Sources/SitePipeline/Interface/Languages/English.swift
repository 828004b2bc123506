import JournalModel

/// English, with British spelling.
struct English: InterfaceLanguage {
  let decimalMark = "."
  let months: [12 of String] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  func date(day: Int, month: String, year: String) -> String { "\(day) \(month) \(year)" }

  func listConjunction(before last: String, count: Int) -> String { " and " }

  func label(_ label: InterfaceText.Label) -> String {
    switch label {
    case .skip: "Skip to the text"
    case .menu: "Menu"
    case .journal: "Journal"
    case .languages: "Languages"
    case .policies: "Policies"
    case .home: "Home"
    case .currentIssue: "Current issue"
    case .archive: "Archive"
    case .about: "About"
    case .search: "Search"
    case .news: "News"
    case .feed: "Feed"
    case .contents: "Contents"
    case .onThisPage: "On this page"
    case .abstract: "Abstract"
    case .summary: "Summary"
    case .plainSummary: "Plain-language summary"
    case .keywords: "Keywords"
    case .references: "References"
    case .notes: "Notes"
    case .fullText: "Full text"
    case .facts: "Facts"
    case .aboutArticle: "About this article"
    case .history: "History"
    case .sideOfArticle: "Citation and facts"
    case .sideOfIssue: "About the issue"
    case .sideOfSearch: "Other ways to find an article"
    case .cite: "Cite"
    case .howToCite: "How to cite"
    case .citeThisArticle: "Cite this article"
    case .citeThisIssue: "Cite this issue"
    case .citationStyle: "Citation style"
    case .allStyles: "All styles on one page"
    case .backToArticle: "Back to the article"
    case .referenceManager: "For a reference manager"
    case .download: "Download"
    case .readPDF: "Read the PDF"
    case .supplements: "Supplementary files"
    case .copy: "Copy"
    case .copyPlain: "Copy as plain text"
    case .copied: "Copied"
    case .issue: "Issue"
    case .volume: "Volume"
    case .number: "Number"
    case .year: "Year"
    case .pages: "Pages"
    case .page: "Page"
    case .articleNumber: "Article number"
    case .section: "Section"
    case .language: "Language"
    case .inOtherLanguages: "In other languages"
    case .published: "Published"
    case .received: "Received"
    case .accepted: "Accepted"
    case .updated: "Updated"
    case .peerReview: "Peer review"
    case .funding: "Funding"
    case .licence: "Licence"
    case .copyright: "Copyright"
    case .publisher: "Publisher"
    case .issnOnline: "ISSN (online)"
    case .issnPrint: "ISSN (print)"
    case .founded: "Founded"
    case .frequency: "Frequency"
    case .contact: "Contact"
    case .notStated: "not stated"
    case .author: "Author"
    case .authors: "Authors"
    case .editor: "Editor"
    case .editors: "Editors"
    case .translator: "Translator"
    case .translators: "Translators"
    case .contributors: "Contributors"
    case .correspondingAuthor: "Corresponding author"
    case .editorialBoard: "Editorial board"
    case .formerMembers: "Former members"
    case .theJournal: "The journal"
    case .thisIssue: "This issue"
    case .wholeIssue: "Whole issue"
    case .allIssues: "All issues"
    case .otherIssues: "Other issues"
    case .specialIssue: "Special issue"
    case .ahead: "Published ahead of its issue"
    case .cover: "Cover"
    case .earlier: "earlier"
    case .later: "later"
    case .previousArticle: "Previous article"
    case .nextArticle: "Next article"
    case .previousIssue: "Previous issue"
    case .nextIssue: "Next issue"
    case .notice: "Notice"
    case .readNotice: "Read the notice"
    case .isRetracted: "This article has been retracted"
    case .isCorrected: "This article has been corrected"
    case .isOfConcern: "The editors have expressed concern about this article"
    case .isRemoved: "This article has been removed"
    case .versions: "Versions"
    case .isOlderVersion: "This is an older version"
    case .readCurrentVersion: "Read the current version"
    case .searchPrompt: "Words, names, or a DOI"
    case .searching: "Searching"
    case .searchFailed: "The search index could not be loaded"
    case .noResults: "Nothing found"
    case .spellings:
      "Arabic and Urdu spellings of a letter count as one; accents and vowel signs are ignored."
    case .needsScript: "Search needs a script in your browser. These pages do not."
    case .browseInstead: "Browse instead"
    case .found: "Found"
    case .years: "Years"
    case .sections: "Sections"
    case .everyYear: "Every year"
    case .everySection: "Every section"
    case .moreResults: "Show more"
    case .pageMoved: "This page has moved"
    case .pageNotFound: "No such page"
    case .pageNotFoundText:
      """
      The address is wrong, or the page has moved. Articles keep their address for good, so the one \
      you want is probably near.
      """
    case .backToText: "Back to the text"
    case .figure: "Figure"
    case .table: "Table"
    case .equation: "Equation"
    case .listing: "Listing"
    }
  }

  func phrase(_ phrase: InterfaceText.Phrase) -> String {
    switch phrase {
    case .ofTitle(let title): ": “\(title)”"
    case .sectionTitled(let title): "Section “\(title)”"
    case .note(let number): "Note \(number)"
    case .backToNote(let number): "Back to note \(number) in the text"
    case .backToCitation(let number): "Back to citation \(number) in the text"
    case .volume(let volume): "Volume\u{A0}\(volume)"
    case .number(let number): "Number\u{A0}\(number)"
    case .volumeAndNumber(let volume, let number): "Volume\u{A0}\(volume), number\u{A0}\(number)"
    case .allContents(let issue): "All contents of \(issue)"
    case .coverOf(let issue): "Cover of \(issue)"
    case .articlesBy(let name): "Articles by \(name)"
    case .articlesOn(let keyword): "Articles on “\(keyword)”"
    case .retractedOn(let date): "Retracted on \(date)."
    case .correctedOn(let date): "Corrected on \(date)."
    case .concernOn(let date): "Expression of concern on \(date)."
    case .removedOn(let date): "Removed on \(date)."
    case .version(let number): "Version \(number)"
    case .versionDated(let number): "Version \(number):"
    case .replacedOn(let date): "A newer version was published on \(date)."
    case .aboutHome(let journal): "\(journal): the current issue, the archive, and how to publish."
    case .aboutArticle(let title, let journal):
      "Abstract, references and citation of “\(title)” in \(journal)."
    case .aboutCitation(let title): "“\(title)” in all citation styles and file formats."
    case .aboutIssue(let issue, let journal): "Contents of \(issue) of \(journal)."
    case .aboutArchive(let journal): "All issues of \(journal), newest first."
    case .aboutAuthors(let journal): "All authors of \(journal)."
    case .aboutAuthor(let name, let journal): "Articles by \(name) in \(journal)."
    case .aboutKeywords(let journal): "All keywords of \(journal)."
    case .aboutKeyword(let keyword, let journal): "Articles on “\(keyword)” in \(journal)."
    case .aboutSearch(let journal): "Search titles, names, keywords and texts of \(journal)."
    case .aboutNews(let journal): "News of \(journal)."
    case .aboutPage(let title, let journal): "\(title): \(journal)."
    }
  }

  func noun(_ noun: InterfaceText.Noun, _ form: InterfaceText.PluralForm) -> String {
    switch noun {
    case .article: form == .one ? "# article" : "# articles"
    case .issue: form == .one ? "# issue" : "# issues"
    case .page: form == .one ? "# page" : "# pages"
    case .reference: form == .one ? "# reference" : "# references"
    case .style: form == .one ? "# style" : "# styles"
    case .result: form == .one ? "# article found" : "# articles found"
    case .otherAuthor: form == .one ? "# other" : "# others"
    }
  }

  func kind(_ kind: Article.Kind) -> String {
    switch kind {
    case .researchArticle: "Research article"
    case .reviewArticle: "Review article"
    case .editorial: "Editorial"
    case .bookReview: "Book review"
    case .essay: "Essay"
    case .interview: "Interview"
    case .letter: "Letter"
    case .translation: "Translation"
    case .other: "Other"
    case .retraction: "Retraction"
    case .correction: "Correction"
    case .expressionOfConcern: "Expression of concern"
    case .removal: "Removal"
    }
  }

  func subject(_ subject: Article.Statement.Subject) -> String {
    switch subject {
    case .data: "Data availability"
    case .code: "Code availability"
    case .interests: "Competing interests"
    case .ethics: "Ethics"
    case .funding: "Funding"
    case .acknowledgements: "Acknowledgements"
    case .contributions: "Author contributions"
    case .ai: "Use of artificial intelligence"
    }
  }

  func name(ofLanguage code: String) -> String? {
    switch code {
    case "ar": "Arabic"
    case "de": "German"
    case "en": "English"
    case "es": "Spanish"
    case "fa": "Persian"
    case "fr": "French"
    case "hi": "Hindi"
    case "it": "Italian"
    case "pa": "Punjabi"
    case "ps": "Pashto"
    case "pt": "Portuguese"
    case "ru": "Russian"
    case "sd": "Sindhi"
    case "tr": "Turkish"
    case "ur": "Urdu"
    case "zh": "Chinese"
    default: nil
    }
  }
}
