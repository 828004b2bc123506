package import Reporting

extension MarkupElement {
  /// Reads an XML file; document types and the entities they declare are never followed.
  ///
  /// Nil with a report when the file is not well-formed.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: its name, for the report.
  ///   - kept: names of elements whose content is not read but kept as `bytes`, such as files that
  ///     are embedded as base64.
  ///   - report: takes what is wrong.
  package init?(
    xml bytes: [UInt8], path: String, keeping kept: Set<String> = [], report: inout Report
  ) {
    var reader = MarkupReader(bytes, path: path, keeping: kept)
    do throws(MarkupReader.Problem) {
      self = try reader.read(report: &report)
    } catch {
      report.add(.xmlMalformed(error.message, at: reader.place(of: error.range)))
      return nil
    }
  }
}

/// Reads XML 1.0 in one pass over its bytes.
///
/// What is not well-formed ends the reading with its place, since a file that was cut short must
/// not be taken for a whole one.
private struct MarkupReader {
  struct Problem: Error {
    var message: String
    var range: Range<Int>
  }

  /// Safe for walks that call themselves, and deeper than any article.
  private static let greatestDepth = 200

  private let source: MarkupSource
  private let bytes: [UInt8]
  private let path: String
  private let kept: Set<String>
  private var position = 0
  private var open: [(element: MarkupElement, name: Range<Int>)] = []
  private var root: MarkupElement?
  /// The prefix that stands for XLink here.
  private var linkPrefix = "xlink"
  /// Reported once each.
  private var hasControlCharacter = false
  private var unknownEntities: Set<String> = []

  init(_ bytes: [UInt8], path: String, keeping kept: Set<String>) {
    source = MarkupSource(bytes)
    self.bytes = source.bytes
    self.path = path
    self.kept = kept
  }

  func place(of range: Range<Int>) -> SourceRange {
    SourceRange(path: path, bytes: source.place(of: range))
  }

  mutating func read(report: inout Report) throws(Problem) -> MarkupElement {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw Problem(message: "a character is not UTF-8 here", range: error.byteOffsets)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "<") {
        try readMarkup(report: &report)
      } else {
        try readText(report: &report)
      }
    }
    if let last = open.last {
      throw Problem(
        message: "the element '\(last.element.name)' has no end",
        range: last.name.lowerBound - 1..<last.name.upperBound)
    }
    guard let root else {
      throw Problem(message: "the file has no element", range: bytes.count..<bytes.count)
    }
    return root
  }

  // MARK: Markup

  private mutating func readMarkup(report: inout Report) throws(Problem) {
    switch position + 1 < bytes.count ? bytes[position + 1] : 0 {
    case UInt8(ascii: "/"): try readEndTag()
    case UInt8(ascii: "?"): position = try end(of: "?>", from: position)
    case UInt8(ascii: "!"):
      if isNext("<!--") {
        position = try end(of: "-->", from: position + 4)
      } else if isNext("<![CDATA[") {
        let start = position + 9
        position = try end(of: "]]>", from: start)
        append(try decoded(start..<position - 3, isData: true, report: &report))
      } else {
        try skipDocumentType()
      }
    default: try readStartTag(report: &report)
    }
  }

  private mutating func skipDocumentType() throws(Problem) {
    let start = position
    var depth = 0
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return
      default: break
      }
    }
    throw Problem(message: "the document type has no end", range: start..<start + 2)
  }

  private mutating func readStartTag(report: inout Report) throws(Problem) {
    let start = position
    position += 1
    let name = readName()
    guard !name.isEmpty else {
      throw Problem(message: "'<' begins no element", range: start..<start + 1)
    }
    guard root == nil || !open.isEmpty else {
      throw Problem(message: "a second root element begins", range: start..<position)
    }
    guard open.count < Self.greatestDepth else {
      throw Problem(
        message: "elements are nested more than \(Self.greatestDepth) deep",
        range: start..<position)
    }
    var element = MarkupElement(
      name: localName(name), range: place(of: start..<position))
    while try readAttribute(of: &element, report: &report) {}
    let isEmpty = isNext("/")
    if isEmpty { position += 1 }
    guard isNext(">") else {
      throw Problem(message: "the tag has no end", range: start..<position)
    }
    position += 1
    element.range = place(of: start..<position)
    if isEmpty {
      close(element)
      return
    }
    if kept.contains(element.name) {
      let content = position
      position = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      element.bytes = bytes[content..<position]
    }
    open.append((element, name))
  }

  private mutating func readEndTag() throws(Problem) {
    let start = position
    position += 2
    let name = readName()
    skipSpace()
    guard isNext(">") else {
      throw Problem(message: "the end tag has no end", range: start..<position)
    }
    position += 1
    guard let last = open.popLast() else {
      throw Problem(message: "an end tag closes nothing", range: start..<position)
    }
    guard bytes[last.name] == bytes[name] else {
      throw Problem(
        message: "'</\(text(name))>' does not close '<\(text(last.name))>'",
        range: start..<position)
    }
    close(last.element)
  }

  private mutating func close(_ element: MarkupElement) {
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].element.children.append(.element(element))
    }
  }

  /// Reads one attribute; false when there is none.
  private mutating func readAttribute(
    of element: inout MarkupElement, report: inout Report
  ) throws(Problem) -> Bool {
    skipSpace()
    let name = readName()
    guard !name.isEmpty else { return false }
    skipSpace()
    guard isNext("=") else { throw Problem(message: "an attribute has no value", range: name) }
    position += 1
    skipSpace()
    guard position < bytes.count, isNext("\"") || isNext("'") else {
      throw Problem(message: "the value of an attribute is not quoted", range: name)
    }
    let quote = bytes[position]
    let start = position + 1
    guard let end = bytes[start...].firstIndex(where: { $0 == quote || $0 == UInt8(ascii: "<") }),
      bytes[end] == quote
    else { throw Problem(message: "the value of an attribute has no end", range: name) }
    position = end + 1
    let key = text(name)
    let value = try decoded(start..<end, report: &report)
    if key.hasPrefix("xmlns:"), value == "http://www.w3.org/1999/xlink" {
      linkPrefix = String(key.dropFirst(6))
    }
    element.attributes[
      key.hasPrefix(linkPrefix + ":") ? "xlink:" + key.dropFirst(linkPrefix.count + 1) : key] =
      value
    return true
  }

  // MARK: Text

  private mutating func readText(report: inout Report) throws(Problem) {
    let start = position
    position = bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    guard !open.isEmpty else {
      guard bytes[start..<position].allSatisfy({ $0 <= 0x20 }) else {
        throw Problem(message: "text stands outside of the elements", range: start..<position)
      }
      return
    }
    append(try decoded(start..<position, report: &report))
  }

  private mutating func append(_ text: String) {
    guard !open.isEmpty, !text.isEmpty else { return }
    let last = open.count - 1
    guard case .text(var whole)? = open[last].element.children.last else {
      open[last].element.children.append(.text(text))
      return
    }
    // Let go there, so that it grows in place: many comments may stand in one text.
    open[last].element.children.removeLast()
    whole += text
    open[last].element.children.append(.text(whole))
  }

  /// The text of a range, its references replaced, but for those in character data, and its line
  /// ends as XML wants them.
  private mutating func decoded(
    _ range: Range<Int>, isData: Bool = false, report: inout Report
  ) throws(Problem) -> String {
    guard bytes[range].contains(where: Self.needsCare) else { return text(range) }
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "&") where isData: result.append(byte)
      case UInt8(ascii: "&"):
        let reference = try self.reference(index..<range.upperBound, report: &report)
        result += reference.text.utf8
        index = reference.end
        continue
      case UInt8(ascii: "\r"):
        result.append(UInt8(ascii: "\n"))
        if index + 1 < range.upperBound, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
      case 0xEF:
        // U+FFFE and U+FFFF.
        guard index + 2 < range.upperBound, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE
        else {
          result.append(byte)
          break
        }
        noteControl(at: index, report: &report)
        index += 2
      case let byte where Self.needsCare(byte): noteControl(at: index, report: &report)
      default: result.append(byte)
      }
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func needsCare(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == 0xEF || byte < 0x20 && byte != 0x0A && byte != 0x09
  }

  /// XML 1.0, production 2.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20
      ? scalar != "\u{FFFE}" && scalar != "\u{FFFF}" : "\t\n\r".unicodeScalars.contains(scalar)
  }

  private mutating func noteControl(at index: Int, report: inout Report) {
    guard !hasControlCharacter else { return }
    hasControlCharacter = true
    report.add(.xmlControlCharacter(at: place(of: index..<index + 1)))
  }

  /// The reference that begins a range, and where it ends.
  private mutating func reference(
    _ range: Range<Int>, report: inout Report
  ) throws(Problem) -> (text: String, end: Int) {
    let start = range.lowerBound
    let limit = min(range.upperBound, start + 40)
    guard let stop = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")), stop > start + 1 else {
      throw Problem(message: "'&' begins no reference", range: start..<start + 1)
    }
    let name = text(start + 1..<stop)
    guard let character = EntityNames.text(of: Substring(name)) else {
      guard name.first != "#" else {
        throw Problem(message: "'&\(name);' is no character", range: start..<stop + 1)
      }
      if unknownEntities.insert(name).inserted {
        report.add(.xmlEntityUnknown(name, at: place(of: start..<stop + 1)))
      }
      return ("&\(name);", stop + 1)
    }
    if let scalar = character.unicodeScalars.first, !Self.isAllowed(scalar) {
      noteControl(at: start, report: &report)
      return ("", stop + 1)
    }
    return (character, stop + 1)
  }

  // MARK: Bytes

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The name without its namespace prefix.
  private func localName(_ name: Range<Int>) -> String {
    let colon = bytes[name].lastIndex(of: UInt8(ascii: ":"))
    return text((colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound)
  }

  private mutating func readName() -> Range<Int> {
    let start = position
    scan: while position < bytes.count {
      switch bytes[position] {
      case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "&"):
        break scan
      default: position += 1
      }
    }
    return start..<position
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private func isNext(_ mark: StaticString) -> Bool {
    position < bytes.count && bytes[position...].starts(with: mark.description.utf8)
  }

  /// The place behind the next such mark.
  private func end(of mark: String, from start: Int) throws(Problem) -> Int {
    let wanted = Array(mark.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) {
        return index + wanted.count
      }
      index += 1
    }
    throw Problem(
      message: "the markup has no end", range: min(position, bytes.count)..<bytes.count)
  }
}

extension Diagnostic {
  fileprivate static func xmlMalformed(_ problem: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "xml-malformed", "XML cannot be read: \(problem)", at: range,
      hint: "Export the file again; an export cut short ends in the middle of an element")
  }

  fileprivate static func xmlControlCharacter(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "xml-control-character", "Characters that XML does not allow are left out",
      at: range, hint: "Look whether the text misses something where they stood")
  }

  fileprivate static func xmlEntityUnknown(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "xml-entity-unknown", "Entity '\(name)' is not known and stays as it is", at: range,
      hint: "Write the character itself")
  }
}
