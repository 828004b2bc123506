import JournalModel

extension PageContext {
  /// The issue with its articles by section, or without them.
  func issueView(_ issue: Issue, listsArticles: Bool = true) -> IssueView {
    let page = SitePath.issue(issue.folder)
    let label = label(of: issue)
    let title = issue.title?.entry(for: language)
    let description = issue.description?.entry(for: language)
    let position = journal.position(ofIssue: issue.folder)
    return IssueView(
      url: link(to: page), label: label, title: title?.value.html,
      titleLanguage: title.map { attributes($0.language) } ?? "", date: date(issue.date),
      isSpecial: issue.isSpecial,
      articleCount: text.count(issue.articles.count, .article), archive: link(to: .issues),
      doi: doi(issue.doi),
      editors: issue.editors.isEmpty
        ? []
        : [
          RoleView(
            role: text.label(.editors), people: people(issue.editors.map(\.name.displayName)))
        ],
      description: description.map { shortHTML($0.value) },
      descriptionLanguage: description.map { attributes($0.language) } ?? "",
      sections: listsArticles ? sections(of: issue) : [],
      cover: issue.cover.map { cover in
        CoverView(
          url: link(toFile: page.cover(cover)),
          label: cover.alternative?[language] ?? text.phrase(.coverOf(issue: label)),
          linkURL: link(to: page), size: HTML.size(width: cover.width, height: cover.height))
      },
      citeURL: link(to: .citingIssue(issue.folder)),
      downloads: issue.galleys.map { galley in
        LinkView(
          label: galley.label, url: link(toFile: page.file(galley.fileName)), note: note(galley))
      } + issueReferences(issue),
      previous: position.flatMap {
        journal.issues.indices.contains($0 + 1) ? journal.issues[$0 + 1] : nil
      }.map(link),
      next: position.flatMap { $0 > 0 ? journal.issues[$0 - 1] : nil }.map(link),
      allContents: text.phrase(.allContents(issue: label)))
  }

  /// The articles under the headings of the issue, in the order of its contents page.
  private func sections(of issue: Issue) -> [SectionView] {
    var sections: [SectionView] = []
    var ids: Set<String> = []
    for article in issue.articles.compactMap(journal.article) {
      let section = issue.sections.first { $0.id == article.section }
      let heading = section?.title.entry(for: language)
      let name = heading?.value ?? article.section ?? text.label(.contents)
      if sections.last?.heading == name {
        sections[sections.count - 1].entries.append(entry(article, isInContents: true))
        continue
      }
      var id = "section-" + (KeywordEntry.slug(of: section?.id ?? name))
      while !ids.insert(id).inserted { id += "-2" }
      sections.append(
        SectionView(
          id: id, heading: name, language: heading.map { attributes($0.language) } ?? "",
          entries: [entry(article, isInContents: true)]))
    }
    return sections
  }
}
