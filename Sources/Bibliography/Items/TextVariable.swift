/// An ordinary or number variable (CSL 1.0.2, appendix IV).
public enum TextVariable: UInt8, Sendable, Hashable, CaseIterable, Codable {
  case abstract
  case annote
  case archive
  case archiveCollection
  case archiveLocation
  case archivePlace
  case authority
  case callNumber
  case citationKey
  case citationLabel
  case collectionTitle
  case containerTitle
  case containerTitleShort
  case dimensions
  case division
  case doi
  case event
  case eventTitle
  case eventPlace
  case genre
  case isbn
  case issn
  case jurisdiction
  case keyword
  case language
  case license
  case medium
  case note
  case originalPublisher
  case originalPublisherPlace
  case originalTitle
  case partTitle
  case pmcid
  case pmid
  case publisher
  case publisherPlace
  case references
  case reviewedGenre
  case reviewedTitle
  case scale
  case source
  case status
  case title
  case titleShort
  case url
  case volumeTitle
  case yearSuffix
  case chapterNumber
  case citationNumber
  case collectionNumber
  case edition
  case firstReferenceNoteNumber
  case issue
  case locator
  case number
  case numberOfPages
  case numberOfVolumes
  case page
  case pageFirst
  case partNumber
  case printingNumber
  case section
  case supplementNumber
  case version
  case volume

  /// The name in CSL and CSL-JSON.
  public var name: String {
    switch self {
    case .abstract: "abstract"
    case .annote: "annote"
    case .archive: "archive"
    case .archiveCollection: "archive_collection"
    case .archiveLocation: "archive_location"
    case .archivePlace: "archive-place"
    case .authority: "authority"
    case .callNumber: "call-number"
    case .citationKey: "citation-key"
    case .citationLabel: "citation-label"
    case .collectionTitle: "collection-title"
    case .containerTitle: "container-title"
    case .containerTitleShort: "container-title-short"
    case .dimensions: "dimensions"
    case .division: "division"
    case .doi: "DOI"
    case .event: "event"
    case .eventTitle: "event-title"
    case .eventPlace: "event-place"
    case .genre: "genre"
    case .isbn: "ISBN"
    case .issn: "ISSN"
    case .jurisdiction: "jurisdiction"
    case .keyword: "keyword"
    case .language: "language"
    case .license: "license"
    case .medium: "medium"
    case .note: "note"
    case .originalPublisher: "original-publisher"
    case .originalPublisherPlace: "original-publisher-place"
    case .originalTitle: "original-title"
    case .partTitle: "part-title"
    case .pmcid: "PMCID"
    case .pmid: "PMID"
    case .publisher: "publisher"
    case .publisherPlace: "publisher-place"
    case .references: "references"
    case .reviewedGenre: "reviewed-genre"
    case .reviewedTitle: "reviewed-title"
    case .scale: "scale"
    case .source: "source"
    case .status: "status"
    case .title: "title"
    case .titleShort: "title-short"
    case .url: "URL"
    case .volumeTitle: "volume-title"
    case .yearSuffix: "year-suffix"
    case .chapterNumber: "chapter-number"
    case .citationNumber: "citation-number"
    case .collectionNumber: "collection-number"
    case .edition: "edition"
    case .firstReferenceNoteNumber: "first-reference-note-number"
    case .issue: "issue"
    case .locator: "locator"
    case .number: "number"
    case .numberOfPages: "number-of-pages"
    case .numberOfVolumes: "number-of-volumes"
    case .page: "page"
    case .pageFirst: "page-first"
    case .partNumber: "part-number"
    case .printingNumber: "printing-number"
    case .section: "section"
    case .supplementNumber: "supplement-number"
    case .version: "version"
    case .volume: "volume"
    }
  }

  public init?(name: some StringProtocol) {
    guard let variable = Self.byName[String(name)] else { return nil }
    self = variable
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
