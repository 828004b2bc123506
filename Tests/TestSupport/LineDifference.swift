package import Testing

/// Two texts compared line by line: only what differs is shown, with two lines around it.
package struct LineDifference: CustomStringConvertible {
  package private(set) var description = ""

  package var isEmpty: Bool { description.isEmpty }

  package init(from old: String, to new: String) {
    guard old != new else { return }
    let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
    let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
    let changes = newLines.difference(from: oldLines)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var rows: [(mark: Character, line: Substring)] = []
    var (i, j) = (0, 0)
    while i < oldLines.count || j < newLines.count {
      if i < oldLines.count, removed.contains(i) {
        rows.append(("-", oldLines[i]))
        i += 1
      } else if j < newLines.count, inserted.contains(j) {
        rows.append(("+", newLines[j]))
        j += 1
      } else {
        rows.append((" ", oldLines[i]))
        (i, j) = (i + 1, j + 1)
      }
    }
    description = Self.shown(rows)
  }

  /// The changed rows and their neighbours; what is left out is one `…` line.
  private static func shown(_ rows: [(mark: Character, line: Substring)]) -> String {
    let changed = rows.indices.filter { rows[$0].mark != " " }
    let near = Set(changed.flatMap { max(0, $0 - 2)...min(rows.count - 1, $0 + 2) })
    var lines: [String] = []
    for index in rows.indices {
      if near.contains(index) {
        lines.append("\(rows[index].mark) \(rows[index].line)")
      } else if lines.last != "…" {
        lines.append("…")
      }
    }
    return lines.joined(separator: "\n")
  }
}

/// Records an issue with the line difference when the texts differ.
package func expectEqualLines(
  _ found: String, _ wanted: String, _ what: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let difference = LineDifference(from: wanted, to: found)
  guard !difference.isEmpty else { return }
  Issue.record(
    "\(what): - expected, + found\n\(difference.description)", sourceLocation: sourceLocation)
}
