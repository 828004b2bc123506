/// Walks from a node to all it may render, looking for the types of items that it is for.
struct TypeSilenceFinder: SilenceWalk {
  /// The types, and whether the node calls a variable for all others; it gives no text for them.
  struct Found {
    var types: UInt64 = 0
    var calls = false
  }

  let style: CompiledStyle
  var macros: [MacroSilence<Found>]

  init(_ style: CompiledStyle) {
    self.style = style
    macros = Array(repeating: .new, count: style.macros.count)
  }

  /// Nil if the node may give text for items of any type.
  mutating func silence(of place: Int32) -> Found? {
    let node = style.nodes[Int(place)]
    switch node.kind {
    case .variable, .number, .date, .names, .label, .term, .value: return nil
    case .group, .branch: return silence(ofAll: node.children)
    case .macro: return node.a < 0 ? Found() : macro(Int(node.a))
    case .choose: return choice(node.children)
    }
  }

  mutating func silence(ofAll children: Range<Int32>) -> Found? {
    var found = Found()
    for place in children {
      guard let child = silence(of: place) else { return nil }
      found.types |= child.types
      found.calls = found.calls || child.calls
    }
    return found
  }

  /// Branches for some types are not taken for others; what else may be taken must agree.
  private mutating func choice(_ branches: Range<Int32>) -> Found? {
    var found = Found()
    var calls: [Bool] = []
    var hasElse = false
    for place in branches {
      let condition = style.nodes[Int(place)].a
      if condition >= 0, let types = style.conditions[Int(condition)].neededTypes {
        found.types |= types
        continue
      }
      guard let branch = silence(of: place) else { return nil }
      found.types |= branch.types
      calls.append(branch.calls)
      hasElse = hasElse || condition < 0
    }
    if !hasElse { calls.append(false) }
    guard calls.allSatisfy({ $0 == calls[0] }) else { return nil }
    found.calls = calls[0]
    return found
  }
}

extension Condition {
  /// The types of items for which alone the condition may hold; nil if for any.
  var neededTypes: UInt64? {
    guard asksType else { return nil }
    let asksMore =
      variables | numeric | uncertainDates != 0 || asksLocator || positions != 0
      || asksDisambiguate
    return switch match {
    case .all: types
    case .any: asksMore ? nil : types
    case .none: nil
    }
  }
}
