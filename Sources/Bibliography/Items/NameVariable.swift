/// A variable that holds names (CSL 1.0.2, appendix IV).
public enum NameVariable: UInt8, Sendable, Hashable, CaseIterable, Codable {
  case author
  case chair
  case collectionEditor
  case compiler
  case composer
  case containerAuthor
  case contributor
  case curator
  case director
  case editor
  case editorialDirector
  case editorTranslator
  case executiveProducer
  case guest
  case host
  case illustrator
  case interviewer
  case narrator
  case organizer
  case originalAuthor
  case performer
  case producer
  case recipient
  case reviewedAuthor
  case scriptWriter
  case seriesCreator
  case translator

  /// The name in CSL and CSL-JSON.
  public var name: String {
    switch self {
    case .author: "author"
    case .chair: "chair"
    case .collectionEditor: "collection-editor"
    case .compiler: "compiler"
    case .composer: "composer"
    case .containerAuthor: "container-author"
    case .contributor: "contributor"
    case .curator: "curator"
    case .director: "director"
    case .editor: "editor"
    case .editorialDirector: "editorial-director"
    case .editorTranslator: "editor-translator"
    case .executiveProducer: "executive-producer"
    case .guest: "guest"
    case .host: "host"
    case .illustrator: "illustrator"
    case .interviewer: "interviewer"
    case .narrator: "narrator"
    case .organizer: "organizer"
    case .originalAuthor: "original-author"
    case .performer: "performer"
    case .producer: "producer"
    case .recipient: "recipient"
    case .reviewedAuthor: "reviewed-author"
    case .scriptWriter: "script-writer"
    case .seriesCreator: "series-creator"
    case .translator: "translator"
    }
  }

  public init?(name: some StringProtocol) {
    guard let variable = Self.byName[String(name)] else { return nil }
    self = variable
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
