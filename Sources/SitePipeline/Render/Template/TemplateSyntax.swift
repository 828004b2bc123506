import Reporting

/// A template as it is written: text, variables, sections and partials, each with its place.
///
/// A section, partial or comment alone on a line takes the line with it, as Mustache has it.
struct TemplateSyntax: Sendable, Hashable {
  indirect enum Node: Sendable, Hashable {
    /// Where a line begins that is not empty: the indentation of a partial goes here.
    case lineStart
    case literal(Range<Int>)
    case variable(name: String, isRaw: Bool, range: Range<Int>)
    case section(name: String, isInverted: Bool, range: Range<Int>, children: [Node])
    /// The indentation of one that stands alone on its line; nil for one that stands in a line.
    case partial(name: String, indentation: Range<Int>?, range: Range<Int>)
  }

  let path: String
  let bytes: [UInt8]
  let nodes: [Node]

  /// Nil when sections or tags are not closed, or the template uses what we do not offer.
  init?(_ bytes: [UInt8], path: String, report: inout Report) {
    var reader = Reader(bytes: bytes, path: path)
    guard let nodes = reader.nodes(in: [], &report) else { return nil }
    self.path = path
    self.bytes = bytes
    self.nodes = nodes
  }

  /// Sections stand in at most so many others.
  static let maximumDepth = 64

  private struct Reader {
    let bytes: [UInt8]
    let path: String
    private var position = 0
    private var isAtLineStart = true

    init(bytes: [UInt8], path: String) {
      self.bytes = bytes
      self.path = path
      position = TextFile.contentStart(bytes)
    }

    /// What stands before the end of the file or of the innermost of the sections that are open.
    mutating func nodes(in open: [Tag], _ report: inout Report) -> [Node]? {
      var nodes: [Node] = []
      while position < bytes.count {
        var indentation: Range<Int>?
        var lineEnd: Int?
        if isAtLineStart {
          isAtLineStart = false
          if let line = lineOfTag() {
            indentation = position..<line.tag
            position = line.tag
            lineEnd = line.end
          } else if bytes[position] != UInt8(ascii: "\n") {
            nodes.append(.lineStart)
          }
        }
        guard startsTag(at: position) else {
          nodes.append(.literal(literal()))
          continue
        }
        guard let tag = tag(at: position) else {
          report.add(.tagUnclosed(place(position..<(position + 2))))
          return nil
        }
        let whole = position..<tag.end
        position = lineEnd ?? tag.end
        isAtLineStart = lineEnd != nil
        switch tag.sign {
        case nil, UInt8(ascii: "&"), UInt8(ascii: "{"):
          nodes.append(.variable(name: tag.name, isRaw: tag.sign != nil, range: tag.range))
        case UInt8(ascii: ">"):
          nodes.append(.partial(name: tag.name, indentation: indentation, range: tag.range))
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
          guard open.count < TemplateSyntax.maximumDepth else {
            report.add(.tooDeep(place(tag.range)))
            return nil
          }
          guard let children = self.nodes(in: open + [tag], &report) else { return nil }
          nodes.append(
            .section(
              name: tag.name, isInverted: tag.sign == UInt8(ascii: "^"), range: tag.range,
              children: children))
        case UInt8(ascii: "/"):
          if open.last?.name == tag.name { return nodes }
          report.add(
            .sectionMismatched(
              tag.name, open: open.last.map { ($0.name, place($0.range)) }, place(tag.range)))
          return nil
        default:
          report.add(.tagUnknown(String(decoding: bytes[whole], as: UTF8.self), place(whole)))
          return nil
        }
      }
      guard let open = open.last else { return nodes }
      report.add(.sectionUnclosed(open.name, place(open.range)))
      return nil
    }

    private func place(_ range: Range<Int>) -> SourceRange { SourceRange(path: path, bytes: range) }

    /// Text up to the next tag or through the end of the line.
    private mutating func literal() -> Range<Int> {
      let start = position
      while position < bytes.count, !isAtLineStart, !startsTag(at: position) {
        isAtLineStart = bytes[position] == UInt8(ascii: "\n")
        position += 1
      }
      return start..<position
    }

    /// The tag that stands alone on the line that begins here, and where the next line begins.
    private func lineOfTag() -> (tag: Int, end: Int)? {
      let start = skipBlanks(from: position)
      guard let tag = tag(at: start), let sign = tag.sign, "#^/>!".utf8.contains(sign) else {
        return nil
      }
      var end = skipBlanks(from: tag.end)
      if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
      guard end < bytes.count else { return (start, end) }
      return bytes[end] == UInt8(ascii: "\n") ? (start, end + 1) : nil
    }

    private func skipBlanks(from start: Int) -> Int {
      bytes[start...].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        ?? bytes.count
    }

    private func startsTag(at start: Int) -> Bool {
      start + 1 < bytes.count && bytes[start] == UInt8(ascii: "{")
        && bytes[start + 1] == UInt8(ascii: "{")
    }

    /// The tag that begins here; nil when none does, or it is not closed.
    private func tag(at start: Int) -> Tag? {
      guard startsTag(at: start) else { return nil }
      let braces = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{") ? 3 : 2
      var end = start + braces
      while end + braces <= bytes.count {
        if bytes[end..<(end + braces)].allSatisfy({ $0 == UInt8(ascii: "}") }) {
          return Tag(bytes, (start + 2)..<end, end: end + braces)
        }
        end += 1
      }
      return nil
    }
  }

  /// A tag: its sign, and its name without the spaces around it.
  private struct Tag {
    var sign: UInt8?
    var name: String
    /// Of the name.
    var range: Range<Int>
    /// After the closing braces.
    var end: Int

    init(_ bytes: [UInt8], _ inner: Range<Int>, end: Int) {
      var range = inner
      let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      func trim() {
        while let first = range.first, isSpace(bytes[first]) { range.removeFirst() }
        while let last = range.last, isSpace(bytes[last]) { range.removeLast() }
      }
      trim()
      if let first = range.first, "{#^/>!&=<$%*".utf8.contains(bytes[first]) {
        sign = bytes[first]
        range.removeFirst()
        trim()
      }
      self.range = range
      self.end = end
      name = String(decoding: bytes[range], as: UTF8.self)
    }
  }
}

extension Diagnostic {
  fileprivate static func tagUnclosed(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "template-tag-unclosed", "Tag is not closed", at: range, hint: "Add '}}'")
  }

  fileprivate static func tagUnknown(_ text: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "template-tag-unknown", "'\(text)' is a tag that templates here do not have",
      at: range, hint: "Use variables, sections, partials and comments only")
  }

  fileprivate static func tooDeep(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "template-too-deep",
      "Section stands in \(TemplateSyntax.maximumDepth) others, more than are read", at: range,
      hint: "Close sections, or move some into a partial")
  }

  fileprivate static func sectionUnclosed(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "template-section-unclosed", "Section '\(name)' is not closed", at: range,
      hint: "Add '{{/\(name)}}' where it ends")
  }

  fileprivate static func sectionMismatched(
    _ name: String, open: (name: String, range: SourceRange)?, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "template-section-mismatched", "'\(name)' closes a section that is not open",
      at: range, notes: open.map { [.init("'\($0.name)' is open", at: $0.range)] } ?? [],
      hint: open.map { "Close '\($0.name)' first" } ?? "Remove the tag")
  }
}
