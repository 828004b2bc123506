import Foundation
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
      affiliations: member.person.affiliations.map { affiliation in
        let name = affiliation.name.entry(for: language)
        let parts = [
          affiliation.department, name.value, affiliation.city, affiliation.country.map(country),
        ]
        return TextView(
          text: parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: text.comma),
          language: attributes(name.language))
      },
      orcid: member.person.orcid.map {
        LinkView(label: $0.text, url: "https://orcid.org/\($0.text)")
      },
      term: ends.allSatisfy(\.isEmpty) ? nil : ends.joined(separator: "–"))
  }

  /// The name of a country that is given by its code (ISO 3166).
  private func country(_ text: String) -> String {
    guard text.utf8.count == 2 else { return text }
    return Locale(identifier: language.text).localizedString(forRegionCode: text) ?? text
  }
}
