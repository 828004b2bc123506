/// How a site differs from what is at its destination, by paths below the site's root.
package struct UploadChanges: Sendable, Hashable {
  package var added: [String]
  package var changed: [String]
  package var removed: [String]

  package init(added: [String] = [], changed: [String] = [], removed: [String] = []) {
    self.added = added
    self.changed = changed
    self.removed = removed
  }

  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  /// The files to bring, one batch after the other: the new ones, to which nothing leads yet; then
  /// the changed ones, those first that others lead to.
  package var batches: [[String]] {
    ([added.sorted()] + uploadBatches(of: changed.sorted())).filter { !$0.isEmpty }
  }

  /// A line for each file, with `+`, `*` or `-` before it, and one that counts them.
  package var lines: String {
    let all =
      added.map { ($0, "+") } + changed.map { ($0, "*") } + removed.map { ($0, "-") }
    let list = all.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
      .map { "\($1) \($0)\n" }.joined()
    return list + "\(added.count) new, \(changed.count) changed, \(removed.count) to be removed\n"
  }
}

/// The lines of what a program printed.
func lines(_ bytes: [UInt8]) -> [String] {
  String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}
