/// Puts a mark in place of the names that an entry shares with the one before it (CSL 1.0.2,
/// "Reference Grouping").
struct AuthorSubstitution {
  let text: Slice
  let rule: LayoutOptions.SubstituteRule
  private var previous: [[UInt8]] = []

  init(text: Slice, rule: LayoutOptions.SubstituteRule) {
    self.text = text
    self.rule = rule
  }

  mutating func apply(to root: Int32, _ evaluator: inout Evaluator) {
    guard let block = firstBlock(root, evaluator.tree) else {
      previous = []
      return
    }
    let isTitle = evaluator.tree.nodes[Int(block)].tag == .substitute
    let names = isTitle ? [block] : nameNodes(block, evaluator.tree)
    let texts = names.map { node in
      var text: [UInt8] = []
      evaluator.tree.plainText(node, into: &text)
      return text
    }
    defer { previous = texts }
    let isSame = texts == previous
    switch rule {
    case .completeAll: if isSame { replaceAll(names, in: block, &evaluator) }
    case .completeEach: if isSame { for node in names { replace(node, &evaluator) } }
    case .partialEach:
      for (index, node) in names.enumerated() {
        guard index < previous.count, previous[index] == texts[index] else { break }
        replace(node, &evaluator)
      }
    case .partialFirst:
      if let first = names.first, previous.first == texts.first { replace(first, &evaluator) }
    }
  }

  /// The block that stands for the author: names, or what is substituted for them.
  private func firstBlock(_ node: Int32, _ tree: OutputTree) -> Int32? {
    let entry = tree.nodes[Int(node)]
    if entry.tag == .names { return node }
    if entry.tag == .substitute {
      return tree.find(.names, in: node) ?? node
    }
    guard !entry.isText else { return nil }
    for child in tree.children(of: node) {
      if let block = firstBlock(child, tree) { return block }
    }
    return nil
  }

  private func nameNodes(_ block: Int32, _ tree: OutputTree) -> [Int32] {
    tree.children(of: block).filter { tree.nodes[Int($0)].tag == .name }
  }

  private func replace(_ node: Int32, _ evaluator: inout Evaluator) {
    let substitute = evaluator.text(text, tag: .none)
    evaluator.tree.nodes[Int(node)].first = substitute
    evaluator.tree.nodes[Int(node)].last = substitute
    evaluator.tree.nodes[Int(node)].format = .none
  }

  /// One mark for the whole list, from the first name to the last or "et al."; labels stay.
  private func replaceAll(_ names: [Int32], in block: Int32, _ evaluator: inout Evaluator) {
    guard let first = names.first else { return }
    replace(first, &evaluator)
    guard first != block else { return }
    var end = evaluator.tree.nodes[Int(first)].next
    while end >= 0, evaluator.tree.nodes[Int(end)].tag != .label,
      !isLabelPrefix(end, evaluator.tree)
    {
      end = evaluator.tree.nodes[Int(end)].next
    }
    evaluator.tree.nodes[Int(first)].next = end
    if end < 0 { evaluator.tree.nodes[Int(block)].last = first }
  }

  private func isLabelPrefix(_ node: Int32, _ tree: OutputTree) -> Bool {
    let next = tree.nodes[Int(node)].next
    return tree.nodes[Int(node)].tag == .prefix && next >= 0 && tree.nodes[Int(next)].tag == .label
  }
}
