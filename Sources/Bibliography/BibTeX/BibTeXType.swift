/// What an entry type means in CSL.
struct BibTeXType {
  /// Nil for a type nobody knows.
  private var item: ItemType?
  /// What the type says of its genre, as a key of biblatex.
  private var genreKey: String?
  /// Whether `number` counts the series, not the issue.
  private(set) var hasSeriesNumber = false
  private(set) var isArticle = false
  private(set) var isPeriodical = false
  /// Whether it is a part of a book.
  private(set) var isChapterLike = false

  init(named name: String) {
    self = Self.byName[name] ?? BibTeXType()
  }

  private init() {}

  /// Nil for a type nobody knows.
  func itemType(of entry: BibTeXEntry, subtype: String) -> ItemType? {
    switch item {
    case .articleJournal:
      switch subtype {
      case "magazine": .articleMagazine
      case "newspaper": .articleNewspaper
      default: .articleJournal
      }
    case .manuscript:
      entry.has(.eventdate) || entry.has(.eventtitle) || entry.has(.venue) ? .speech : .manuscript
    default: item
    }
  }

  /// The genre an entry type implies.
  var genre: String? { genreKey.flatMap(BiblatexTerm.text) }

  private static let byName: [String: BibTeXType] = {
    var types: [String: BibTeXType] = [:]
    for (name, item) in table { types[name, default: BibTeXType()].item = item }
    for (name, key) in genreKeys { types[name, default: BibTeXType()].genreKey = key }
    for name in seriesMembers { types[name, default: BibTeXType()].hasSeriesNumber = true }
    for name in articles { types[name, default: BibTeXType()].isArticle = true }
    for name in parts { types[name, default: BibTeXType()].isChapterLike = true }
    types["periodical"]?.isPeriodical = true
    return types
  }()

  private static let genreKeys = [
    "mastersthesis": "mathesis", "phdthesis": "phdthesis", "bathesis": "bathesis",
    "bachelorsthesis": "bathesis", "techreport": "techreport",
  ]

  private static let seriesMembers = [
    "book", "collection", "proceedings", "reference", "mvbook", "mvcollection", "mvproceedings",
    "mvreference", "bookinbook", "inbook", "incollection", "inproceedings", "inreference",
    "suppbook", "suppcollection", "conference",
  ]

  private static let articles = ["article", "periodical", "suppperiodical", "review"]

  private static let parts = [
    "inbook", "incollection", "inproceedings", "inreference", "bookinbook", "suppbook",
    "suppcollection", "conference",
  ]

  private static let table: [String: ItemType] = [
    "article": .articleJournal, "artwork": .graphic, "audio": .song, "bathesis": .thesis,
    "bachelorsthesis": .thesis, "book": .book, "bookinbook": .book,
    "booklet": .pamphlet, "collection": .book, "commentary": .book,
    "conference": .paperConference, "data": .dataset, "dataset": .dataset,
    "electronic": .webpage, "image": .graphic, "inbook": .chapter, "incollection": .chapter,
    "inproceedings": .paperConference, "inreference": .entryEncyclopedia,
    "jurisdiction": .legalCase, "legal": .treaty, "legislation": .legislation,
    "letter": .personalCommunication, "letters": .personalCommunication, "manual": .book,
    "mastersthesis": .thesis, "misc": .document, "movie": .motionPicture, "music": .song,
    "mvbook": .book, "mvcollection": .book, "mvproceedings": .book, "mvreference": .book,
    "newsarticle": .articleNewspaper, "online": .webpage, "patent": .patent,
    "performance": .performance, "periodical": .articleJournal, "phdthesis": .thesis,
    "proceedings": .book, "reference": .book, "report": .report, "review": .review,
    "software": .software, "softwareversion": .software, "softwaremodule": .software,
    "codefragment": .software, "standard": .standard, "suppbook": .chapter,
    "suppperiodical": .articleJournal, "suppcollection": .chapter, "techreport": .report,
    "thesis": .thesis, "unpublished": .manuscript, "video": .motionPicture, "www": .webpage,
    "webpage": .webpage, "set": .document,
  ]
}
