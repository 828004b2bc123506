extension Evaluator {
  /// Capitalizes a term that begins a note or an entry, unless the style wants it in lower case:
  /// "ibid." becomes "Ibid.".
  mutating func capitalizeFirstTerm(in root: Int32) {
    var isOpen = true
    capitalizeFirstTerm(root, &isOpen)
  }

  /// Goes on as long as there is only punctuation in front, or the number of the entry.
  private mutating func capitalizeFirstTerm(_ node: Int32, _ isOpen: inout Bool) {
    let entry = tree.nodes[Int(node)]
    guard entry.isText else {
      var child = entry.first
      while child >= 0, isOpen {
        capitalizeFirstTerm(child, &isOpen)
        child = tree.nodes[Int(child)].next
      }
      return
    }
    if entry.tag == .term {
      isOpen = false
      if entry.format.textCase != .lowercase { convert(node, to: .capitalizeFirst) }
    } else if entry.tag != .citationNumber,
      tree.text(of: entry).contains(where: {
        $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10
      })
    {
      isOpen = false
    }
  }
}
