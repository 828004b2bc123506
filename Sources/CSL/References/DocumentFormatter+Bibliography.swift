import Bibliography

extension DocumentFormatter {
  /// The entries in their order; an entry without text is left out.
  mutating func formatBibliography(_ layout: LayoutOptions) -> [FormattedReference] {
    var result: [FormattedReference] = []
    result.reserveCapacity(order.count)
    var substitution = layout.authorSubstitute.map {
      AuthorSubstitution(text: $0, rule: layout.substituteRule)
    }
    for item in order {
      evaluator.tree.removeAll()
      let root = entry(item, layout)
      evaluator.capitalizeFirstTerm(in: root)
      substitution?.apply(to: root, &evaluator)
      note("Entry, evaluated", tree: root, of: item)
      let text = serializer.format(root, of: evaluator.tree)
      if trace?.item == item { note("Entry, formatted", text.html) }
      guard !text.isEmpty else { continue }
      result.append(
        FormattedReference(
          id: evaluator.items.ids[item], number: states[item].number, text: text))
    }
    return result
  }

  /// An entry with the affixes of the layout, which share its formatting.
  private mutating func entry(_ item: Int, _ layout: LayoutOptions) -> Int32 {
    var state = entryState(of: item)
    if !document.numbersEntries { state.citationNumber = 0 }
    evaluator.begin(state, in: .bibliography)
    let root = evaluator.tree.makeContainer(layout.formatting)
    if !layout.prefix.isEmpty { evaluator.appendAffix(layout.prefix, .prefix, to: root) }
    let start = evaluator.tree.nodes[Int(root)].last
    if layout.alignsSecondField {
      appendFields(layout, to: root)
    } else {
      _ = evaluator.evaluate(layout.children, delimiter: layout.delimiter, into: root)
    }
    guard evaluator.tree.nodes[Int(root)].last != start else {
      return evaluator.tree.makeContainer()
    }
    if !layout.suffix.isEmpty { evaluator.appendAffix(layout.suffix, .suffix, to: root) }
    return root
  }

  /// The first field stands in the margin, the rest beside it (CSL 1.0.2, "Whitespace").
  private mutating func appendFields(_ layout: LayoutOptions, to root: Int32) {
    var margin = Formatting()
    margin.display = 2
    var rest = Formatting()
    rest.display = 3
    var index = layout.children.lowerBound
    let end = layout.children.upperBound
    let first = evaluator.tree.makeContainer(margin)
    while index < end, evaluator.tree.nodes[Int(first)].first < 0 {
      _ = evaluator.evaluate(index..<(index + 1), delimiter: .empty, into: first)
      index += 1
      // Where the number is left out, nothing takes its place in the margin.
      if !document.numbersEntries { break }
    }
    guard evaluator.tree.nodes[Int(first)].first >= 0 else {
      _ = evaluator.evaluate(index..<end, delimiter: .empty, into: root)
      return
    }
    evaluator.tree.append(first, to: root)
    let second = evaluator.tree.makeContainer(rest)
    _ = evaluator.evaluate(index..<end, delimiter: .empty, into: second)
    if evaluator.tree.nodes[Int(second)].first >= 0 { evaluator.tree.append(second, to: root) }
  }
}
