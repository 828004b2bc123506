import Reporting

/// An element of an XML file with the text and the elements in it.
struct XMLElement {
  enum Node {
    case text(String)
    case element(XMLElement)
  }

  var name: String
  var attributes: [String: String] = [:]
  /// The start tag.
  var place: Range<Int>
  var nodes: [Node] = []

  var elements: [XMLElement] {
    nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The first element of that name.
  subscript(_ name: String) -> XMLElement? {
    for case .element(let element) in nodes where element.name == name { return element }
    return nil
  }
}

/// Reads the XML of exported bibliographies: elements, text, the five entities and numbers.
///
/// A document type is passed over and never fetched, so nothing outside the file is read and no
/// entity grows. What is not well-formed is reported and read as far as it makes sense.
struct XMLReader {
  private let source: SourceBytes
  private var position: Int
  private let depthLimit = 60

  init(_ source: SourceBytes) {
    self.source = source
    position = source.start
  }

  /// The root element; nil, with a report, if there is none.
  mutating func read(report: inout Report) -> XMLElement? {
    var open: [XMLElement] = []
    var root: XMLElement?
    while position < source.end {
      if source.bytes[position] != UInt8(ascii: "<") {
        let text = readText()
        if !open.isEmpty { open[open.count - 1].nodes.append(.text(text)) }
        continue
      }
      if let text = readMarkedSection() {
        if !open.isEmpty { open[open.count - 1].nodes.append(.text(text)) }
      } else if isNext("</") {
        close(&open, &root, report: &report)
      } else if let (element, isEmpty) = readStartTag() {
        open.append(element)
        if isEmpty || open.count > depthLimit { Self.closeLast(&open, &root) }
      } else {
        report.add(.syntax(at: source.range(position..<position + 1)))
        position += 1
      }
      if root != nil, open.isEmpty { break }
    }
    if let unclosed = open.last { report.add(.unclosed(unclosed, source)) }
    while !open.isEmpty { Self.closeLast(&open, &root) }
    if root == nil { report.add(.noElement(at: source.range(0..<0))) }
    return root
  }

  // MARK: Tags

  private mutating func close(
    _ open: inout [XMLElement], _ root: inout XMLElement?, report: inout Report
  ) {
    let start = position
    let end = source.bytes[position...].firstIndex(of: UInt8(ascii: ">")) ?? source.end
    let name = source.text(start + 2..<max(start + 2, end)).trimmed
    position = min(end + 1, source.end)
    guard let index = open.lastIndex(where: { $0.name == name }) else {
      report.add(.unexpectedEnd(name, at: source.range(start..<position)))
      return
    }
    if index < open.count - 1 { report.add(.unclosed(open[open.count - 1], source)) }
    while open.count > index { Self.closeLast(&open, &root) }
  }

  private static func closeLast(_ open: inout [XMLElement], _ root: inout XMLElement?) {
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = root ?? element
    } else {
      open[open.count - 1].nodes.append(.element(element))
    }
  }

  private mutating func readStartTag() -> (element: XMLElement, isEmpty: Bool)? {
    let start = position
    var index = position + 1
    let nameStart = index
    while index < source.end, isNameByte(source.bytes[index]) { index += 1 }
    guard index > nameStart else { return nil }
    var element = XMLElement(name: source.text(nameStart..<index), place: start..<index)
    while index < source.end {
      switch source.bytes[index] {
      case UInt8(ascii: ">"):
        position = index + 1
        element.place = start..<position
        return (element, source.bytes[index - 1] == UInt8(ascii: "/"))
      case UInt8(ascii: "<"): return nil
      case let byte where isNameByte(byte):
        index = readAttribute(of: &element, at: index)
      default: index += 1
      }
    }
    return nil
  }

  /// Reads `name="value"`; the result is where reading goes on.
  private func readAttribute(of element: inout XMLElement, at start: Int) -> Int {
    var index = start
    while index < source.end, isNameByte(source.bytes[index]) { index += 1 }
    let name = source.text(start..<index)
    while index < source.end,
      source.bytes[index] == 0x20 || source.bytes[index] == UInt8(ascii: "=")
    { index += 1 }
    guard index < source.end else { return index }
    let quote = source.bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return index }
    let valueStart = index + 1
    let end =
      source.bytes[valueStart...].firstIndex { $0 == quote || $0 == UInt8(ascii: "<") }
      ?? source.end
    element.attributes[name] = decoded(valueStart..<end)
    return end < source.end && source.bytes[end] == quote ? end + 1 : end
  }

  /// Passes over comments, instructions and the document type; gives the text of CDATA.
  private mutating func readMarkedSection() -> String? {
    if isNext("<!--") {
      skip(past: "-->")
      return ""
    }
    if isNext("<![CDATA[") {
      let start = position + 9
      skip(past: "]]>")
      return source.text(start..<max(start, position - 3))
    }
    if isNext("<?") {
      skip(past: "?>")
      return ""
    }
    guard isNext("<!") else { return nil }
    var depth = 0
    while position < source.end {
      let byte = source.bytes[position]
      position += 1
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == UInt8(ascii: ">"), depth <= 0 { break }
    }
    return ""
  }

  // MARK: Text

  private mutating func readText() -> String {
    let start = position
    position = source.bytes[position...].firstIndex(of: UInt8(ascii: "<")) ?? source.end
    return decoded(start..<position)
  }

  /// Text with its entities replaced; an unknown one stays as it is.
  private func decoded(_ range: Range<Int>) -> String {
    let slice = source.bytes[range]
    guard slice.contains(UInt8(ascii: "&")) else { return source.text(slice) }
    var text = ""
    var rest = slice
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      text += source.text(rest[..<ampersand])
      let after = rest[(ampersand + 1)...]
      if let end = after.prefix(10).firstIndex(of: UInt8(ascii: ";")),
        let character = entity(source.text(after[..<end]))
      {
        text += character
        rest = rest[(end + 1)...]
      } else {
        text += "&"
        rest = after
      }
    }
    return text + source.text(rest)
  }

  private func entity(_ name: String) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
      let digits = name.dropFirst(isHexadecimal ? 2 : 1)
      return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
        .map { String($0) }
    }
  }

  // MARK: Bytes

  private func isNext(_ text: StaticString) -> Bool {
    source.bytes[position...].starts(with: text.description.utf8)
  }

  private mutating func skip(past text: String) {
    let pattern = Array(text.utf8)
    while position < source.end, !source.bytes[position...].starts(with: pattern) { position += 1 }
    position = min(position + pattern.count, source.end)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func syntax(at range: SourceRange) -> Self {
    Diagnostic(.warning, "xml-syntax", "'<' begins no tag", at: range, hint: "Write it as '&lt;'")
  }

  fileprivate static func unclosed(_ element: XMLElement, _ source: SourceBytes) -> Self {
    Diagnostic(
      .warning, "xml-unclosed-element", "Element '\(element.name)' is not closed",
      at: source.range(element.place), hint: "Add '</\(element.name)>'")
  }

  fileprivate static func unexpectedEnd(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .warning, "xml-unexpected-end", "There is no element '\(name)' to close", at: range,
      hint: "Remove it, or open the element before it")
  }

  fileprivate static func noElement(at range: SourceRange) -> Self {
    Diagnostic(
      .error, "xml-no-element", "The file holds no XML element", at: range,
      hint: "Check that it is the right file, and whole")
  }
}
