import Bibliography
import Reporting

/// Looks through a style for what it refers to and does not have.
///
/// The compiler takes every style; what is wrong is told here, with its place, once.
struct StyleChecker {
  private let document: XMLDocument
  private var macros: [String: Int] = [:]
  /// For each macro the macros it calls, with the attribute that does.
  private var calls: [String: [(name: String, place: XMLDocument.Text)]] = [:]

  /// False, with a reported error, if evaluating it would not end, or take long.
  static func check(_ document: XMLDocument, report: inout Report) -> Bool {
    var checker = StyleChecker(document)
    checker.findMacros(report: &report)
    checker.walk(0, macro: nil, report: &report)
    VocabularyChecker.check(document, report: &report)
    guard let order = checker.order(report: &report) else { return false }
    return StyleSize.check(document, macros: order, report: &report)
  }

  private init(_ document: XMLDocument) { self.document = document }

  private mutating func findMacros(report: inout Report) {
    for child in document.children(of: 0) where document.elements[child].name == .macro {
      guard let name = document.value(.name, of: child) else {
        report.add(.macroName(document, child))
        continue
      }
      if macros[name] == nil { macros[name] = child }
    }
  }

  private mutating func walk(_ element: Int, macro: String?, report: inout Report) {
    let name = document.elements[element].name
    let macro = name == .macro ? document.value(.name, of: element) : macro
    if name == .text || name == .key { checkCall(element, macro, report: &report) }
    if name == .citation || name == .bibliography { checkLayout(element, report: &report) }
    if name == .text || name == .number || name == .date || name == .names || name == .label {
      checkVariables(element, report: &report)
    }
    for child in document.children(of: element) { walk(child, macro: macro, report: &report) }
  }

  private mutating func checkCall(_ element: Int, _ caller: String?, report: inout Report) {
    guard let place = document.attribute(.macro, of: element) else { return }
    let name = document.string(place)
    guard macros[name] != nil else {
      report.add(.macroUnknown(document, place))
      return
    }
    if let caller { calls[caller, default: []].append((name, place)) }
  }

  private func checkLayout(_ element: Int, report: inout Report) {
    let hasLayout = document.children(of: element).contains {
      document.elements[$0].name == .layout
    }
    if !hasLayout { report.add(.layoutMissing(document, element)) }
  }

  private func checkVariables(_ element: Int, report: inout Report) {
    guard let place = document.attribute(.variable, of: element) else { return }
    for name in document.words(of: place) where VariableCode.table[name] == nil {
      report.add(.variableUnknown(document, place, name))
    }
  }

  // MARK: Cycles

  private enum Mark { case open, done }

  /// The macros, each behind those that it calls; nil, with a report, if one calls itself.
  ///
  /// Follows the calls without recursion: a style may have thousands of macros.
  private func order(report: inout Report) -> [(name: String, element: Int)]? {
    var order: [(name: String, element: Int)] = []
    var hasCycles = false
    var marks: [String: Mark] = [:]
    for start in macros.keys.sorted() where marks[start] == nil {
      var path: [(name: String, next: Int)] = [(start, 0)]
      marks[start] = .open
      while let top = path.last {
        let targets = calls[top.name] ?? []
        guard top.next < targets.count else {
          marks[top.name] = .done
          if let element = macros[top.name] { order.append((top.name, element)) }
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = targets[top.next]
        switch marks[target.name] {
        case .open:
          report.add(.macroCycle(document, target.place))
          hasCycles = true
        case .done: break
        case nil:
          marks[target.name] = .open
          path.append((target.name, 0))
        }
      }
    }
    return hasCycles ? nil : order
  }
}

extension Diagnostic {
  fileprivate static func macroName(_ document: XMLDocument, _ element: Int) -> Self {
    .init(
      .warning, "macro-name", "Macro without a name is ignored", at: document.range(of: element),
      hint: "Add a 'name' attribute")
  }

  fileprivate static func macroUnknown(_ document: XMLDocument, _ place: XMLDocument.Text) -> Self {
    .init(
      .error, "macro-unknown", "Macro '\(document.string(place))' does not exist",
      at: document.range(of: place), hint: "Define the macro or correct its name")
  }

  fileprivate static func macroCycle(_ document: XMLDocument, _ place: XMLDocument.Text) -> Self {
    .init(
      .error, "macro-cycle", "Macro '\(document.string(place))' calls itself",
      at: document.range(of: place), hint: "Break the circle of macros")
  }

  fileprivate static func layoutMissing(_ document: XMLDocument, _ element: Int) -> Self {
    .init(
      .error, "layout-missing", "Citation or bibliography has no 'layout'",
      at: document.range(of: element), hint: "Add a 'layout' element")
  }

  fileprivate static func variableUnknown(
    _ document: XMLDocument, _ place: XMLDocument.Text, _ name: String
  ) -> Self {
    .init(
      .warning, "variable-unknown", "Variable '\(name)' is not one of CSL's",
      at: document.range(of: place), hint: "Mend its name, or take it out of the style")
  }
}
