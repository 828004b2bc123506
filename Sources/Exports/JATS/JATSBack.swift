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
        xml.element("fn", [("fn-type", type)]) {
          body.writeParagraphs(statement.blocks, to: &$0)
        }
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
    let list = xml.begin("ref-list")
    // Each is looked at where it stands: it is much to copy.
    let references = text.references
    for place in references.indices {
      let element = xml.begin("ref", [("id", referenceID(references[place].id))])
      xml.jatsReference(references[place])
      xml.end(element)
    }
    xml.end(list)
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
