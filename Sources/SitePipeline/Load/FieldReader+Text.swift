import JournalModel
import Reporting

extension FieldReader {
  /// One text, its blanks and line ends folded.
  mutating func text(_ names: String..., report: inout Report) -> Located<String>? {
    guard let node = node(named: names, &report) else { return nil }
    return node.text(named: names[0], &report)
  }

  /// The texts of a list, or one text.
  mutating func texts(_ names: String..., report: inout Report) -> [Located<String>] {
    guard let node = node(named: names, &report) else { return [] }
    guard case .sequence(let items) = node.content else {
      return node.text(named: names[0], &report).map { [$0] } ?? []
    }
    return items.compactMap { $0.text(named: names[0], &report) }
  }

  /// Text in one language or several: `title: Engine` or `title: {en: Engine, ur: انجن}`.
  mutating func localizedText(_ names: String..., report: inout Report) -> Localized<String>? {
    guard let node = node(named: names, &report) else { return nil }
    return node.localized(named: names[0], language: language, &report) { node, report in
      node.text(named: names[0], &report)?.value
    }
  }

  /// The words alone of a text that may hold Markdown and TeX.
  mutating func words(_ names: String..., report: inout Report) -> String? {
    guard let node = node(named: names, &report) else { return nil }
    return node.text(named: names[0], &report)?.words(&report)
  }

  /// The same in one language or several.
  mutating func localizedWords(_ names: String..., report: inout Report) -> Localized<String>? {
    guard let node = node(named: names, &report) else { return nil }
    return node.localized(named: names[0], language: language, &report) { node, report in
      node.text(named: names[0], &report)?.words(&report)
    }
  }

  /// Text with emphasis, in one language or several.
  mutating func richText(_ names: String..., report: inout Report) -> Localized<RichText>? {
    guard let node = node(named: names, &report) else { return nil }
    return node.localized(named: names[0], language: language, &report) { node, report in
      node.text(named: names[0], &report).map { RichText(markdown: $0, &report) }
    }
  }

  /// Markdown of one or several paragraphs, in one language or several.
  mutating func markdown(named names: [String], report: inout Report)
    -> [Localized<Located<String>>.Entry]
  {
    guard let node = node(named: names, &report) else { return [] }
    return node.localized(named: names[0], language: language, &report) { node, report in
      node.paragraphs(named: names[0], &report)
    }?.entries ?? []
  }

  /// `true` or `false`, also as `yes` or `no`.
  mutating func flag(_ names: String..., report: inout Report) -> Bool? {
    guard let node = node(named: names, &report),
      let text = node.typedText(named: names[0], &report)
    else { return nil }
    switch text.value.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      report.add(.notAFlag(names[0], text))
      return nil
    }
  }

  /// A whole number that is not negative.
  mutating func number(_ names: String..., report: inout Report) -> Located<Int>? {
    guard let node = node(named: names, &report),
      let text = node.typedText(named: names[0], &report)
    else { return nil }
    guard text.value.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text.value)
    else {
      report.add(.notANumber(names[0], text))
      return nil
    }
    return Located(number, at: text.range)
  }

  /// One word of a fixed list.
  mutating func choice<Value>(
    _ name: String, among values: [String: Value], report: inout Report
  ) -> Value? {
    guard let node = node(named: [name], &report),
      let text = node.typedText(named: name, &report)
    else { return nil }
    if let value = values[text.value.normalizedKey] { return value }
    report.add(.notAChoice(name, text, among: values.keys.sorted()))
    return nil
  }
}

extension YAMLNode {
  /// Text for readers, blanks folded; text that YAML cut off at ` #` is reported.
  func text(named name: String, _ report: inout Report) -> Located<String>? {
    guard case .scalar(let scalar) = content else {
      report.add(.fieldWrongKind(name, takes: "text", self))
      return nil
    }
    if let comment = scalar.comment { report.add(.commentInText(name, at: comment)) }
    let folded = scalar.text.foldingBlanks
    guard !folded.isEmpty else {
      report.add(.textEmpty(name, self))
      return nil
    }
    return Located(folded, at: range)
  }

  /// Text of paragraphs, their line ends kept.
  func paragraphs(named name: String, _ report: inout Report) -> Located<String>? {
    guard case .scalar(let scalar) = content else {
      report.add(.fieldWrongKind(name, takes: "text", self))
      return nil
    }
    if let comment = scalar.comment { report.add(.commentInText(name, at: comment)) }
    let trimmed = scalar.text.trimmingBlanks
    guard !trimmed.isEmpty else {
      report.add(.textEmpty(name, self))
      return nil
    }
    return Located(trimmed, at: range)
  }

  /// Text that its type checks as a whole, so that a comment behind it is one.
  func typedText(named name: String, _ report: inout Report) -> Located<String>? {
    guard case .scalar(let scalar) = content else {
      report.add(.fieldWrongKind(name, takes: "one value", self))
      return nil
    }
    return Located(scalar.text.trimmingBlanks, at: range)
  }

  /// A value in one language, or a mapping from language tags to values.
  func localized<Value>(
    named name: String, language: LanguageTag, _ report: inout Report,
    _ read: (YAMLNode, inout Report) -> Value?
  ) -> Localized<Value>? {
    guard case .mapping(let entries) = content else {
      return read(self, &report).map { Localized($0, in: language) }
    }
    var values: [Localized<Value>.Entry] = []
    for entry in entries {
      guard let tag = LanguageTag(entry.key) else {
        report.add(.languageKey(name, entry))
        continue
      }
      guard !entry.value.isAbsent, let value = read(entry.value, &report) else { continue }
      values.append(.init(language: tag, value: value))
    }
    return Localized(values)
  }
}

extension String {
  /// Without blanks at both ends, and one space for each run of blanks, line ends and control
  /// characters inside.
  var foldingBlanks: String {
    var last: UInt8 = 0x20
    let needsFolding = utf8.contains { byte in
      defer { last = byte }
      return byte < 0x20 || byte == 0x7F || byte == 0x20 && last == 0x20
        || last == 0xC2 && byte < 0xA0
    }
    guard needsFolding || last == 0x20 else { return self }
    return unicodeScalars.split { $0.value <= 0x20 || (0x7F..<0xA0).contains($0.value) }
      .map { String($0) }.joined(separator: " ")
  }

  /// Without blanks and line ends at both ends.
  var trimmingBlanks: String {
    var text = Substring(self).unicodeScalars
    while let first = text.first, first.value <= 0x20 { text.removeFirst() }
    while let last = text.last, last.value <= 0x20 { text.removeLast() }
    return String(text)
  }
}

extension Diagnostic {
  fileprivate static func commentInText(_ name: String, at comment: YAMLComment) -> Self {
    let severity: Severity = comment.isRemark ? .warning : .error
    return Self(
      severity, "yaml-comment-in-text",
      "Text of '\(name)' ends at ' #', where a comment begins in YAML", at: comment.range,
      hint: "Put the value in quotes, or move the comment to a line of its own")
  }

  fileprivate static func textEmpty(_ name: String, _ node: YAMLNode) -> Self {
    Self(
      .warning, "field-empty", "A text of '\(name)' is empty", at: node.range,
      hint: "Give a value, or remove it")
  }

  fileprivate static func languageKey(_ name: String, _ entry: YAMLEntry) -> Self {
    Self(
      .error, "language-tag", "'\(entry.key)' is no language tag", at: entry.keyRange,
      hint: "Name the language as in 'en' or 'ur', or put the whole value of '\(name)' in quotes")
  }

  fileprivate static func notAFlag(_ name: String, _ text: Located<String>) -> Self {
    Self(
      .error, "field-not-a-flag", "'\(name)' takes 'true' or 'false', not '\(text.value)'",
      at: text.range, hint: "Write 'true' or 'false'")
  }

  fileprivate static func notANumber(_ name: String, _ text: Located<String>) -> Self {
    Self(
      .error, "field-not-a-number", "'\(name)' takes a whole number, not '\(text.value)'",
      at: text.range, hint: "Write digits only")
  }

  fileprivate static func notAChoice(
    _ name: String, _ text: Located<String>, among values: [String]
  ) -> Self {
    Self(
      .error, "field-not-a-choice",
      "'\(text.value)' is no value of '\(name)'"
        + didYouMean(closest(to: text.value.normalizedKey, among: values)),
      at: text.range, hint: "Write one of: \(values.joined(separator: ", "))")
  }
}
