/// What an entry type means in CSL.
enum BibTeXType {
  /// Nil for a type nobody knows.
  static func itemType(of entry: BibTeXEntry, subtype: String) -> ItemType? {
    switch entry.type {
    case "article", "periodical", "suppperiodical":
      switch subtype {
      case "magazine": .articleMagazine
      case "newspaper": .articleNewspaper
      default: .articleJournal
      }
    case "unpublished":
      entry.has(.eventdate) || entry.has(.eventtitle) || entry.has(.venue) ? .speech : .manuscript
    default: table[entry.type]
    }
  }

  /// The genre an entry type implies.
  static func genre(of type: String) -> String? {
    switch type {
    case "mastersthesis": BiblatexTerm.text(for: "mathesis")
    case "phdthesis": BiblatexTerm.text(for: "phdthesis")
    case "bathesis", "bachelorsthesis": BiblatexTerm.text(for: "bathesis")
    case "techreport": BiblatexTerm.text(for: "techreport")
    default: nil
    }
  }

  /// Types whose `number` counts the series, not the issue.
  static let hasSeriesNumber: Set<String> = [
    "book", "collection", "proceedings", "reference", "mvbook", "mvcollection", "mvproceedings",
    "mvreference", "bookinbook", "inbook", "incollection", "inproceedings", "inreference",
    "suppbook", "suppcollection", "conference",
  ]

  static let isArticle: Set<String> = ["article", "periodical", "suppperiodical", "review"]

  static let isChapterLike: Set<String> = [
    "inbook", "incollection", "inproceedings", "inreference", "bookinbook", "suppbook",
    "suppcollection", "conference",
  ]

  private static let table: [String: ItemType] = [
    "artwork": .graphic, "audio": .song, "bathesis": .thesis, "bachelorsthesis": .thesis,
    "book": .book, "bookinbook": .book,
    "booklet": .pamphlet, "collection": .book, "commentary": .book,
    "conference": .paperConference, "data": .dataset, "dataset": .dataset,
    "electronic": .webpage, "image": .graphic, "inbook": .chapter, "incollection": .chapter,
    "inproceedings": .paperConference, "inreference": .entryEncyclopedia,
    "jurisdiction": .legalCase, "legal": .treaty, "legislation": .legislation,
    "letter": .personalCommunication, "letters": .personalCommunication, "manual": .book,
    "mastersthesis": .thesis, "misc": .document, "movie": .motionPicture, "music": .song,
    "mvbook": .book, "mvcollection": .book, "mvproceedings": .book, "mvreference": .book,
    "newsarticle": .articleNewspaper, "online": .webpage, "patent": .patent,
    "performance": .performance, "phdthesis": .thesis, "proceedings": .book,
    "reference": .book, "report": .report, "review": .review, "software": .software,
    "softwareversion": .software, "softwaremodule": .software, "codefragment": .software,
    "standard": .standard, "suppbook": .chapter, "suppcollection": .chapter,
    "techreport": .report, "thesis": .thesis, "video": .motionPicture, "www": .webpage,
    "webpage": .webpage, "set": .document,
  ]
}
