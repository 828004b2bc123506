import JournalModel

extension PageContext {
  /// The people of `people.yml` by role, in the order of the file; empty on other pages.
  func board(on page: StaticPage) -> [BoardView] {
    guard page.kind == .page, page.slug == "editorial-board" else { return [] }
    var groups: [BoardView] = []
    for member in options.people {
      let role = localized(member.role)
      let place = groups.firstIndex { $0.role == role.text }
      let view = self.view(of: member)
      if let place {
        groups[place].members.append(view)
      } else {
        groups.append(
          BoardView(
            id: "role-\(groups.count + 1)", role: role.text, language: role.language,
            members: [view]))
      }
    }
    return groups
  }

  private func view(of member: Journal.BoardMember) -> BoardView.Member {
    let ends = [member.from, member.until].map { $0.map(text.date) ?? "" }
    return BoardView.Member(
      name: member.person.name.displayName,
      affiliations: member.person.affiliations.map(affiliation),
      orcid: member.person.orcid.map {
        LinkView(label: $0.text, url: "https://orcid.org/\($0.text)")
      },
      term: ends.allSatisfy(\.isEmpty) ? nil : range(from: ends[0], until: ends[1]))
  }

  /// With spaces round the dash where the ends have some: "2024–2026", "June 2024 – May 2026".
  private func range(from start: String, until end: String) -> String {
    let hasSpace = !start.isEmpty && !end.isEmpty && (start + end).contains(" ")
    return start + (hasSpace ? " – " : "–") + end
  }
}
