import SitePipeline

/// What a finished build tells: pages against what was published, and files against the last build.
struct BuildWords {
  private(set) var text = ""

  /// Lines shown of each list: the rest is counted.
  private static let shown = 20

  init(_ outcome: BuildOutcome, folder: String) {
    if let publication = outcome.publication {
      add("New since the last publication", "+", publication.added)
      add("Changed since then", "~", publication.changed)
      add("No longer there", "-", publication.removed)
    }
    let changes = outcome.changes
    let counts = [
      (changes.added.count, "added"), (changes.changed.count, "changed"),
      (changes.removed.count, "removed"), (changes.unchangedCount, "as they were"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    text += "\(folder): \(counts.isEmpty ? "no files" : counts.joined(separator: ", "))\n"
  }

  private mutating func add(
    _ title: String, _ mark: String, _ pages: [PublicationChanges.Page]
  ) {
    guard !pages.isEmpty else { return }
    text += "\(title):\n"
    for page in pages.prefix(Self.shown) {
      text += "  \(mark) /\(page.path)  \(page.title)\n"
    }
    if pages.count > Self.shown { text += "  … and \(pages.count - Self.shown) more\n" }
  }
}
