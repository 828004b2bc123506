/// What was found, in the order it was found.
///
/// A function that can find something takes `report: inout Report` and goes on.
public struct Report: Sendable, Hashable, Codable {
  public private(set) var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic] = []) {
    self.diagnostics = diagnostics
  }

  public var isEmpty: Bool { diagnostics.isEmpty }
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  public mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  public mutating func merge(_ other: Report) {
    diagnostics += other.diagnostics
  }

  /// The findings by path, line and column; those at one place keep their order.
  public var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      let (x, y) = (a.element.range, b.element.range)
      if x.path != y.path { return x.path.precedes(y.path) }
      if x.bytes.lowerBound != y.bytes.lowerBound {
        return x.bytes.lowerBound < y.bytes.lowerBound
      }
      return a.offset < b.offset
    }.map(\.element)
  }
}
