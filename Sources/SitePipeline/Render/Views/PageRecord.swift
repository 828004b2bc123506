import JournalModel

/// What every template can ask for: the frame of the page and the words of the interface.
struct PageRecord: Sendable {
  var page: PageFrame
  var words: InterfaceWords

  static let scopes: [TemplateCompiler.Scope] = [
    .init(name: "page", record: PageFrame.self), .init(name: "t", record: InterfaceWords.self),
  ]
}

/// The labels of the interface, each under its own name.
struct InterfaceWords: TemplateRecord {
  var text: InterfaceText

  static let fields = TemplateFields<Self>(
    InterfaceText.Label.allCases.map { label in
      .text(label.rawValue) { $0.text.label(label) }
    })
}

/// What stands around the content of every page.
struct PageFrame: TemplateRecord {
  var language: LanguageTag
  /// As the browser shows it.
  var title: String
  var description: String
  var stylesheet: String
  var icon: String
  var scripts: [String]
  /// Finished elements of the head.
  var metadata: [UInt8]
  var journal: String
  var journalLanguage: LanguageTag
  var home: String
  var menu: [LinkView]
  var languages: [LanguageLink]
  var policies: [LinkView]
  var imprint: [FactView]

  static let fields: TemplateFields<Self> = [
    .text("language") { $0.language.text },
    .text("direction") { $0.language.direction.rawValue },
    .text("title") { $0.title },
    .text("description") { $0.description },
    .text("stylesheet") { $0.stylesheet },
    .text("icon") { $0.icon },
    .list("scripts") { $0.scripts.map { LinkView(label: "", url: $0) } },
    .markup("metadata") { $0.metadata },
    .text("journal") { $0.journal },
    .html("journalLanguage") { HTML.language($0.journalLanguage, in: $0.language) },
    .text("home") { $0.home },
    .list("menu") { $0.menu },
    .flag("hasLanguages") { $0.languages.count > 1 },
    .list("languages") { $0.languages },
    .list("policies") { $0.policies },
    .list("imprint") { $0.imprint },
  ]
}

/// The page in another language of the interface.
struct LanguageLink: TemplateRecord {
  var language: LanguageTag
  var name: String
  var url: String
  var isCurrent: Bool

  static let fields: TemplateFields<Self> = [
    .text("code") { $0.language.text },
    .text("direction") { $0.language.direction.rawValue },
    .text("name") { $0.name },
    .text("url") { $0.url },
    .flag("isCurrent") { $0.isCurrent },
  ]
}
