import Reporting

/// What an element of a style comes to with the macros that it calls: how much evaluating it takes
/// at most, and how deep its elements nest.
struct StyleSize {
  var steps = 0
  var depth = 0

  /// Some six times as many as the largest style takes: macros that call each other twice double
  /// with each of them, and every reference goes through all steps.
  static let mostSteps = 5_000
  /// Some three times as deep as any style is, and safe for walks that call themselves.
  static let greatestDepth = 100
  /// So many bytes of a text count as a step.
  private static let bytesOfStep = 16

  /// Reports the first element with which a macro or layout becomes too large or too deep; false if
  /// there is one.
  ///
  /// `macros` are the elements that define them, each behind those that it calls.
  static func check(
    _ document: XMLDocument, macros: [(name: String, element: Int)], report: inout Report
  )
    -> Bool
  {
    var known: [String: StyleSize] = [:]
    do {
      for (name, element) in macros { known[name] = try size(ofChildren: element, document, known) }
      for child in document.children(of: 0) {
        switch document.elements[child].name {
        case .citation, .bibliography: _ = try size(ofChildren: child, document, known)
        default: break
        }
      }
      return true
    } catch {
      report.add(
        error.isTooDeep ? .tooDeep(document, error.element) : .tooLarge(document, error.element))
      return false
    }
  }

  private struct Excess: Error {
    var element: Int
    var isTooDeep: Bool
  }

  private static func size(
    ofChildren parent: Int, _ document: XMLDocument, _ macros: [String: StyleSize]
  ) throws(Excess) -> StyleSize {
    var sum = StyleSize()
    let isChoose = document.elements[parent].name == .choose
    let delimiter = document.attribute(.delimiter, of: parent)?.range.count ?? 0
    for child in document.children(of: parent) {
      let size = try size(of: child, document, macros)
      // Each branch is tested, one is taken.
      sum.steps = isChoose ? max(sum.steps, size.steps) + 1 : sum.steps + size.steps
      sum.steps += delimiter / bytesOfStep
      sum.depth = max(sum.depth, size.depth)
      guard sum.steps <= mostSteps else { throw Excess(element: child, isTooDeep: false) }
      guard sum.depth <= greatestDepth else { throw Excess(element: child, isTooDeep: true) }
    }
    return sum
  }

  private static func size(
    of element: Int, _ document: XMLDocument, _ macros: [String: StyleSize]
  ) throws(Excess) -> StyleSize {
    var size = try size(ofChildren: element, document, macros)
    var bytes = 0
    for index in document.elements[element].attributes {
      let attribute = document.attributes[Int(index)]
      switch attribute.name {
      case .macro:
        let macro = macros[document.string(attribute.value)] ?? StyleSize()
        size.steps += macro.steps
        size.depth = max(size.depth, macro.depth)
      case .prefix, .suffix, .value: bytes += attribute.value.range.count
      case .variable where document.elements[element].name == .names:
        size.steps += document.words(of: attribute.value).count
      default: break
      }
    }
    size.steps += 1 + bytes / bytesOfStep
    size.depth += 1
    return size
  }
}

extension Diagnostic {
  fileprivate static func tooLarge(_ document: XMLDocument, _ element: Int) -> Self {
    .init(
      .error, "style-too-large",
      "Elements up to here come to more than \(StyleSize.mostSteps) with the macros that they call",
      at: document.range(of: element), hint: "Call fewer macros here, or shorten their texts")
  }

  fileprivate static func tooDeep(_ document: XMLDocument, _ element: Int) -> Self {
    .init(
      .error, "style-too-deep",
      "Elements nest deeper than \(StyleSize.greatestDepth) with the macros that they call",
      at: document.range(of: element), hint: "Put macros together that only call each other")
  }
}
