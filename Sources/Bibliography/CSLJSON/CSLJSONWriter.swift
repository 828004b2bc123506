/// Writes items as CSL-JSON bytes.
struct CSLJSONWriter {
  private(set) var bytes: [UInt8] = []
  private var isFirstField = true

  mutating func write(_ items: [WritableItem], without left: TextVariable?) {
    put("[")
    for (index, item) in items.enumerated() {
      put(index == 0 ? "\n" : ",\n")
      write(item, without: left)
    }
    put(items.isEmpty ? "]\n" : "\n]\n")
  }

  private mutating func write(_ item: WritableItem, without left: TextVariable?) {
    put("  {")
    isFirstField = true
    field("id", string: item.id)
    field("type", string: item.type.name)
    for (variable, names) in item.item.names {
      field(variable.name)
      list(names) { $0.write($1) }
    }
    for (variable, date) in item.item.dates {
      field(variable.name)
      write(date)
    }
    for (variable, text) in item.texts where variable != left {
      field(variable.name)
      string(text)
    }
    put("\n  }")
  }

  private mutating func write(_ name: PersonName) {
    put("{")
    var isFirst = true
    func member(_ key: String, _ value: String, _ json: inout Self) {
      guard !value.isEmpty else { return }
      json.put(isFirst ? "\"" : ", \"")
      json.put(key)
      json.put("\": ")
      json.string(value)
      isFirst = false
    }
    member("family", name.quotedFamily, &self)
    member("given", name.given, &self)
    member("dropping-particle", name.droppingParticle, &self)
    member("non-dropping-particle", name.nonDroppingParticle, &self)
    member("suffix", name.suffix, &self)
    member("literal", name.literal, &self)
    if name.hasCommaSuffix { put(", \"comma-suffix\": true") }
    if name.isStaticallyOrdered { put(", \"static-ordering\": true") }
    put("}")
  }

  private mutating func write(_ date: ItemDate) {
    var separator = "{"
    if let start = date.start {
      put("{\"date-parts\": [")
      write(start)
      if let end = date.end {
        put(", ")
        write(end, season: date.endSeason)
      } else if date.isOpenEnded {
        put(", [0]")
      }
      put("]")
      separator = ", "
    }
    if let season = date.season {
      put("\(separator)\"season\": \(season)")
      separator = ", "
    }
    if date.isApproximate {
      put("\(separator)\"circa\": true")
      separator = ", "
    }
    if let literal = date.literal {
      put("\(separator)\"literal\": ")
      string(literal)
      separator = ", "
    }
    put(separator == "{" ? "{}" : "}")
  }

  /// The second date of a range has no `season`; there a season is month 21 to 24, as in EDTF.
  private mutating func write(_ date: PartialDate, season: Int? = nil) {
    put("[\(date.year)")
    if let month = date.month ?? season.map({ $0 + 20 }) {
      put(", \(month)")
      if date.month != nil, let day = date.day { put(", \(day)") }
    }
    put("]")
  }

  // MARK: JSON

  private mutating func field(_ name: String) {
    put(isFirstField ? "\n    \"" : ",\n    \"")
    isFirstField = false
    put(name)
    put("\": ")
  }

  private mutating func field(_ name: String, string value: String) {
    field(name)
    string(value)
  }

  private mutating func list<Element>(
    _ elements: [Element], write: (inout Self, Element) -> Void
  ) {
    put("[")
    for (index, element) in elements.enumerated() {
      if index > 0 { put(", ") }
      write(&self, element)
    }
    put("]")
  }

  private mutating func string(_ text: String) { string(WritableText(text)) }

  private mutating func string(_ text: WritableText) {
    bytes.append(UInt8(ascii: "\""))
    if text.needsEscapesInJSON { escape(text.string) } else { put(text.string) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case UInt8(ascii: "\n"): put("\\n")
      case UInt8(ascii: "\t"): put("\\t")
      case UInt8(ascii: "\r"): put("\\r")
      case 0..<0x20:
        put(byte < 0x10 ? "\\u000" : "\\u00")
        put(String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
  }

  private mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}
