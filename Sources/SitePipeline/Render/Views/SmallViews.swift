import JournalModel

// Records that several pages print.

/// A link with its words, and a note beside it.
struct LinkView: TemplateRecord {
  var label: String
  var url: String
  /// `lang` and `dir` of the label.
  var language = ""
  var note: String?
  /// For those who hear the link alone: ": “Title”".
  var ofTitle = ""
  var isCurrent = false
  /// Whether it is kept and not shown.
  var isDownload = false

  static let fields: TemplateFields<Self> = [
    .text("label") { $0.label },
    .text("url") { $0.url },
    .html("language") { $0.language },
    .text("note") { $0.note },
    .text("ofTitle") { $0.ofTitle },
    .flag("isCurrent") { $0.isCurrent },
    .flag("isDownload") { $0.isDownload },
  ]
}

/// Text that may be in another language than the page.
struct TextView: TemplateRecord {
  var text: String
  /// `lang` and `dir`.
  var language = ""

  static let fields: TemplateFields<Self> = [
    .text("text") { $0.text },
    .html("language") { $0.language },
  ]
}

/// Markup that may be in another language than the page.
struct MarkupView: TemplateRecord {
  var html: String
  /// `lang` and `dir`.
  var language = ""

  static let fields: TemplateFields<Self> = [
    .html("html") { $0.html },
    .html("language") { $0.language },
  ]
}

struct DateView: TemplateRecord {
  var label = ""
  var text: String
  var iso: String

  static let fields: TemplateFields<Self> = [
    .text("label") { $0.label },
    .text("text") { $0.text },
    .text("iso") { $0.iso },
  ]
}

/// A term and what is said of it.
struct FactView: TemplateRecord {
  var term: String?
  var html: String
  /// `lang` and `dir` of what is said.
  var language = ""

  static let fields: TemplateFields<Self> = [
    .text("term") { $0.term },
    .html("html") { $0.html },
    .html("language") { $0.language },
  ]
}

/// A person in a list of names.
struct PersonView: TemplateRecord {
  var name: String
  /// What stands between this name and the next.
  var separator: String
  /// `lang` and `dir` of the name.
  var language = ""

  static let fields: TemplateFields<Self> = [
    .text("name") { $0.name },
    .text("separator") { $0.separator },
    .html("language") { $0.language },
  ]
}

/// The persons of one role.
struct RoleView: TemplateRecord {
  var role: String
  var people: [PersonView]

  static let fields: TemplateFields<Self> = [
    .text("role") { $0.role },
    .list("people") { $0.people },
  ]
}

/// An author with what is known of this person.
struct AuthorView: TemplateRecord {
  var name: String
  /// `lang` and `dir` of the name.
  var language = ""
  /// Nil where the person has no page.
  var url: String?
  var alternateNames: [TextView]
  var affiliations: [TextView]
  var orcid: LinkView?
  var isCorresponding: Bool
  var email: String?
  var biography: TextView?

  static let fields: TemplateFields<Self> = [
    .text("name") { $0.name },
    .html("nameLanguage") { $0.language },
    .text("url") { $0.url },
    .list("alternateNames") { $0.alternateNames },
    .flag("hasDetails") { !$0.affiliations.isEmpty || $0.orcid != nil },
    .list("affiliations") { $0.affiliations },
    .record("orcid") { $0.orcid },
    .flag("isCorresponding") { $0.isCorresponding },
    .text("email") { $0.email },
    .record("biography") { $0.biography },
  ]
}

/// The article as one style cites it.
struct CitationView: TemplateRecord {
  /// The name of the style's file.
  var id: String
  var name: String
  var html: [UInt8]
  var plain: String
  var language: String

  static let fields: TemplateFields<Self> = [
    .text("id") { $0.id },
    .text("name") { $0.name },
    .markup("html") { $0.html },
    .text("plain") { $0.plain },
    .html("language") { $0.language },
  ]
}
