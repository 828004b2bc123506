import Bibliography

extension DocumentFormatter {
  /// Formats the document and keeps what each step makes of one item.
  mutating func trace(_ id: String) -> [TraceStep] {
    guard let item = evaluator.items.places[id] else { return [] }
    trace = Trace(item: item)
    _ = format()
    return trace?.steps ?? []
  }

  /// Notes a text; made only when somebody is tracing.
  mutating func note(_ title: String, _ text: String) {
    trace?.steps.append(TraceStep(title: title, text: text))
  }

  /// Notes something about a group of items, if the traced one is among them.
  mutating func note(_ title: String, in group: [Int]) {
    guard let item = trace?.item, group.contains(item) else { return }
    let others = group.filter { $0 != item }.prefix(10).map { evaluator.items.ids[$0] }
    note(title, describe(states[item].hints) + "\nalike: " + others.joined(separator: ", "))
  }

  /// Notes a tree, if it belongs to the traced item.
  mutating func note(_ title: String, tree root: Int32, of item: Int) {
    guard trace?.item == item else { return }
    note(title, evaluator.tree.description(of: root))
  }

  func describe(_ hints: Hints) -> String {
    var parts: [String] = []
    for (list, count) in hints.shownNames.enumerated() where count > 0 {
      parts.append("list \(list + 1) shows \(count) names")
    }
    for (list, levels) in hints.givens.enumerated() where levels.contains(where: { $0 > 0 }) {
      parts.append("list \(list + 1) expands given names \(levels)")
    }
    if hints.disambiguates { parts.append("'disambiguate' is true") }
    if hints.yearSuffix > 0 { parts.append("year-suffix \(hints.yearSuffix)") }
    return parts.isEmpty ? "no hints" : parts.joined(separator: ", ")
  }

  /// Positions of the item's cites.
  func describePositions(of item: Int) -> String {
    var lines: [String] = []
    for (number, cites) in citations.enumerated() {
      for cite in cites where cite.state.item == item {
        let names = ["first", "subsequent", "ibid", "ibid-with-locator", "near-note"]
        let found = names.enumerated().filter { cite.state.positions >> UInt8($0.offset) & 1 == 1 }
        lines.append(
          "citation \(number + 1): \(found.map(\.element).joined(separator: ", "))")
      }
    }
    return lines.isEmpty ? "not cited" : lines.joined(separator: "\n")
  }
}

extension OutputTree {
  /// A tree for people: one node a line, children indented.
  func description(of node: Int32) -> String {
    var lines: [String] = []
    describe(node, depth: 0, &lines)
    return lines.joined(separator: "\n")
  }

  private func describe(_ node: Int32, depth: Int, _ lines: inout [String]) {
    let entry = nodes[Int(node)]
    var line = String(repeating: "  ", count: depth) + (entry.tag == .none ? "" : "\(entry.tag) ")
    if entry.format.visible.bits != 0 { line += "[\(describe(entry.format))] " }
    if entry.isText {
      line += "'" + String(decoding: text(of: entry), as: UTF8.self) + "'"
      lines.append(line)
      return
    }
    lines.append(line + "·")
    var child = entry.first
    while child >= 0 {
      describe(child, depth: depth + 1, &lines)
      child = nodes[Int(child)].next
    }
  }

  private func describe(_ format: Formatting) -> String {
    var words: [String] = []
    if format[.style] > 1 { words.append("italic") }
    if format[.variant] > 1 { words.append("small caps") }
    if format[.weight] > 1 { words.append("bold") }
    if format[.decoration] > 1 { words.append("underline") }
    if format[.verticalAlign] == 2 { words.append("superscript") }
    if format[.verticalAlign] == 3 { words.append("subscript") }
    if format.hasQuotes { words.append("quotes") }
    if format.display > 0 { words.append("display") }
    if format.isLink { words.append("link") }
    return words.joined(separator: ", ")
  }
}
