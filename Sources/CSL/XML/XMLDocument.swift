/// The elements of a style or locale file with their places.
///
/// An arena: elements refer to each other and to their attributes by index, text by byte range.
struct XMLDocument {
  /// A stretch of the source, possibly with references to decode.
  struct Text {
    var start: Int32
    var end: Int32
    var isEncoded: Bool

    var range: Range<Int> { Int(start)..<Int(end) }
    var isEmpty: Bool { start == end }
  }

  struct Attribute {
    var name: AttributeName
    var nameStart: Int32
    var value: Text
  }

  struct Element {
    var name: ElementName
    /// The start tag.
    var tag: Range<Int32>
    var nameEnd: Int32
    var attributes: Range<Int32>
    var parent: Int32
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    var next: Int32 = -1
    /// The character data before the first child.
    var text: Text
  }

  let path: String
  var bytes: [UInt8]
  var elements: [Element] = []
  var attributes: [Attribute] = []
  /// Texts that are more than space, outside terms, with the elements they stand in.
  var texts: [(element: Int, text: Text)] = []

  func children(of element: Int) -> ChildSequence {
    ChildSequence(elements: elements, upcoming: elements[element].firstChild)
  }

  struct ChildSequence: Sequence, IteratorProtocol {
    let elements: [XMLDocument.Element]
    var upcoming: Int32

    mutating func next() -> Int? {
      guard upcoming >= 0 else { return nil }
      defer { upcoming = elements[Int(upcoming)].next }
      return Int(upcoming)
    }
  }

  func attribute(_ name: AttributeName, of element: Int) -> Text? {
    for index in elements[element].attributes where attributes[Int(index)].name == name {
      return attributes[Int(index)].value
    }
    return nil
  }

  func value(_ name: AttributeName, of element: Int) -> String? {
    attribute(name, of: element).map(string)
  }

  func text(of element: Int) -> String { string(elements[element].text) }

  func string(_ text: Text) -> String {
    String(decoding: decoded(text), as: UTF8.self)
  }

  /// The parts of a value that is a list, such as the variables of a `names` element.
  func words(of text: Text) -> [String] {
    decoded(text).split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a text, its references replaced.
  func decoded(_ text: Text) -> [UInt8] {
    let raw = bytes[text.range]
    guard text.isEncoded else { return Array(raw) }
    var result: [UInt8] = []
    result.reserveCapacity(raw.count)
    var index = raw.startIndex
    while index < raw.endIndex {
      let byte = raw[index]
      if byte == UInt8(ascii: "&"), let end = raw[index...].firstIndex(of: UInt8(ascii: ";")),
        let scalar = XMLDocument.scalar(reference: raw[(index + 1)..<end])
      {
        // Some styles have it escaped twice: `&amp;#160;`.
        let twice = scalar == "&" ? number(at: end + 1, in: raw) : nil
        result += String(Character(twice?.scalar ?? scalar)).utf8
        index = twice?.end ?? end + 1
      } else if byte == UInt8(ascii: "<"), raw[index...].starts(with: "<!--".utf8) {
        index = after("-->", from: index, in: raw)
      } else if byte == UInt8(ascii: "<"), raw[index...].starts(with: "<![CDATA[".utf8) {
        let end = after("]]>", from: index, in: raw)
        if end - 3 > index + 9 { result += raw[(index + 9)..<(end - 3)] }
        index = end
      } else if byte == UInt8(ascii: "<") {
        index = after("?>", from: index, in: raw)
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  /// A numeric reference that has lost its `&`, and where it ends.
  private func number(
    at start: Int, in raw: ArraySlice<UInt8>
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard start < raw.endIndex, raw[start] == UInt8(ascii: "#"),
      let end = raw[start...].firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    return XMLDocument.scalar(reference: raw[start..<end]).map { ($0, end + 1) }
  }

  private func after(_ mark: StaticString, from start: Int, in raw: ArraySlice<UInt8>) -> Int {
    let mark = Array(mark.description.utf8)
    var index = start
    while index + mark.count <= raw.endIndex {
      if raw[index..<(index + mark.count)].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    return raw.endIndex
  }

  /// The scalar a reference such as `amp` or `#x2013` stands for.
  static func scalar(reference: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let name = String(decoding: reference, as: UTF8.self)
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let number =
        digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init).flatMap { isAllowed($0) ? $0 : nil }
    }
  }

  /// XML 1.0, "Characters".
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
