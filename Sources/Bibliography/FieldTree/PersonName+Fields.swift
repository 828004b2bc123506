import Reporting

extension PersonName {
  /// The names of a name variable: a list of maps, or of text for bodies; one of them may stand
  /// without the list.
  static func read(_ node: FieldNode, path: String, report: inout Report) -> [PersonName] {
    let nodes = node.elements ?? [node]
    return nodes.compactMap { PersonName($0, path: path, report: &report) }
  }

  private init?(_ node: FieldNode, path: String, report: inout Report) {
    if let text = node.scalar {
      guard !text.isEmpty else { return nil }
      self.init(literal: text)
      return
    }
    guard let entries = node.entries else {
      if case .null = node.content { return nil }
      report.add(
        .fieldType(
          "name", must: "a map of name parts or text",
          at: SourceRange(path: path, bytes: node.bytes)))
      return nil
    }
    self.init()
    var hasParticles = true
    for entry in entries {
      if entry.name == "parse-names" { hasParticles = entry.value.isTruthy }
      read(entry, path: path, report: &report)
    }
    if literal.isEmpty, hasParticles { self = separatingParticles() }
    if self == PersonName() { return nil }
  }

  private mutating func read(_ entry: FieldNode.Entry, path: String, report: inout Report) {
    let text = entry.value.scalar
    switch entry.name {
    case "family": family = text ?? ""
    case "given": given = text ?? ""
    case "dropping-particle": droppingParticle = text ?? ""
    case "non-dropping-particle": nonDroppingParticle = text ?? ""
    case "suffix": suffix = text ?? ""
    case "literal", "name": literal = text ?? ""
    case "comma-suffix": hasCommaSuffix = entry.value.isTruthy
    case "static-ordering": isStaticallyOrdered = entry.value.isTruthy
    default: return
    }
    if text == nil, entry.value.elements != nil || entry.value.entries != nil {
      report.add(
        .fieldType(
          entry.name, must: "text", at: SourceRange(path: path, bytes: entry.value.bytes)))
    }
  }
}
