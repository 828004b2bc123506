import Reporting

/// A template read for its names only: which variables, sections and partials stand where.
struct TemplateSyntax: Sendable, Hashable {
  indirect enum Node: Sendable, Hashable {
    case variable(name: String, isRaw: Bool, range: Range<Int>)
    case section(name: String, isInverted: Bool, range: Range<Int>, children: [Node])
    case partial(name: String, range: Range<Int>)
  }

  let nodes: [Node]

  /// Nil when sections or tags are not closed, or the template uses what we do not offer.
  init?(_ bytes: [UInt8], path: String, report: inout Report) {
    var reader = Reader(bytes: bytes, path: path)
    guard let nodes = reader.nodes(in: nil, &report) else { return nil }
    self.nodes = nodes
  }

  private struct Reader {
    let bytes: [UInt8]
    let path: String
    private var position = 0

    init(bytes: [UInt8], path: String) {
      self.bytes = bytes
      self.path = path
    }

    /// What stands before the end of the file or of the section that is open.
    mutating func nodes(in open: (name: String, range: Range<Int>)?, _ report: inout Report)
      -> [Node]?
    {
      var nodes: [Node] = []
      while let start = find("{{", from: position) {
        let isRaw = bytes[(start + 2)...].first == UInt8(ascii: "{")
        let inner = start + (isRaw ? 3 : 2)
        guard let end = find(isRaw ? "}}}" : "}}", from: inner) else {
          report.add(.tagUnclosed(place(start..<min(start + 2, bytes.count))))
          return nil
        }
        position = end + (isRaw ? 3 : 2)
        let tag = Tag(bytes, inner..<end)
        switch tag.sign {
        case nil where isRaw, UInt8(ascii: "&"):
          nodes.append(.variable(name: tag.name, isRaw: true, range: tag.range))
        case nil: nodes.append(.variable(name: tag.name, isRaw: false, range: tag.range))
        case UInt8(ascii: ">"): nodes.append(.partial(name: tag.name, range: tag.range))
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
          guard let children = self.nodes(in: (tag.name, tag.range), &report) else { return nil }
          nodes.append(
            .section(
              name: tag.name, isInverted: tag.sign == UInt8(ascii: "^"), range: tag.range,
              children: children))
        case UInt8(ascii: "/"):
          if open?.name == tag.name { return nodes }
          report.add(
            .sectionMismatched(
              tag.name, open: open.map { ($0.name, place($0.range)) },
              place(tag.range)))
          return nil
        default:
          report.add(
            .tagUnknown(
              String(decoding: bytes[start..<position], as: UTF8.self),
              place(start..<position)))
          return nil
        }
      }
      guard let open else { return nodes }
      report.add(.sectionUnclosed(open.name, place(open.range)))
      return nil
    }

    private func place(_ range: Range<Int>) -> SourceRange { SourceRange(path: path, bytes: range) }

    private func find(_ text: StaticString, from start: Int) -> Int? {
      let count = text.utf8CodeUnitCount
      guard start + count <= bytes.count else { return nil }
      let pattern = Array("\(text)".utf8)
      return (start...(bytes.count - count)).first { bytes[$0...].starts(with: pattern) }
    }
  }

  /// The inside of a tag: its sign and its name, without the spaces around them.
  private struct Tag {
    var sign: UInt8?
    var name: String
    var range: Range<Int>

    init(_ bytes: [UInt8], _ inner: Range<Int>) {
      var range = inner
      let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      func trim() {
        while let first = range.first, isSpace(bytes[first]) { range.removeFirst() }
        while let last = range.last, isSpace(bytes[last]) { range.removeLast() }
      }
      trim()
      if let first = range.first, "#^/>!&=<$%*".utf8.contains(bytes[first]) {
        sign = bytes[first]
        range.removeFirst()
        trim()
      }
      self.range = range
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
