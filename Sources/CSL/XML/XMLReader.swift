import Reporting

/// Reads the XML of styles and locales: elements, attributes, text, comments and CDATA.
///
/// Document types are skipped, never followed: a reference to an entity of one's own is an error.
/// What is ill-formed is reported with its place, and reading ends there.
struct XMLReader {
  /// Deeper nesting than any style needs, and safe for recursive walks.
  static let deepest = 200
  /// Some twenty times as many elements as the largest style has, and ten times as long values: what
  /// elements and texts of a file are combined with takes a time that grows with their product.
  static let mostElements = 20_000
  static let longestText = 2_000

  private let names: XMLNames
  private var document: XMLDocument
  private var open: [Int32] = []
  private var position = 0
  private var prefix: [UInt8] = []

  private init(_ bytes: [UInt8], path: String) {
    names = XMLNames()
    document = XMLDocument(path: path, bytes: bytes)
  }

  /// The document, or nil with a reported error.
  static func read(_ bytes: [UInt8], path: String, report: inout Report) -> XMLDocument? {
    var reader = XMLReader(bytes, path: path)
    do {
      try reader.checkEncoding()
      try reader.readAll()
      return reader.document
    } catch {
      report.add(.xmlSyntax(error, path: path))
      return nil
    }
  }

  fileprivate struct Problem: Error {
    var message: String
    var range: Range<Int>
    var hint: String
  }

  private var bytes: [UInt8] { document.bytes }

  private func problem(
    _ message: String, at range: Range<Int>,
    hint: String = "Mend the XML; nothing of the file is used"
  ) -> Problem {
    Problem(message: message, range: range, hint: hint)
  }

  private func checkEncoding() throws(Problem) {
    guard String(validating: document.bytes, as: UTF8.self) == nil else {
      // XML 1.0, "Characters".
      if let place = document.bytes.firstIndex(where: XMLReader.isControl) {
        throw problem("XML allows no control characters", at: place..<(place + 1))
      }
      return
    }
    // Only now is the place worth finding.
    var (good, bad) = (0, document.bytes.count)
    while bad - good > 1 {
      let middle = (good + bad) / 2
      var end = middle
      while end > 0, end < document.bytes.count, document.bytes[end] & 0xC0 == 0x80 { end -= 1 }
      if String(validating: document.bytes[..<end], as: UTF8.self) != nil {
        good = middle
      } else {
        bad = middle
      }
    }
    throw problem(
      "Text is not UTF-8", at: good..<min(good + 1, document.bytes.count),
      hint: "Save the file as UTF-8")
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
  }

  private mutating func readAll() throws(Problem) {
    if document.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let count = document.bytes.count
    while position < count {
      if document.bytes[position] == UInt8(ascii: "<") {
        try readMarkup()
      } else {
        try readText()
      }
    }
    if let last = open.last {
      let element = document.elements[Int(last)]
      throw problem(
        "Element is not closed", at: Int(element.tag.lowerBound)..<Int(element.tag.upperBound))
    }
    if document.elements.isEmpty { throw problem("File has no elements", at: 0..<0) }
  }

  private mutating func readMarkup() throws(Problem) {
    let start = position
    let next = start + 1 < document.bytes.count ? document.bytes[start + 1] : 0
    switch next {
    case UInt8(ascii: "!"):
      if starts(with: "<!--") {
        try skip(past: "-->")
      } else if starts(with: "<![CDATA[") {
        try readText()
      } else {
        try skipDocumentType()
      }
    case UInt8(ascii: "?"): try skip(past: "?>")
    case UInt8(ascii: "/"): try readEndTag()
    default: try readStartTag()
    }
  }

  private func starts(with mark: String) -> Bool {
    let mark = mark.utf8.span
    guard position + mark.count <= document.bytes.count else { return false }
    for index in mark.indices where document.bytes[position + index] != mark[index] {
      return false
    }
    return true
  }

  private mutating func skip(past mark: String) throws(Problem) {
    let start = position
    while position < document.bytes.count {
      if starts(with: mark) {
        position += mark.utf8.count
        return
      }
      position += 1
    }
    throw problem("Markup is not closed", at: start..<min(start + 4, document.bytes.count))
  }

  private mutating func skipDocumentType() throws(Problem) {
    let start = position
    var depth = 0
    while position < document.bytes.count {
      switch document.bytes[position] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0:
        position += 1
        return
      default: break
      }
      position += 1
    }
    throw problem("Document type is not closed", at: start..<min(start + 9, document.bytes.count))
  }

  private mutating func readText() throws(Problem) {
    let start = position
    var isEncoded = false
    var isBlank = true
    while position < document.bytes.count {
      let byte = document.bytes[position]
      if byte == UInt8(ascii: "<") {
        if starts(with: "<![CDATA[") {
          isBlank = false
          try skip(past: "]]>")
        } else if starts(with: "<!--") {
          try skip(past: "-->")
        } else if starts(with: "<?") {
          try skip(past: "?>")
        } else {
          break
        }
        isEncoded = true
        continue
      }
      if byte == UInt8(ascii: "&") {
        isEncoded = true
        try checkReference()
      }
      if byte > 0x20 { isBlank = false }
      position += 1
    }
    guard let parent = open.last else {
      if isBlank { return }
      throw problem("Text stands outside the root element", at: start..<position)
    }
    let text = XMLDocument.Text(start: Int32(start), end: Int32(position), isEncoded: isEncoded)
    if document.elements[Int(parent)].firstChild < 0 {
      document.elements[Int(parent)].text = text
    }
    if !isBlank { try keep(text, of: Int(parent)) }
  }

  /// Notes a text that is more than space between elements.
  private mutating func keep(_ text: XMLDocument.Text, of element: Int) throws(Problem) {
    switch document.elements[element].name {
    case .term, .single, .multiple: try checkLength(text.range)
    default: document.texts.append((element, text))
    }
  }

  private func checkLength(_ text: Range<Int>) throws(Problem) {
    guard text.count > XMLReader.longestText else { return }
    throw problem(
      "Text is longer than \(XMLReader.longestText) bytes", at: text, hint: "Shorten the text")
  }

  private func checkReference() throws(Problem) {
    let limit = min(position + 12, document.bytes.count)
    let end = document.bytes[position..<limit].firstIndex(of: UInt8(ascii: ";"))
    guard let end, XMLDocument.scalar(reference: document.bytes[(position + 1)..<end]) != nil else {
      throw problem("Reference names no known entity", at: position..<((end ?? position) + 1))
    }
  }

  private mutating func readEndTag() throws(Problem) {
    let start = position
    position += 2
    let name = readName()
    skipSpace()
    guard position < document.bytes.count, document.bytes[position] == UInt8(ascii: ">") else {
      throw problem("End tag is not closed", at: start..<position)
    }
    position += 1
    guard let top = open.popLast() else {
      throw problem("End tag closes nothing", at: start..<position)
    }
    let element = document.elements[Int(top)]
    let opened = document.bytes[(Int(element.tag.lowerBound) + 1)..<Int(element.nameEnd)]
    guard opened == document.bytes[name] else {
      let expected = String(decoding: opened, as: UTF8.self)
      throw problem("End tag does not match '<\(expected)>'", at: start..<position)
    }
  }

  private mutating func readStartTag() throws(Problem) {
    let start = position
    position += 1
    let name = readName()
    guard !name.isEmpty else { throw problem("'<' begins no tag", at: start..<(start + 1)) }
    guard open.count < XMLReader.deepest else {
      throw problem(
        "Elements nest deeper than \(XMLReader.deepest)", at: start..<position,
        hint: "Move inner elements into a macro")
    }
    guard document.elements.count < XMLReader.mostElements else {
      throw problem(
        "File has more than \(XMLReader.mostElements) elements", at: start..<position,
        hint: "Remove elements, such as macros that nothing calls")
    }
    guard !open.isEmpty || document.elements.isEmpty else {
      throw problem("File has a second root element", at: start..<position)
    }
    let firstAttribute = document.attributes.count
    while try readAttribute(since: firstAttribute) {}
    let isEmpty = position < document.bytes.count && document.bytes[position] == UInt8(ascii: "/")
    if isEmpty { position += 1 }
    guard position < document.bytes.count, document.bytes[position] == UInt8(ascii: ">") else {
      throw problem("Tag is not closed", at: start..<position)
    }
    position += 1
    if document.elements.isEmpty { findPrefix(from: firstAttribute, root: name) }
    add(
      .init(
        name: names.element(document.bytes[local(name)]), tag: Int32(start)..<Int32(position),
        nameEnd: Int32(name.upperBound),
        attributes: Int32(firstAttribute)..<Int32(document.attributes.count),
        parent: open.last ?? -1,
        text: .init(start: Int32(position), end: Int32(position), isEncoded: false)),
      isEmpty: isEmpty)
  }

  private mutating func add(_ element: XMLDocument.Element, isEmpty: Bool) {
    let index = Int32(document.elements.count)
    if element.parent >= 0 {
      let parent = Int(element.parent)
      let last = document.elements[parent].lastChild
      if last >= 0 {
        document.elements[Int(last)].next = index
      } else {
        document.elements[parent].firstChild = index
      }
      document.elements[parent].lastChild = index
    }
    document.elements.append(element)
    if !isEmpty { open.append(index) }
  }

  /// The namespace prefix of the root is the one CSL's elements have, if any.
  private mutating func findPrefix(from first: Int, root: Range<Int>) {
    guard let colon = document.bytes[root].firstIndex(of: UInt8(ascii: ":")) else { return }
    prefix = Array(document.bytes[root.lowerBound...colon])
  }

  private func local(_ name: Range<Int>) -> Range<Int> {
    guard !prefix.isEmpty, document.bytes[name].starts(with: prefix) else { return name }
    return (name.lowerBound + prefix.count)..<name.upperBound
  }

  private mutating func readName() -> Range<Int> {
    let start = position
    loop: while position < document.bytes.count {
      switch document.bytes[position] {
      case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: "\""), UInt8(ascii: "'"):
        break loop
      default: position += 1
      }
    }
    return start..<position
  }

  private mutating func skipSpace() {
    while position < document.bytes.count, document.bytes[position] <= 0x20 { position += 1 }
  }

  /// Reads an attribute of an element, whose first one is given.
  private mutating func readAttribute(since first: Int) throws(Problem) -> Bool {
    skipSpace()
    let name = readName()
    guard !name.isEmpty else { return false }
    skipSpace()
    guard position < document.bytes.count, document.bytes[position] == UInt8(ascii: "=") else {
      throw problem("Attribute has no value", at: name)
    }
    position += 1
    skipSpace()
    let quote = position < document.bytes.count ? document.bytes[position] : 0
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw problem("Attribute value is not quoted", at: name)
    }
    position += 1
    let start = position
    var isEncoded = false
    while position < document.bytes.count, document.bytes[position] != quote {
      let byte = document.bytes[position]
      if byte == UInt8(ascii: "&") {
        isEncoded = true
        try checkReference()
      }
      guard byte != UInt8(ascii: "<") else {
        throw problem("'<' stands in an attribute value", at: position..<(position + 1))
      }
      position += 1
    }
    guard position < document.bytes.count else {
      throw problem("Attribute value is not closed", at: name)
    }
    let attribute = names.attribute(document.bytes[name])
    if attribute != .other {
      // XML 1.0, "Unique Att Spec".
      guard !document.attributes[first...].contains(where: { $0.name == attribute }) else {
        throw problem("Attribute stands twice", at: name)
      }
      if attribute != .href { try checkLength(start..<position) }
    }
    document.attributes.append(
      .init(
        name: attribute, nameStart: Int32(name.lowerBound),
        value: .init(start: Int32(start), end: Int32(position), isEncoded: isEncoded)))
    position += 1
    return true
  }
}

extension Diagnostic {
  fileprivate static func xmlSyntax(_ problem: XMLReader.Problem, path: String) -> Self {
    .init(
      .error, "xml-syntax", problem.message, at: SourceRange(path: path, bytes: problem.range),
      hint: problem.hint)
  }
}
