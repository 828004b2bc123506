import JournalModel

extension PageContext {
  /// What is known of an article beside its text; what a journal usually says and has not said is
  /// named as not stated.
  func facts(of material: ArticleMaterial, in issue: Issue?) -> [FactView] {
    let article = material.article
    var facts = FactList(notStated: HTML.escaped(text.label(.notStated)))
    let journalTitle = title
    facts.add(
      text.label(.journal), HTML.escaped(journalTitle.value), attributes(journalTitle.language))
    if let issue {
      let link = link(issue)
      facts.add(
        text.label(.issue), "<a href=\"\(HTML.escaped(link.url))\">\(HTML.escaped(link.label))</a>")
    }
    if let extent = extent(of: article) {
      facts.add(
        extentTerm(of: article),
        "<bdi dir=\"\(text.direction.rawValue)\">\(HTML.escaped(extent))</bdi>")
    }
    facts.add(text.label(.language), HTML.escaped(text.name(of: article.language)))
    facts.add(text.label(.received), article.dates.submitted.map(time), isUsual: true)
    facts.add(text.label(.accepted), article.dates.accepted.map(time), isUsual: true)
    let first = journal.versions(of: article).first ?? article
    facts.add(text.label(.published), time(first.dates.published))
    facts.add(text.label(.updated), article.dates.updated.map(time))
    if article.kind.isResearch {
      let funding = article.funding.map(funding)
      let isSaid = article.statements.contains { $0.subject == .funding }
      if !isSaid || !funding.isEmpty {
        facts.add(
          text.label(.funding), funding.isEmpty ? nil : funding.joined(separator: text.semicolon),
          isUsual: true)
      }
    }
    for statement in material.statements {
      guard let entry = chosen(statement.texts) else { continue }
      facts.add(
        text.subject(statement.subject), entry.value.inlineHTML, attributes(entry.language))
    }
    if let copyright = article.copyright {
      let year = copyright.year.map { text.number($0) + " " } ?? ""
      facts.add(text.label(.copyright), "© \(year)<bdi>\(HTML.escaped(copyright.holder))</bdi>")
    }
    facts.add(text.label(.licence), article.licence?.html, isUsual: true)
    return facts.facts
  }

  private func bdi(_ text: String) -> String { "<bdi>\(HTML.escaped(text))</bdi>" }

  private func time(_ date: CalendarDate) -> String {
    "<time datetime=\"\(date.text)\">\(HTML.escaped(text.date(date)))</time>"
  }

  private func funding(_ funding: Article.Funding) -> String {
    let name = HTML.escaped(funding.funder)
    let url = funding.funderROR?.url ?? funding.funderDOI?.url
    let funder = url.map { "<a href=\"\(HTML.escaped($0))\">\(name)</a>" } ?? "<bdi>\(name)</bdi>"
    let awards = funding.awards.map(bdi).joined(separator: text.comma)
    return awards.isEmpty ? funder : "\(funder) (\(awards))"
  }
}

/// Facts in the order in which they are shown.
private struct FactList {
  let notStated: String
  private(set) var facts: [FactView] = []

  init(notStated: String) { self.notStated = notStated }

  /// A usual fact is one that readers look for, so that its absence is worth a line.
  mutating func add(
    _ term: String, _ html: String?, _ language: String = "", isUsual: Bool = false
  ) {
    guard let html = html ?? (isUsual ? notStated : nil) else { return }
    facts.append(FactView(term: term, html: html, language: language))
  }
}

extension Article.Kind {
  /// Whether readers expect to be told who paid for it.
  fileprivate var isResearch: Bool { self == .researchArticle || self == .reviewArticle }
}
