import Reporting

/// Reads a YAML document into a tree that knows the place of every value.
///
/// What YAML gives up without a word is reported: text behind ` #`, a leading `&word` or `!word`.
struct FrontMatterReader {
  private let source: YAMLSource
  private var events: [YAMLEvent] = []
  /// Whether YAML refuses nothing of it.
  private var isWhole = true
  private var valueCount = 0
  private var depth = 0
  /// The first of the values that are too many.
  private var excess: Int?
  /// Where values with anchors begin, and those that aliases repeat.
  private var anchored: Set<Int> = []
  private var repeated: Set<Int> = []

  /// The tree of the YAML in `region` of a file that is valid UTF-8.
  ///
  /// Nil when the document is empty, and when it is not YAML, after all such mistakes were reported.
  static func read(
    _ bytes: [UInt8], region: Range<Int>, path: String, report: inout Report
  ) -> YAMLNode? {
    guard region.count <= largestDocument else {
      report.add(
        .tooLarge(at: SourceRange(path: path, bytes: region.lowerBound..<region.lowerBound)))
      return nil
    }
    var reader = FrontMatterReader(YAMLSource(path: path, bytes: bytes, region: region))
    reader.events = reader.readEvents(&report)
    guard !reader.events.isEmpty else { return nil }
    let node = reader.node(at: 0, &report)
    if let excess = reader.excess {
      report.add(.tooManyValues(at: reader.source.range(excess, excess)))
      return nil
    }
    guard reader.isWhole else { return nil }
    reader.reportUnusedAnchors(&report)
    return node
  }

  fileprivate static let largestDocument = 1 << 20
  private static let mostValues = 200_000

  private init(_ source: YAMLSource) { self.source = source }

  // MARK: From events to the tree

  private mutating func node(at index: Int, _ report: inout Report) -> YAMLNode? {
    let event = events[index]
    if case .alias(let target) = event.kind {
      repeated.insert(events[target].start)
      // What is wrong with the value is reported where it stands.
      var known = Report()
      return node(at: target, &known)
    }
    guard begin(event.start, &report) else { return nil }
    depth += 1
    defer { depth -= 1 }
    switch event.kind {
    case .alias: return nil
    case .scalar(let text, let style):
      return scalar(text, style, at: event.start..<event.end, &report)
    case .sequence(let end):
      let items = items(in: (index + 1)..<end, &report)
      return YAMLNode(
        content: .sequence(items),
        range: source.range(event.start, items.last?.range.bytes.upperBound ?? event.start))
    case .mapping(let end):
      let entries = entries(in: (index + 1)..<end, &report)
      return YAMLNode(
        content: .mapping(entries),
        range: source.range(
          event.start, entries.last?.value.range.bytes.upperBound ?? event.start))
    }
  }

  /// Counts a value that begins somewhere; false when there are more than anybody needs.
  private mutating func begin(_ start: Int, _ report: inout Report) -> Bool {
    valueCount += 1
    guard valueCount <= Self.mostValues, depth <= YAMLEvent.mostLevels else {
      excess = excess ?? start
      return false
    }
    switch source[start] {
    case UInt8(ascii: "&"): anchored.insert(start)
    case UInt8(ascii: "!"):
      report.add(.tag(source.word(at: start), at: source.wordRange(at: start)))
    default: break
    }
    return true
  }

  private mutating func items(in range: Range<Int>, _ report: inout Report) -> [YAMLNode] {
    var items: [YAMLNode] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let item = node(at: index, &report) { items.append(item) }
      index = events[index].next(from: index)
    }
    return items
  }

  private mutating func entries(in range: Range<Int>, _ report: inout Report) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var places: [String: SourceRange] = [:]
    var index = range.lowerBound
    while index < range.upperBound {
      let value = events[index].next(from: index)
      if let (key, place) = key(at: index, &report) {
        if let first = places[key] {
          report.add(.duplicateKey(key, at: place, first: first))
        } else {
          places[key] = place
          if let entry = entry(key, at: place, value, &report) { entries.append(entry) }
        }
      }
      index = events[value].next(from: value)
    }
    return entries
  }

  private func key(at index: Int, _ report: inout Report) -> (String, SourceRange)? {
    var key = events[index]
    if case .alias(let target) = key.kind { key = events[target] }
    guard case .scalar(let text, let style) = key.kind else {
      report.add(.keyNotText(at: source.range(key.start, key.start)))
      return nil
    }
    return (text, range(key.start..<key.end, style))
  }

  private mutating func entry(
    _ key: String, at place: SourceRange, _ value: Int, _ report: inout Report
  ) -> YAMLEntry? {
    let first = key.unicodeScalars.first
    if let first, Self.masks.contains(first) { return nil }
    guard let value = node(at: value, &report) else { return nil }
    if first?.properties.isWhitespace == true {
      let start = place.bytes.lowerBound
      report.add(.foreignBlank(at: source.range(start, start)))
      return nil
    }
    return YAMLEntry(key: key, name: key.normalizedKey, keyRange: place, value: value)
  }

  private func scalar(
    _ value: String, _ style: YAMLEvent.ScalarStyle, at place: Range<Int>,
    _ report: inout Report
  ) -> YAMLNode {
    var text = value
    if style == .doubleQuoted {
      let commands = source.swallowedCommands(inQuoted: place)
      for command in commands { report.add(.swallowed(command)) }
      if !commands.isEmpty { text = text.restoring(commands) }
    }
    let holdsLines = source.bytes[place].contains(UInt8(ascii: "\n"))
    if style == .folded || holdsLines, style != .literal {
      text = text.joiningFoldedLines
    }
    let isPlain = style == .plain
    let comment = isPlain && !value.isEmpty ? source.comment(after: place.upperBound) : nil
    return YAMLNode(
      content: .scalar(YAMLScalar(text: text, isPlain: isPlain, comment: comment)),
      range: range(place, style))
  }

  /// The place of a scalar; of a block, its first line.
  private func range(_ place: Range<Int>, _ style: YAMLEvent.ScalarStyle) -> SourceRange {
    let start = place.lowerBound
    return switch style {
    case .plain, .singleQuoted, .doubleQuoted: source.range(start, place.upperBound)
    case .literal, .folded: source.range(start, source.lines.end(of: start))
    }
  }

  /// `title: &Rights of man` is read by YAML as "of man": an anchor that nothing uses is text.
  private func reportUnusedAnchors(_ report: inout Report) {
    for start in anchored.subtracting(repeated).sorted() {
      report.add(.anchor(source.word(at: start), at: source.wordRange(at: start)))
    }
  }
}

// MARK: What YAML refuses

extension FrontMatterReader {
  /// Names of fields that YAML refuses; nobody's text has these characters.
  private static let masks: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{E01F}"

  /// The events of the document; a field that YAML refuses is reported and left out, and reading
  /// begins again, so that one mistake does not hide the others.
  private mutating func readEvents(_ report: inout Report) -> [YAMLEvent] {
    var text = Array(source.bytes[source.region])
    let hasAnchors = text.contains(UInt8(ascii: "&"))
    // A large document is not read again and again.
    let most = max(1, Self.largestDocument / max(1, source.region.count))
    for value in (Self.masks.lowerBound.value...Self.masks.upperBound.value).prefix(most) {
      guard let mask = Unicode.Scalar(value) else { break }
      do {
        return try YAMLEventReader.read(text, in: source)
      } catch {
        let found = source.explained(error)
        let line = source.lines.line(of: found.range.bytes.lowerBound)
        let rest = Self.replacingField(atLine: line, of: text, with: mask)
        // What is left out cannot be wrong again, and may have taken an anchor with it.
        let follows = rest == nil || hasAnchors && error.problem == YAMLRefusal.undefinedAlias
        if isWhole || !follows { report.add(found) }
        isWhole = false
        guard let rest else { break }
        text = rest
      }
    }
    return []
  }

  /// A text with an empty field of a new name in place of the outermost one that holds a line,
  /// counted from 0; nil if it has been replaced before.
  private static func replacingField(
    atLine line: Int, of text: [UInt8], with name: Unicode.Scalar
  ) -> [UInt8]? {
    let table = LineTable(text, region: text.indices)
    let fields = table.starts.filter { start in
      start < text.count && !" \t\r\n#-]}".utf8.contains(text[start])
        && text[start..<table.end(of: start)].contains(UInt8(ascii: ":"))
    }
    let place = table.starts[min(line, table.starts.count - 1)]
    let start = fields.last { $0 <= place } ?? 0
    let end = fields.first { $0 > place } ?? text.count
    let first = String(decoding: text[start..<end].prefix(3), as: UTF8.self).unicodeScalars.first
    if let first, masks.contains(first) { return nil }
    let breaks = table.starts.count { start < $0 && $0 <= end }
    let field = "\(name):" + String(repeating: "\n", count: breaks)
    var text = text
    text.replaceSubrange(start..<end, with: field.utf8)
    return text
  }
}

extension Diagnostic {
  fileprivate static func tooLarge(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-too-large",
      "Metadata holds more than \(FrontMatterReader.largestDocument / 1024) KB", at: range,
      hint: "Move the text below the second '---'")
  }

  fileprivate static func keyNotText(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-key-not-text", "Field name is no text", at: range,
      hint: "Write a name before the colon, or put the value in quotes")
  }

  fileprivate static func tag(_ word: String, at range: SourceRange) -> Self {
    Self(
      .error, "yaml-tag", "'\(word)' is a tag in YAML and would be left out of the text",
      at: range, hint: "Put the value in quotes")
  }

  fileprivate static func anchor(_ word: String, at range: SourceRange) -> Self {
    Self(
      .error, "yaml-anchor", "'\(word)' is an anchor in YAML and would be left out of the text",
      at: range, hint: "Put the value in quotes")
  }

  fileprivate static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange)
    -> Self
  {
    Self(
      .error, "yaml-duplicate-key", "Field '\(key)' stands twice", at: range,
      notes: [Note("First given here", at: first)],
      hint: "Remove one of the two")
  }

  fileprivate static func tooManyValues(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-too-many-values", "Aliases make more values than can be read", at: range,
      hint: "Write the values out instead of repeating them with '*'")
  }
}
