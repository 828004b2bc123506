import Bibliography
import JournalModel

extension ArticleRecord {
  /// The content of `back`: thanks and declarations, notes, references.
  func writeBack(_ body: JATSBody, to xml: inout XMLWriter) {
    for statement in text.statements where statement.subject == .acknowledgements {
      xml.element("ack") { body.writeBlocks(statement.blocks, to: &$0) }
    }
    xml.element("fn-group") { xml in
      for statement in text.statements {
        guard let type = statement.subject.footnoteType else { continue }
        xml.element("fn", [("fn-type", type)]) { body.writeBlocks(statement.blocks, to: &$0) }
      }
      body.writeNotes(to: &xml)
    }
    for statement in text.statements {
      guard let (type, title) = statement.subject.section else { continue }
      xml.element("sec", [("sec-type", type)]) { xml in
        xml.element("title", [], title)
        body.writeBlocks(statement.blocks, to: &xml)
      }
    }
    xml.element("ref-list") { xml in
      for reference in text.references {
        xml.element("ref", [("id", referenceID(reference.id))]) { $0.jatsReference(reference) }
      }
    }
  }
}

extension Article.Statement.Subject {
  /// The value of `fn/@fn-type` for what stands as a footnote.
  fileprivate var footnoteType: String? {
    switch self {
    case .funding: "financial-disclosure"
    case .contributions: "con"
    // JATS4R wants competing interests beside the authors: see `writeContributors`.
    case .interests, .data, .code, .ethics, .acknowledgements, .ai: nil
    }
  }

  /// Type and heading of what stands as a section.
  fileprivate var section: (type: String, title: String)? {
    switch self {
    case .data: ("data-availability", "Data availability")
    case .code: ("code-availability", "Code availability")
    case .ethics: ("ethics-statement", "Ethics")
    case .ai: ("ai-statement", "Use of artificial intelligence")
    case .interests, .funding, .contributions, .acknowledgements: nil
    }
  }
}

extension XMLWriter {
  /// The reference as it is printed and, where its data are known, their elements too.
  fileprivate mutating func jatsReference(_ reference: ArticleText.Reference) {
    guard let item = reference.item else {
      element("mixed-citation", [("publication-type", "other")], reference.plain)
      return
    }
    let type = ("publication-type", Optional(item.type.jatsType))
    element("citation-alternatives") { xml in
      xml.element("element-citation", [type]) { $0.jatsElements(of: item) }
      xml.element("mixed-citation", [type], reference.plain)
    }
  }

  private mutating func jatsElements(of item: Item) {
    for (variable, type) in [(NameVariable.author, "author"), (.editor, "editor")] {
      element("person-group", [("person-group-type", type)]) { xml in
        for name in item[variable] { xml.jatsName(name) }
      }
    }
    if let year = item[.issued]?.start?.year {
      element("year", [("iso-8601-date", String(year))], String(year))
    }
    let title = item[.title]?.withoutMarkup
    if let container = item[.containerTitle]?.withoutMarkup {
      element(item.type == .chapter ? "chapter-title" : "article-title", [], title)
      element("source", [], container)
    } else {
      element("source", [], title)
    }
    element("edition", [], item[.edition])
    element("publisher-loc", [], item[.publisherPlace])
    element("publisher-name", [], item[.publisher]?.withoutMarkup)
    element("volume", [], item[.volume])
    element("issue", [], item[.issue])
    if let pages = item[.page].flatMap({ try? PageRange($0) }) {
      element("fpage", [], pages.first)
      element("lpage", [], pages.last)
    } else {
      element("page-range", [], item[.page])
    }
    element("pub-id", [("pub-id-type", "doi")], item[.doi].flatMap { DOI($0) }?.text)
  }
}

extension ItemType {
  fileprivate var jatsType: String {
    switch self {
    case .articleJournal: "journal"
    case .book: "book"
    case .chapter: "book"
    case .paperConference: "confproc"
    case .thesis: "thesis"
    case .report: "report"
    case .webpage, .post, .postWeblog: "web"
    case .articleNewspaper: "newspaper"
    case .dataset: "data"
    case .software: "software"
    default: "other"
    }
  }
}
