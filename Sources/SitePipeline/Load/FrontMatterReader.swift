import Reporting
import Yams

/// Reads a YAML document into a tree that knows the place of every value.
///
/// The only file that knows Yams. Yams counts lines and columns in Unicode scalars; the tree has
/// byte offsets. A scalar's value is compared with its source, since YAML gives up text without a
/// word: what stands behind ` #`, a leading `&word` or `!word`.
struct FrontMatterReader {
  private let path: String
  /// The file.
  private let bytes: [UInt8]
  private let lines: LineTable
  private var nodeCount = 0
  private var anchors: [Int: SourceRange] = [:]
  private var aliased: Set<Int> = []

  /// The tree of the YAML in `region` of a file that is valid UTF-8; nil after an error was
  /// reported or when the document is empty.
  static func read(
    _ bytes: [UInt8], region: Range<Int>, path: String, report: inout Report
  ) -> YAMLNode? {
    guard region.count <= largestDocument else {
      report.add(
        .tooLarge(at: SourceRange(path: path, bytes: region.lowerBound..<region.lowerBound)))
      return nil
    }
    var reader = FrontMatterReader(path: path, bytes: bytes, region: region)
    guard reader.canExpandAliases(in: region, &report) else { return nil }
    guard let root = reader.compose(region, &report) else { return nil }
    let node = reader.node(root, &report)
    reader.reportUnusedAnchors(&report)
    return node
  }

  static let largestDocument = 1 << 20
  static let mostNodes = 200_000

  private init(path: String, bytes: [UInt8], region: Range<Int>) {
    self.path = path
    self.bytes = bytes
    lines = LineTable(bytes, region: region)
  }

  // MARK: From Yams to the tree

  private mutating func node(_ node: Node, _ report: inout Report) -> YAMLNode? {
    nodeCount += 1
    let start = offset(node.mark)
    guard nodeCount <= Self.mostNodes else {
      if nodeCount == Self.mostNodes + 1 { report.add(.tooManyNodes(at: range(start, start))) }
      return nil
    }
    noteAnchor(start)
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, at: start, &report)
    case .sequence(let sequence):
      var items: [YAMLNode] = []
      items.reserveCapacity(sequence.count)
      for item in sequence {
        if let item = self.node(item, &report) { items.append(item) }
      }
      return YAMLNode(
        content: .sequence(items), range: range(start, items.last?.range.bytes.upperBound ?? start))
    case .mapping(let mapping):
      var entries: [YAMLEntry] = []
      entries.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        if let entry = entry(key, value, &report) { entries.append(entry) }
      }
      let end = entries.last?.value.range.bytes.upperBound ?? start
      return YAMLNode(content: .mapping(entries), range: range(start, end))
    case .alias:
      return nil
    }
  }

  private mutating func entry(_ key: Node, _ value: Node, _ report: inout Report) -> YAMLEntry? {
    let start = offset(key.mark)
    guard case .scalar(let scalar) = key else {
      report.add(.keyNotText(at: range(start, start)))
      return nil
    }
    guard let value = node(value, &report) else { return nil }
    if let first = scalar.string.unicodeScalars.first, Self.isMask(first) { return nil }
    return YAMLEntry(
      key: scalar.string, name: scalar.string.normalizedKey,
      keyRange: range(start, end(of: scalar, from: start)), value: value)
  }

  private func scalar(_ scalar: Node.Scalar, at start: Int, _ report: inout Report) -> YAMLNode {
    let end = end(of: scalar, from: start)
    let isPlain = scalar.style == .plain
    if start < bytes.count, bytes[start] == UInt8(ascii: "!") {
      report.add(.tag(word(at: start), at: range(start, start + word(at: start).utf8.count)))
    }
    return YAMLNode(
      content: .scalar(
        YAMLScalar(
          text: scalar.string, isPlain: isPlain,
          comment: isPlain && !scalar.string.isEmpty ? comment(after: end) : nil)),
      range: range(start, end))
  }

  // MARK: Where a scalar ends

  private func end(of scalar: Node.Scalar, from start: Int) -> Int {
    switch scalar.style {
    case .singleQuoted: endOfQuoted(from: start, quote: UInt8(ascii: "'"))
    case .doubleQuoted: endOfQuoted(from: start, quote: UInt8(ascii: "\""))
    case .plain, .any: endOfPlain(scalar.string, from: start)
    case .literal, .folded: lines.end(of: start)
    }
  }

  /// Walks over value and source together: a fold of lines is one space in the value.
  private func endOfPlain(_ value: String, from start: Int) -> Int {
    var offset = start
    for byte in value.utf8 where !Self.isBlank(byte) {
      while offset < bytes.count, Self.isBlank(bytes[offset]) { offset += 1 }
      guard offset < bytes.count, bytes[offset] == byte else {
        return max(start, min(offset, lines.end(of: start)))
      }
      offset += 1
    }
    return offset
  }

  private func endOfQuoted(from start: Int, quote: UInt8) -> Int {
    var offset = start
    // An anchor or a tag may stand before the quote.
    while offset < bytes.count, bytes[offset] != quote { offset += 1 }
    offset += 1
    while offset < bytes.count {
      if quote == UInt8(ascii: "\""), bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
      } else if bytes[offset] == quote {
        guard quote == UInt8(ascii: "'"), offset + 1 < bytes.count, bytes[offset + 1] == quote
        else {
          return offset + 1
        }
        offset += 2
      } else {
        offset += 1
      }
    }
    return bytes.count
  }

  private func comment(after end: Int) -> YAMLComment? {
    var offset = end
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    guard offset > end, offset < bytes.count, bytes[offset] == UInt8(ascii: "#") else {
      return nil
    }
    let mark = offset
    offset += 1
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == UInt8(ascii: "(") {
      offset += 1
    }
    let isWord = offset < bytes.count && (bytes[offset] | 0x20 >= 0x61 || bytes[offset] >= 0x80)
    return YAMLComment(
      range: range(mark, lines.end(of: mark)), isRemark: offset > mark + 1 && isWord)
  }

  // MARK: Places

  private func offset(_ mark: Mark?) -> Int {
    mark.map { lines.offset(line: $0.line, column: $0.column, in: bytes) } ?? lines.start
  }

  private func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(path: path, bytes: start..<max(start, end))
  }

  /// The characters from a place to the next space.
  private func word(at start: Int) -> String {
    String(decoding: bytes[start...].prefix { !Self.isBlank($0) }, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

// MARK: Anchors and aliases

extension FrontMatterReader {
  /// A node met at one place twice is an alias of the first.
  private mutating func noteAnchor(_ start: Int) {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "&") else { return }
    if anchors[start] == nil {
      anchors[start] = range(start, start + word(at: start).utf8.count)
    } else {
      aliased.insert(start)
    }
  }

  /// `title: &Rights of man` is read by YAML as "of man": an anchor that nothing uses is text.
  private func reportUnusedAnchors(_ report: inout Report) {
    for (start, place) in anchors.sorted(by: { $0.key < $1.key }) where !aliased.contains(start) {
      report.add(.anchor(word(at: start), at: place))
    }
  }

  /// Whether the aliases cannot blow up: Yams compares and hashes nodes with all that they hold.
  private func canExpandAliases(in region: Range<Int>, _ report: inout Report) -> Bool {
    var anchorCount = 0
    var aliasCount = 0
    var previous = UInt8(ascii: "\n")
    for index in region {
      let byte = bytes[index]
      defer { previous = byte }
      guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"),
        Self.isBlank(previous) || "[{,:".utf8.contains(previous),
        index + 1 < region.upperBound, !Self.isBlank(bytes[index + 1])
      else { continue }
      if byte == UInt8(ascii: "&") { anchorCount += 1 } else { aliasCount += 1 }
    }
    guard anchorCount > 1, aliasCount > 1 else { return true }
    // At worst the aliases are spread evenly over as many levels as there are anchors.
    var size = 1.0
    for _ in 0..<anchorCount where size <= Double(Self.mostNodes) {
      size *= Double(aliasCount) / Double(anchorCount) + 1
    }
    guard size > Double(Self.mostNodes) else { return true }
    report.add(.tooManyNodes(at: range(region.lowerBound, region.lowerBound)))
    return false
  }
}

// MARK: What Yams refuses

extension FrontMatterReader {
  private static func isMask(_ scalar: Unicode.Scalar) -> Bool {
    (0xE000..<0xE020).contains(scalar.value)
  }

  /// Composes; a duplicate key is reported, its second place masked, and composing begins again,
  /// so that one mistake does not hide the others.
  private func compose(_ region: Range<Int>, _ report: inout Report) -> Node? {
    var source = String(decoding: bytes[region], as: UTF8.self)
    for mask in 0..<0x20 {
      do {
        return try Parser(
          yaml: source, resolver: .basic, constructor: .default, encoding: .utf8
        ).singleRoot()
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let key = keys.first,
          let second = reportDuplicate(of: key, at: offset(context.mark), &report),
          let masked = source.replacingScalar(
            atLine: second.line, column: second.column, with: 0xE000 + UInt32(mask))
        else { return nil }
        source = masked
      } catch let error as YamlError {
        report.add(diagnostic(of: error))
        return nil
      } catch {
        report.add(.syntax("\(error)", at: range(region.lowerBound, region.lowerBound)))
        return nil
      }
    }
    return nil
  }

  /// Reports a key that stands twice; the place of the second, where it can be found again.
  private func reportDuplicate(of key: String, at start: Int, _ report: inout Report)
    -> (line: Int, column: Int)?
  {
    let length = key.utf8.count
    let column = lines.column(of: start)
    let places = lines.starts.enumerated().compactMap { line, lineStart -> (Int, Int)? in
      let place = lineStart + column
      guard place + length < bytes.count,
        bytes[place..<place + length].elementsEqual(key.utf8),
        bytes[(place + length)...].first(where: { $0 != 0x20 }) == UInt8(ascii: ":"),
        bytes[lineStart..<place].allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") })
      else { return nil }
      return (line, place)
    }
    guard let first = places.firstIndex(where: { $0.1 == start }), first + 1 < places.count else {
      report.add(.duplicateKey(key, at: range(start, start + length), first: nil))
      return nil
    }
    let (line, place) = places[first + 1]
    report.add(
      .duplicateKey(
        key, at: range(place, place + length), first: range(start, start + length)))
    return (line + 1, column + 1)
  }

  private func diagnostic(of error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = offset(mark)
      return explained(
        problem, context: context?.text ?? "", at: place, contextAt: context.map { offset($0.mark) }
      )
    case .reader(let problem, _, _, _):
      return .syntax(problem, at: range(lines.start, lines.start))
    default:
      return .syntax("\(error)", at: range(lines.start, lines.start))
    }
  }

  /// Whether one of the characters stands before a place, on its line.
  private func follows(_ place: Int, anyOf characters: String) -> Bool {
    var offset = place - 1
    while offset >= 0, bytes[offset] == 0x20 { offset -= 1 }
    return offset >= 0 && offset < place - 1 && characters.utf8.contains(bytes[offset])
  }

  /// The same in an editor's words, with the cure, for what editors meet.
  private func explained(_ problem: String, context: String, at place: Int, contextAt: Int?)
    -> Diagnostic
  {
    let there = place < bytes.count ? bytes[place] : UInt8(ascii: "\n")
    if problem.contains("mapping values are not allowed") {
      return .colonInText(at: range(place, place + 1))
    }
    if context.contains("quoted scalar") {
      let start = contextAt ?? place
      return .unclosedQuote(at: range(start, start + 1))
    }
    if there == 0x09 || context.contains("tab") || problem.contains("tab") {
      return .tab(at: range(place, place + 1))
    }
    if problem.contains("cannot start any token") || problem.contains("alphabetic or numeric")
      || problem.contains("undefined alias")
    {
      let start = contextAt.map { bytes[min($0, bytes.count - 1)] == 0x2A ? $0 : place } ?? place
      let length = word(at: min(start, bytes.count)).utf8.count
      return .specialCharacter(
        word(at: min(start, bytes.count)), at: range(start, start + length))
    }
    if problem.contains("did not find expected"), follows(place, anyOf: "]}\"'") {
      return .textAfterBracket(at: range(place, lines.end(of: place)))
    }
    if problem.contains("Maximum nesting") { return .tooDeep(at: range(place, place)) }
    return .syntax(problem, at: range(place, place))
  }
}

extension String {
  /// Lower case, with hyphens for underscores and spaces.
  var normalizedKey: String {
    guard utf8.contains(where: { (0x41...0x5A).contains($0) || $0 == 0x5F || $0 == 0x20 }) else {
      return self
    }
    return String(
      decoding: utf8.map { byte in
        switch byte {
        case 0x41...0x5A: byte | 0x20
        case 0x5F, 0x20: UInt8(ascii: "-")
        default: byte
        }
      }, as: UTF8.self)
  }

  /// The text with one scalar replaced, found by line and column from 1.
  fileprivate func replacingScalar(atLine line: Int, column: Int, with value: UInt32) -> String? {
    guard let scalar = Unicode.Scalar(value) else { return nil }
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

  fileprivate static func tooManyNodes(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-too-many-values", "Aliases make more values than can be read", at: range,
      hint: "Write the values out instead of repeating them with '*'")
  }

  fileprivate static func tooDeep(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-too-deep", "Lists and fields are nested more than 1,000 deep", at: range,
      hint: "Remove brackets that nothing needs")
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

  fileprivate static func colonInText(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-colon-in-text", "': ' in a value without quotes", at: range,
      hint: "Put the value in quotes")
  }

  fileprivate static func unclosedQuote(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-unclosed-quote", "Quote that begins here is not closed", at: range,
      hint: "Add the closing quote, and write a quote inside the text twice")
  }

  fileprivate static func tab(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-tab", "Tab in the indentation", at: range, hint: "Indent with spaces")
  }

  fileprivate static func specialCharacter(_ word: String, at range: SourceRange) -> Self {
    Self(
      .error, "yaml-special-character", "'\(word)' cannot begin a value without quotes",
      at: range, hint: "Put the value in quotes")
  }

  fileprivate static func textAfterBracket(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-text-after-bracket",
      "Text behind a closing bracket or quote is no part of the value", at: range,
      hint: "Put the whole value in quotes")
  }

  fileprivate static func syntax(_ problem: String, at range: SourceRange) -> Self {
    Self(
      .error, "yaml-syntax", "Not readable as YAML: \(problem)", at: range,
      hint: "Check indentation, colons and quotes of this line and the one above")
  }
}
