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
    switch String(name) {
    case "article": self = .article
    case "article-journal": self = .articleJournal
    case "article-magazine": self = .articleMagazine
    case "article-newspaper": self = .articleNewspaper
    case "bill": self = .bill
    case "book": self = .book
    case "broadcast": self = .broadcast
    case "chapter": self = .chapter
    case "classic": self = .classic
    case "collection": self = .collection
    case "dataset": self = .dataset
    case "document": self = .document
    case "entry": self = .entry
    case "entry-dictionary": self = .entryDictionary
    case "entry-encyclopedia": self = .entryEncyclopedia
    case "event": self = .event
    case "figure": self = .figure
    case "graphic": self = .graphic
    case "hearing": self = .hearing
    case "interview": self = .interview
    case "legal_case": self = .legalCase
    case "legislation": self = .legislation
    case "manuscript": self = .manuscript
    case "map": self = .map
    case "motion_picture": self = .motionPicture
    case "musical_score": self = .musicalScore
    case "pamphlet": self = .pamphlet
    case "paper-conference": self = .paperConference
    case "patent": self = .patent
    case "performance": self = .performance
    case "periodical": self = .periodical
    case "personal_communication": self = .personalCommunication
    case "post": self = .post
    case "post-weblog": self = .postWeblog
    case "regulation": self = .regulation
    case "report": self = .report
    case "review": self = .review
    case "review-book": self = .reviewBook
    case "software": self = .software
    case "song": self = .song
    case "speech": self = .speech
    case "standard": self = .standard
    case "thesis": self = .thesis
    case "treaty": self = .treaty
    case "webpage": self = .webpage
    default: return nil
    }
  }
}
