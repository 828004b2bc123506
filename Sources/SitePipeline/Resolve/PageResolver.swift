import JournalModel
import Reporting

/// The pages and announcements with their translations joined: `aims.ur.md` to `aims.md`.
func resolvePages(
  _ loaded: [LoadedPage], default language: LanguageTag, _ report: inout Report
) -> [StaticPage] {
  groups(loaded).map { group in
    let original =
      group.firstIndex { $0.suffix == nil } ?? group.firstIndex { $0.suffix == language } ?? 0
    let others = group.enumerated().filter { $0.offset != original }.map(\.element)
    return joined([group[original]] + others)
  }
}

/// Those of one slug and kind together, in the order of the files.
private func groups(_ loaded: [LoadedPage]) -> [[LoadedPage]] {
  var places: [String: Int] = [:]
  var groups: [[LoadedPage]] = []
  for page in loaded {
    let key = (page.kind == .page ? "page/" : "announcement/") + page.slug
    if let place = places[key] {
      groups[place].append(page)
    } else {
      places[key] = groups.count
      groups.append([page])
    }
  }
  return groups
}

/// One page from its languages, the original first.
private func joined(_ group: [LoadedPage]) -> StaticPage {
  let original = group[0]
  var titles = original.title.entries
  for entry in group.dropFirst().flatMap(\.title.entries)
  where !titles.contains(where: { $0.language == entry.language }) {
    titles.append(entry)
  }
  return StaticPage(
    kind: original.kind, slug: original.slug, title: Localized(titles) ?? original.title,
    bodies: group.map { .init(language: $0.language, value: $0.body) },
    menuOrder: original.menuOrder, range: original.range)
}
