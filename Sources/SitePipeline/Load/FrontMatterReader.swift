import Reporting
import Yams

/// Reads a YAML document into a tree that knows the place of every value.
///
/// The only file that knows Yams. Yams counts lines and columns in Unicode scalars; the tree has
/// byte offsets. A scalar's value is compared with its source, since YAML gives up text without a
/// word: what stands behind ` #`, a leading `&word` or `!word`.
struct FrontMatterReader {
  private let source: YAMLSource
  /// Whether YAML refuses nothing of it.
  private var isWhole = true
  private var nodeCount = 0
  private var anchors: [Int: SourceRange] = [:]
  private var aliased: Set<Int> = []

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
    let source = YAMLSource(path: path, bytes: bytes, region: region)
    guard source.canExpandAliases(&report) else { return nil }
    var reader = FrontMatterReader(source)
    guard let root = reader.compose(&report) else { return nil }
    let node = reader.node(root, &report)
    guard reader.isWhole else { return nil }
    reader.reportUnusedAnchors(&report)
    return node
  }

  static let largestDocument = 1 << 20
  static let mostNodes = 200_000

  private init(_ source: YAMLSource) { self.source = source }

  // MARK: From Yams to the tree

  private mutating func node(_ node: Node, _ report: inout Report) -> YAMLNode? {
    switch node {
    case .scalar(let scalar):
      guard let start = begin(scalar.mark, &report) else { return nil }
      return self.scalar(scalar, at: start, &report)
    case .sequence(let sequence):
      guard let start = begin(sequence.mark, &report) else { return nil }
      var items: [YAMLNode] = []
      items.reserveCapacity(sequence.count)
      for item in sequence {
        if let item = self.node(item, &report) { items.append(item) }
      }
      let end = items.last?.range.bytes.upperBound ?? start
      return YAMLNode(content: .sequence(items), range: source.range(start, end))
    case .mapping(let mapping):
      guard let start = begin(mapping.mark, &report) else { return nil }
      var entries: [YAMLEntry] = []
      entries.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        if let entry = entry(key, value, &report) { entries.append(entry) }
      }
      let end = entries.last?.value.range.bytes.upperBound ?? start
      return YAMLNode(content: .mapping(entries), range: source.range(start, end))
    case .alias:
      return nil
    }
  }

  /// Where a node begins; nil when there are more than anybody needs.
  private mutating func begin(_ mark: Mark?, _ report: inout Report) -> Int? {
    nodeCount += 1
    let start = offset(mark)
    guard nodeCount <= Self.mostNodes else {
      if nodeCount == Self.mostNodes + 1 {
        report.add(.tooManyNodes(at: source.range(start, start)))
      }
      return nil
    }
    noteAnchor(start)
    if source[start] == UInt8(ascii: "!") {
      report.add(.tag(source.word(at: start), at: source.wordRange(at: start)))
    }
    return start
  }

  private mutating func entry(_ key: Node, _ value: Node, _ report: inout Report) -> YAMLEntry? {
    guard case .scalar(let scalar) = key else {
      let start = offset(key.mark)
      report.add(.keyNotText(at: source.range(start, start)))
      return nil
    }
    let first = scalar.string.unicodeScalars.first
    if let first, Self.isMask(first) { return nil }
    let start = offset(scalar.mark)
    guard let value = node(value, &report) else { return nil }
    if first?.properties.isWhitespace == true {
      report.add(.foreignBlank(at: source.range(start, start)))
      return nil
    }
    return YAMLEntry(
      key: scalar.string, name: scalar.string.normalizedKey,
      keyRange: source.range(start, end(of: scalar, from: start)), value: value)
  }

  private func scalar(
    _ scalar: Node.Scalar, at start: Int, _ report: inout Report
  ) -> YAMLNode {
    let end = end(of: scalar, from: start)
    var text = scalar.string
    if scalar.style == .doubleQuoted {
      for command in source.swallowedCommands(inQuoted: start..<end) {
        report.add(.swallowed(command))
        text = text.replacing(command.value, with: command.text)
      }
    }
    let place = source.range(start, end).bytes
    let holdsLines = source.bytes[place].contains(UInt8(ascii: "\n"))
    if scalar.style == .folded || holdsLines, scalar.style != .literal {
      text = text.joiningFoldedLines
    }
    let isPlain = scalar.style == .plain
    let comment = isPlain && !scalar.string.isEmpty ? source.comment(after: end) : nil
    return YAMLNode(
      content: .scalar(YAMLScalar(text: text, isPlain: isPlain, comment: comment)),
      range: source.range(start, end))
  }

  private func end(of scalar: Node.Scalar, from start: Int) -> Int {
    switch scalar.style {
    case .singleQuoted: source.endOfQuoted(from: start, quote: UInt8(ascii: "'"))
    case .doubleQuoted: source.endOfQuoted(from: start, quote: UInt8(ascii: "\""))
    case .plain, .any: source.endOfPlain(scalar.string, from: start)
    case .literal, .folded: source.lines.end(of: start)
    }
  }

  private func offset(_ mark: Mark?) -> Int {
    mark.map { source.lines.offset(line: $0.line, column: $0.column, in: source.bytes) }
      ?? source.region.lowerBound
  }
}

// MARK: Anchors and aliases

extension FrontMatterReader {
  /// A node met at one place twice is an alias of the first.
  private mutating func noteAnchor(_ start: Int) {
    guard source[start] == UInt8(ascii: "&") else { return }
    if anchors[start] == nil {
      anchors[start] = source.wordRange(at: start)
    } else {
      aliased.insert(start)
    }
  }

  /// `title: &Rights of man` is read by YAML as "of man": an anchor that nothing uses is text.
  private func reportUnusedAnchors(_ report: inout Report) {
    for (start, place) in anchors.sorted(by: { $0.key < $1.key }) where !aliased.contains(start) {
      report.add(.anchor(source.word(at: start), at: place))
    }
  }
}

// MARK: What Yams refuses

extension FrontMatterReader {
  /// Characters that stand for what has been reported; nobody's text has them.
  private static let masks: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{E01F}"

  fileprivate static func isMask(_ scalar: Unicode.Scalar) -> Bool { masks.contains(scalar) }

  /// Composes; what is wrong is reported and taken out, and composing begins again.
  ///
  /// So one mistake does not hide the others: the second place of a key is masked, a field that
  /// YAML refuses is left out.
  private mutating func compose(_ report: inout Report) -> Node? {
    var text = String(decoding: source.bytes[source.region], as: UTF8.self)
    let hasAnchors = text.utf8.contains(UInt8(ascii: "&"))
    // A large document is not read again and again.
    let most = max(1, Self.largestDocument / max(1, source.region.count))
    for value in (Self.masks.lowerBound.value...Self.masks.upperBound.value).prefix(most) {
      guard let mask = Unicode.Scalar(value) else { break }
      do {
        return try Parser(
          yaml: text, resolver: .basic, constructor: .default, encoding: .utf8
        ).singleRoot()
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let key = keys.first,
          let second = reportDuplicate(of: key, at: offset(context.mark), &report),
          let masked = text.replacingScalar(
            atLine: second.line, column: second.column, with: mask)
        else { return nil }
        text = masked
      } catch {
        let found = diagnostic(of: error)
        let line = source.lines.line(of: found.range.bytes.lowerBound)
        let rest = text.replacingField(atLine: line, with: mask)
        // What is left out cannot be wrong again, and may have taken an anchor with it.
        let follows = rest == nil || hasAnchors && "\(error)".contains("undefined alias")
        if isWhole || !follows { report.add(found) }
        isWhole = false
        guard let rest else { return nil }
        text = rest
      }
    }
    return nil
  }

  /// Reports a key that stands twice; the place of the second, where it can be found again.
  private func reportDuplicate(of key: String, at start: Int, _ report: inout Report)
    -> (line: Int, column: Int)?
  {
    let length = key.utf8.count
    let places = source.places(ofKey: key, inColumnOf: start)
    guard let first = places.firstIndex(where: { $0.offset == start }), first + 1 < places.count
    else {
      report.add(.duplicateKey(key, at: source.range(start, start + length), first: nil))
      return nil
    }
    let (line, column, place) = places[first + 1]
    report.add(
      .duplicateKey(
        key, at: source.range(place, place + length),
        first: source.range(start, start + length)))
    return (line, column)
  }

  private func diagnostic(of error: any Error) -> Diagnostic {
    switch error {
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      return source.explained(
        problem, context: context?.text ?? "", at: offset(mark),
        contextAt: context.map { offset($0.mark) })
    case YamlError.reader(let problem, _, _, _):
      return source.explained(
        problem, context: "", at: source.firstControlCharacter, contextAt: nil)
    default:
      return source.explained(
        "\(error)", context: "", at: source.region.lowerBound, contextAt: nil)
    }
  }
}

extension String {
  /// The text with an empty field of a new name in place of the outermost one that holds a line,
  /// counted from 0; nil if it has been replaced before.
  fileprivate func replacingField(atLine line: Int, with name: Unicode.Scalar) -> String? {
    let bytes = Array(utf8)
    let table = LineTable(bytes, region: 0..<bytes.count)
    let fields = table.starts.filter { start in
      start < bytes.count && !" \t\r\n#-]}".utf8.contains(bytes[start])
        && bytes[start..<table.end(of: start)].contains(UInt8(ascii: ":"))
    }
    let place = table.starts[min(line, table.starts.count - 1)]
    let start = fields.last { $0 <= place } ?? 0
    let end = fields.first { $0 > place } ?? bytes.count
    let first = String(decoding: bytes[start..<end].prefix(3), as: UTF8.self).unicodeScalars.first
    if let first, FrontMatterReader.isMask(first) { return nil }
    let breaks = table.starts.count { start < $0 && $0 <= end }
    return String(decoding: bytes[..<start], as: UTF8.self)
      + "\(name):" + String(repeating: "\n", count: breaks)
      + String(decoding: bytes[end...], as: UTF8.self)
  }

  /// The text with one scalar replaced, found by line and column from 1.
  fileprivate func replacingScalar(atLine line: Int, column: Int, with scalar: Unicode.Scalar)
    -> String?
  {
    let bytes = Array(utf8)
    let table = LineTable(bytes, region: 0..<bytes.count)
    let start = table.offset(line: line, column: column, in: bytes)
    guard start < bytes.count else { return nil }
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return String(decoding: bytes[..<start], as: UTF8.self) + String(scalar)
      + String(decoding: bytes[end...], as: UTF8.self)
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

  fileprivate static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange?)
    -> Self
  {
    Self(
      .error, "yaml-duplicate-key", "Field '\(key)' stands twice", at: range,
      notes: first.map { [Note("First given here", at: $0)] } ?? [],
      hint: "Remove one of the two")
  }
}
