import Reporting

/// Reads references straight from the bytes of a list, which is what a file of CSL-JSON is.
///
/// Texts, names and dates of the plain kind need no tree; for any other value the tree is read,
/// which tells what is odd with it.
extension JSONReader {
  /// The references of a file; what is found in one that cannot be read to its end is not told.
  static func readItems(_ source: SourceBytes, report: inout Report) -> [Item]? {
    var reader = JSONReader(source)
    reader.skipSpace()
    guard reader.peek == UInt8(ascii: "[") else { return nil }
    var found = Report()
    let items = reader.readOutermostList(report: &report) { reader throws(SyntaxError) in
      try reader.readItem(report: &found)
    }
    reader.finish(report: &report)
    report.merge(found)
    return items
  }

  private mutating func readItem(report: inout Report) throws(SyntaxError) -> Item? {
    guard peek == UInt8(ascii: "{") else {
      return Item(try readValue(), path: source.path, report: &report)
    }
    let start = position
    try enter()
    position += 1
    var found = Report()
    var item = ItemReader(path: source.path)
    while true {
      skipSpace()
      if peek == UInt8(ascii: "}") { break }
      try readField(of: &item, report: &found)
      try readSeparator(closing: UInt8(ascii: "}"))
    }
    position += 1
    leave()
    let finished = item.finished(start..<position, report: &found)
    if !found.isEmpty { report.merge(found) }
    return finished
  }

  private mutating func readField(
    of item: inout ItemReader, report: inout Report
  ) throws(SyntaxError) {
    guard peek == UInt8(ascii: "\"") else { throw failure("the name of a field in quotes") }
    let start = position
    let (name, escaped) = try readName()
    let place = start..<position
    skipSpace()
    guard peek == UInt8(ascii: ":") else {
      throw failure("':' after \"\(escaped ?? source.text(name))\"")
    }
    position += 1
    skipSpace()
    let field =
      if let escaped {
        item.field(escaped.utf8, at: place, name: escaped, report: &report)
      } else {
        item.field(source.bytes[name], at: place, name: source.text(name), report: &report)
      }
    guard let field else {
      _ = try readValue()
      return
    }
    if try readPlain(field, of: &item, report: &report) { return }
    item.read(field, named: escaped ?? source.text(name), try readValue(), report: &report)
  }

  /// The bytes between the quotes, and the name if there are escapes in it.
  private mutating func readName() throws(SyntaxError) -> (bytes: Range<Int>, escaped: String?) {
    let start = position
    guard let (end, hasEscapes) = endOfString(from: start), !hasEscapes else {
      let text = try readString()
      return (start + 1..<position - 1, text)
    }
    position = end + 1
    return (start + 1..<end, nil)
  }

  /// Reads a value of the plain kind; else stays in front of it.
  private mutating func readPlain(
    _ field: ReferenceField, of item: inout ItemReader, report: inout Report
  ) throws(SyntaxError) -> Bool {
    let start = position
    switch field {
    case .id where peek == UInt8(ascii: "\""):
      let id = try readString()
      item.set(id: id, at: start..<position)
    case .type where peek == UInt8(ascii: "\""):
      let type = try readString()
      item.set(type: type, at: start..<position, report: &report)
    case .text(let variable) where peek == UInt8(ascii: "\""):
      item.set(variable, try readString())
    case .names(let variable):
      guard let names = readPlainNames() else {
        position = start
        return false
      }
      item.set(variable, names)
    case .date(let variable):
      guard let date = readPlainDate() else {
        position = start
        return false
      }
      item.set(variable, date)
    case .id, .type, .text: return false
    }
    return true
  }

  // MARK: Names

  /// A list of maps of name parts, each a text.
  private mutating func readPlainNames() -> [PersonName]? {
    guard take(UInt8(ascii: "[")) else { return nil }
    var names: [PersonName] = []
    repeat {
      guard var name = readPlainName() else { return nil }
      if name.settle(holdsParticles: true) { names.append(name) }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? names : nil
  }

  private mutating func readPlainName() -> PersonName? {
    guard take(UInt8(ascii: "{")) else { return nil }
    var name = PersonName()
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\""), let (bytes, escaped) = try? readName(), escaped == nil,
        let (_, field) = NameField.table[source.bytes[bytes]], take(UInt8(ascii: ":"))
      else { return nil }
      switch field {
      case .hasCommaSuffix, .isStaticallyOrdered, .holdsParticles: return nil
      default: break
      }
      skipSpace()
      guard peek == UInt8(ascii: "\""), let text = try? readString() else { return nil }
      name.set(field, text)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? name : nil
  }

  // MARK: Dates

  /// A map with nothing but `date-parts` of whole numbers.
  private mutating func readPlainDate() -> ItemDate? {
    guard take(UInt8(ascii: "{")) else { return nil }
    skipSpace()
    guard peek == UInt8(ascii: "\""), let (bytes, _) = try? readName(),
      source.bytes[bytes].elementsEqual("date-parts".utf8), take(UInt8(ascii: ":")),
      take(UInt8(ascii: "[")), let start = readPlainDay()
    else { return nil }
    var end: PartialDate?
    if take(UInt8(ascii: ",")) {
      end = readPlainDay()
      guard end != nil else { return nil }
    }
    guard take(UInt8(ascii: "]")), take(UInt8(ascii: "}")) else { return nil }
    return ItemDate(start, to: end)
  }

  /// Year, month and day in a list, as far as they are given.
  private mutating func readPlainDay() -> PartialDate? {
    guard take(UInt8(ascii: "[")), let year = readPlainNumber(), year > 0 else { return nil }
    var date = PartialDate(year: year)
    if take(UInt8(ascii: ",")) {
      guard let month = readPlainNumber(), (1...12).contains(month) else { return nil }
      date.month = month
      if take(UInt8(ascii: ",")) {
        guard let day = readPlainNumber(), PartialDate.days(in: month, of: year).contains(day)
        else { return nil }
        date.day = day
      }
    }
    return take(UInt8(ascii: "]")) ? date : nil
  }

  /// A number of at most nine digits.
  private mutating func readPlainNumber() -> Int? {
    skipSpace()
    let start = position
    var number = 0
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      position += 1
      if position - start > 9 { return nil }
    }
    return position > start ? number : nil
  }

  /// Whether a byte comes next, which is then passed.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard peek == byte else { return false }
    position += 1
    return true
  }
}
