/// The people who have one role in the journal.
struct BoardView: TemplateRecord {
  var id: String
  var role: String
  /// `lang` and `dir` of the role.
  var language: String
  var members: [Member]

  static let fields: TemplateFields<Self> = [
    .text("id") { $0.id },
    .text("role") { $0.role },
    .html("language") { $0.language },
    .list("members") { $0.members },
  ]

  struct Member: TemplateRecord {
    var name: String
    /// With city and country.
    var affiliations: [TextView]
    var orcid: LinkView?
    /// Such as "2024–2026"; nil where nothing is known.
    var term: String?

    static let fields: TemplateFields<Self> = [
      .text("name") { $0.name },
      .list("affiliations") { $0.affiliations },
      .record("orcid") { $0.orcid },
      .text("term") { $0.term },
    ]
  }
}
