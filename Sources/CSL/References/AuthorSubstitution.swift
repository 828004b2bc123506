/// Puts a mark in place of the names that an entry shares with the one before it (CSL 1.0.2,
/// "Reference Grouping").
///
/// Two people who are printed alike are two people: "Doe, J." may be Jane and John.
struct AuthorSubstitution {
  let text: Slice
  let rule: LayoutOptions.SubstituteRule
  /// The names of the entry before, in full, and of this one.
  private var previous = NameTexts()
  private var current = NameTexts()
  /// The nodes of the names of this one.
  private var names: [Int32] = []

  init(text: Slice, rule: LayoutOptions.SubstituteRule) {
    self.text = text
    self.rule = rule
  }

  mutating func apply(to root: Int32, _ evaluator: inout Evaluator) {
    guard let block = firstBlock(root, evaluator.tree) else {
      previous.removeAll()
      return
    }
    names.removeAll(keepingCapacity: true)
    current.removeAll()
    if evaluator.tree.nodes[Int(block)].tag == .substitute {
      names.append(block)
      current.append(textOf: block, evaluator.tree)
    } else {
      addNames(of: block, evaluator.tree)
      for node in names {
        current.append(nameAt: Int(evaluator.tree.nodes[Int(node)].info), evaluator.items)
      }
    }
    defer { swap(&previous, &current) }
    let isSame = current.isSame(as: previous)
    switch rule {
    case .completeAll: if isSame { replaceAll(names, in: block, &evaluator) }
    case .completeEach: if isSame { for node in names { replace(node, &evaluator) } }
    case .partialEach:
      for (index, node) in names.enumerated() {
        guard index < previous.count, previous[index] == current[index] else { break }
        replace(node, &evaluator)
      }
    case .partialFirst:
      if let first = names.first, previous.count > 0, previous[0] == current[0] {
        replace(first, &evaluator)
      }
    }
  }

  /// The block that stands for the author: names, or what is substituted for them but for a term, as
  /// "Anonymous" is nobody.
  private func firstBlock(_ node: Int32, _ tree: OutputTree) -> Int32? {
    let entry = tree.nodes[Int(node)]
    if entry.tag == .names { return node }
    if entry.tag == .substitute {
      return tree.find(.names, in: node) ?? (tree.find(.term, in: node) == nil ? node : nil)
    }
    guard !entry.isText else { return nil }
    var child = entry.first
    while child >= 0 {
      if let block = firstBlock(child, tree) { return block }
      child = tree.nodes[Int(child)].next
    }
    return nil
  }

  private mutating func addNames(of block: Int32, _ tree: OutputTree) {
    var child = tree.nodes[Int(block)].first
    while child >= 0 {
      if tree.nodes[Int(child)].tag == .name { names.append(child) }
      child = tree.nodes[Int(child)].next
    }
  }

  private func replace(_ node: Int32, _ evaluator: inout Evaluator) {
    let substitute = evaluator.tree.makeText(text)
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

/// Some texts in a row.
private struct NameTexts {
  private var bytes = ByteBuffer()
  private var ends: [Int] = []

  var count: Int { ends.count }

  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  func isSame(as other: Self) -> Bool { ends == other.ends && bytes.all == other.bytes.all }

  mutating func removeAll() {
    bytes.removeAll()
    ends.removeAll(keepingCapacity: true)
  }

  mutating func append(textOf node: Int32, _ tree: OutputTree) {
    tree.plainText(node, into: &bytes)
    ends.append(bytes.count)
  }

  mutating func append(nameAt place: Int, _ items: ItemStore) {
    let name = items.names[place]
    for part in [
      name.isLiteral ? name.literal : name.family, name.given, name.droppingParticle,
      name.nonDroppingParticle, name.suffix,
    ] {
      bytes.append(part.range, of: items.pool)
      bytes.append(0)
    }
    ends.append(bytes.count)
  }
}
