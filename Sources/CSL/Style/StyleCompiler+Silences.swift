import Bibliography

/// A node as a walk meets it: when it is silent, whatever the rest of the item, because all it needs
/// is missing or because it is for works of other types; of a branch, when it is not taken.
///
/// An item lacks most of what a style asks for; with this, whole macros are passed over at a glance.
struct Step: Sendable {
  /// The variables of which one has to be given; all, and the bit that every item has, where
  /// nothing is known about the node.
  var variables = UInt128.max
  /// The types of items for which it may give text.
  var types = UInt64.max
  var isChoose = false
  /// Whether the node counts as having called a variable where the variables are missing, and for
  /// the other types (CSL 1.0.2, "Group").
  var calls = false
  var callsForOthers = false
}

extension StyleCompiler {
  /// Finds out when each node is silent, once all are compiled, and puts into the nodes what a walk
  /// would have to look up.
  mutating func findSteps() {
    var finder = SilenceFinder(style)
    var typeFinder = TypeSilenceFinder(style)
    style.steps = style.nodes.indices.map { place in
      let node = style.nodes[place]
      if node.kind == .branch { return step(toBranch: node) }
      var step = Step(isChoose: node.kind == .choose)
      if let found = finder.silence(of: Int32(place)), let calls = found.calls,
        found.variables != 0
      {
        step.variables = found.variables
        step.calls = calls
      }
      if let found = typeFinder.silence(of: Int32(place)) {
        step.types = found.types
        step.callsForOthers = found.calls
      }
      return step
    }
    for place in style.nodes.indices {
      let node = style.nodes[place]
      guard node.a >= 0 else { continue }
      switch node.kind {
      case .macro: style.nodes[place].children = style.macros[Int(node.a)]
      case .branch where style.conditions[Int(node.a)].asksNoMoreThanSteps:
        style.nodes[place].a = -1
      default: break
      }
    }
  }

  private func step(toBranch node: StyleNode) -> Step {
    guard node.a >= 0 else { return Step() }
    let condition = style.conditions[Int(node.a)]
    return Step(
      variables: condition.needed ?? UInt128.max, types: condition.neededTypes ?? UInt64.max)
  }
}

/// Walks from a node to all it may render, looking for the variables that it needs.
private struct SilenceFinder: SilenceWalk {
  /// `calls` is nil where that depends on more than the variables.
  struct Found {
    var variables: UInt128 = 0
    var calls: Bool? = false
  }

  let style: CompiledStyle
  var macros: [MacroSilence<Found>]

  init(_ style: CompiledStyle) {
    self.style = style
    macros = Array(repeating: .new, count: style.macros.count)
  }

  /// Nil if the node may give text without any variable.
  mutating func silence(of place: Int32) -> Found? {
    let node = style.nodes[Int(place)]
    switch node.kind {
    case .variable, .number: return variable(node)
    case .date: return Found(variables: bit(node.a), calls: true)
    case .label:
      return Found(variables: node.a < VariableCode.firstName ? bit(node.a) : 0, calls: false)
    case .names: return names(style.names[Int(node.a)])
    case .term, .value: return node.text.isEmpty ? Found() : nil
    case .group, .branch: return silence(ofAll: node.children)
    case .macro: return node.a < 0 ? Found() : macro(Int(node.a))
    case .choose: return choice(node.children)
    }
  }

  private func bit(_ code: Int32) -> UInt128 { code < 0 ? 0 : VariableCode.bit(Int(code)) }

  private func variable(_ node: StyleNode) -> Found {
    guard node.a < VariableCode.firstName else { return Found(calls: true) }
    var variables = bit(node.a)
    switch Int(node.a) {
    case VariableCode.code(.title): variables |= VariableCode.bit(.titleShort)
    case VariableCode.code(.containerTitle): variables |= VariableCode.bit(.containerTitleShort)
    default: break
    }
    let isYearSuffix = node.kind == .variable && node.a == VariableCode.code(.yearSuffix)
    return Found(variables: variables, calls: !isYearSuffix)
  }

  private mutating func names(_ block: NamesBlock) -> Found? {
    guard var found = silence(ofAll: block.substitute) else { return nil }
    for variable in block.variables { found.variables |= VariableCode.bit(Int(variable)) }
    found.calls = true
    return found
  }

  mutating func silence(ofAll children: Range<Int32>) -> Found? {
    var found = Found()
    for place in children {
      guard let child = silence(of: place) else { return nil }
      found.variables |= child.variables
      if found.calls != true, child.calls != false { found.calls = child.calls }
    }
    return found
  }

  /// Branches whose condition fails without the variables are never taken; the others must agree.
  private mutating func choice(_ branches: Range<Int32>) -> Found? {
    var found = Found()
    var calls: [Bool?] = []
    var hasElse = false
    for place in branches {
      let condition = style.nodes[Int(place)].a
      if condition >= 0, let needed = style.conditions[Int(condition)].needed {
        found.variables |= needed
        continue
      }
      guard let branch = silence(of: place) else { return nil }
      found.variables |= branch.variables
      calls.append(branch.calls)
      hasElse = hasElse || condition < 0
    }
    if !hasElse { calls.append(false) }
    found.calls = calls.allSatisfy { $0 == calls[0] } ? calls[0] : .none
    return found
  }
}

extension Condition {
  /// Variables without which the condition cannot hold, one of them at least being given; nil if
  /// it may hold without any.
  fileprivate var needed: UInt128? {
    let tested = variables | numeric | uncertainDates
    guard tested != 0 else { return nil }
    let asksMore = asksType || asksLocator || positions != 0 || asksDisambiguate
    return switch match {
    case .all: tested
    case .any: asksMore ? nil : tested
    case .none: nil
    }
  }

  /// Whether the condition holds wherever one of the variables is given that it needs, and the type
  /// is one that it needs.
  fileprivate var asksNoMoreThanSteps: Bool {
    guard !hasUnknown, !asksMoreThanVariables else { return false }
    return switch match {
    case .all: variables.nonzeroBitCount <= 1
    case .any: asksType != (variables != 0)
    case .none: false
    }
  }
}
