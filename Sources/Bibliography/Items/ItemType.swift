/// What kind of work an item is (CSL 1.0.2, appendix III).
public enum ItemType: UInt8, Sendable, Hashable, CaseIterable, Codable {
  case article
  case articleJournal
  case articleMagazine
  case articleNewspaper
  case bill
  case book
  case broadcast
  case chapter
  case classic
  case collection
  case dataset
  case document
  case entry
  case entryDictionary
  case entryEncyclopedia
  case event
  case figure
  case graphic
  case hearing
  case interview
  case legalCase
  case legislation
  case manuscript
  case map
  case motionPicture
  case musicalScore
  case pamphlet
  case paperConference
  case patent
  case performance
  case periodical
  case personalCommunication
  case post
  case postWeblog
  case regulation
  case report
  case review
  case reviewBook
  case software
  case song
  case speech
  case standard
  case thesis
  case treaty
  case webpage

  /// The name in CSL and CSL-JSON.
  public var name: String {
    switch self {
    case .article: "article"
    case .articleJournal: "article-journal"
    case .articleMagazine: "article-magazine"
    case .articleNewspaper: "article-newspaper"
    case .bill: "bill"
    case .book: "book"
    case .broadcast: "broadcast"
    case .chapter: "chapter"
    case .classic: "classic"
    case .collection: "collection"
    case .dataset: "dataset"
    case .document: "document"
    case .entry: "entry"
    case .entryDictionary: "entry-dictionary"
    case .entryEncyclopedia: "entry-encyclopedia"
    case .event: "event"
    case .figure: "figure"
    case .graphic: "graphic"
    case .hearing: "hearing"
    case .interview: "interview"
    case .legalCase: "legal_case"
    case .legislation: "legislation"
    case .manuscript: "manuscript"
    case .map: "map"
    case .motionPicture: "motion_picture"
    case .musicalScore: "musical_score"
    case .pamphlet: "pamphlet"
    case .paperConference: "paper-conference"
    case .patent: "patent"
    case .performance: "performance"
    case .periodical: "periodical"
    case .personalCommunication: "personal_communication"
    case .post: "post"
    case .postWeblog: "post-weblog"
    case .regulation: "regulation"
    case .report: "report"
    case .review: "review"
    case .reviewBook: "review-book"
    case .software: "software"
    case .song: "song"
    case .speech: "speech"
    case .standard: "standard"
    case .thesis: "thesis"
    case .treaty: "treaty"
    case .webpage: "webpage"
    }
  }

  public init?(name: some StringProtocol) {
    guard let type = Self.byName[String(name)] else { return nil }
    self = type
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
