/// The nodes of a style in the order in which a walk meets them, without those that nothing leads to.
///
/// What an entry shows lies scattered over a large style; put together, it stays at hand while others
/// are evaluated.
struct NodeArrangement {
  /// As they were compiled.
  private let source: CompiledStyle
  private(set) var nodes: [StyleNode] = []
  private(set) var conditions: [Condition] = []
  private(set) var names: [NamesBlock]
  /// Nil for those that nothing has led to.
  private var placed: [Range<Int32>?]

  var macros: [Range<Int32>] { placed.map { $0 ?? 0..<0 } }

  init(_ source: CompiledStyle) {
    self.source = source
    names = source.names
    placed = Array(repeating: nil, count: source.macros.count)
  }

  /// Gives a layout, with its sort keys, its place.
  mutating func place(_ layout: inout LayoutOptions) {
    layout.children = place(layout.children)
    for key in layout.sortKeys where key.macro >= 0 { _ = place(macro: Int(key.macro)) }
  }

  private mutating func place(_ siblings: Range<Int32>) -> Range<Int32> {
    let range = add(siblings)
    arrangeInside(range)
    return range
  }

  private mutating func add(_ siblings: Range<Int32>) -> Range<Int32> {
    let start = Int32(nodes.count)
    nodes += source.nodes[Int(siblings.lowerBound)..<Int(siblings.upperBound)]
    return start..<Int32(nodes.count)
  }

  /// A macro has one place, from where it may call itself.
  private mutating func place(macro number: Int) -> Range<Int32> {
    if let range = placed[number] { return range }
    let range = add(source.macros[number])
    placed[number] = range
    arrangeInside(range)
    return range
  }

  private mutating func arrangeInside(_ siblings: Range<Int32>) {
    for index in siblings.lazy.map(Int.init) {
      let node = nodes[index]
      switch node.kind {
      case .macro: if node.a >= 0 { _ = place(macro: Int(node.a)) }
      case .names:
        let block = source.names[Int(node.a)]
        if block.label >= 0 {
          names[Int(node.a)].label = place(block.label..<block.label + 1).lowerBound
        }
        names[Int(node.a)].substitute = place(block.substitute)
      case .branch:
        if node.a >= 0 {
          nodes[index].a = Int32(conditions.count)
          conditions.append(source.conditions[Int(node.a)])
        }
        nodes[index].children = place(node.children)
      case .group, .choose: nodes[index].children = place(node.children)
      case .variable, .term, .value, .number, .label, .date: break
      }
    }
  }
}
