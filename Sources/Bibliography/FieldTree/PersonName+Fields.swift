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
          "name", must: "a set of name parts, or text",
          at: SourceRange(path: path, bytes: node.bytes)))
      return nil
    }
    self.init()
    var holdsParticles = true
    for entry in entries {
      guard let (_, field) = NameField.table[entry.name.utf8] else { continue }
      let text = entry.value.scalar
      switch field {
      case .hasCommaSuffix: hasCommaSuffix = entry.value.isTruthy
      case .isStaticallyOrdered: isStaticallyOrdered = entry.value.isTruthy
      case .holdsParticles:
        holdsParticles = entry.value.isTruthy
        continue
      default: set(field, text ?? "")
      }
      if text == nil, entry.value.elements != nil || entry.value.entries != nil {
        report.add(
          .fieldType(
            entry.name, must: "text", at: SourceRange(path: path, bytes: entry.value.bytes)))
      }
    }
    guard settle(holdsParticles: holdsParticles) else { return nil }
  }

  /// Gives a part its text.
  mutating func set(_ field: NameField, _ text: String) {
    switch field {
    case .family: family = text
    case .given: given = text
    case .droppingParticle: droppingParticle = text
    case .nonDroppingParticle: nonDroppingParticle = text
    case .suffix: suffix = text
    case .literal: literal = text
    case .hasCommaSuffix, .isStaticallyOrdered, .holdsParticles: break
    }
  }

  /// Separates particles when all parts are read; whether there is a name at all.
  mutating func settle(holdsParticles: Bool) -> Bool {
    if holdsParticles { separateParticles() }
    return !isEmpty
  }
}
