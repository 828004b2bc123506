/// What the processor knew about one item after a step.
public struct TraceStep: Sendable, Hashable {
  /// The step: "Order", "Citation 2, collapsed".
  public var title: String
  /// Hints in words, or a tree: one node a line, children indented.
  public var text: String

  public init(title: String, text: String) {
    self.title = title
    self.text = text
  }
}

/// The steps noted so far for one item.
struct Trace {
  let item: Int
  var steps: [TraceStep] = []

  init(item: Int) { self.item = item }
}
