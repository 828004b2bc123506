extension MarkScanner {
  /// Hides `{{< … >}}`, `{{% … %}}`, `{{ … }}` and `{% … %}`; false if none begins here.
  mutating func scanTemplate() -> Bool {
    let closer: [UInt8]
    var limit = paragraphEnd
    switch (byte(index + 1), byte(index + 2)) {
    case (UInt8(ascii: "{"), UInt8(ascii: "<")):
      closer = Array(">}}".utf8)
      limit = end
    case (UInt8(ascii: "{"), UInt8(ascii: "%")):
      closer = Array("%}}".utf8)
      limit = end
    case (UInt8(ascii: "{"), _): closer = Array("}}".utf8)
    case (UInt8(ascii: "%"), _): closer = Array("%}".utf8)
    default: return false
    }
    guard let close = find(closer, from: index + 2, until: min(limit, index + 10_000)) else {
      return false
    }
    put(.leftOut(.template), over: index..<close + closer.count)
    return true
  }

  /// The first place of `needle` between two offsets.
  func find(_ needle: [UInt8], from start: Int, until limit: Int) -> Int? {
    var offset = start
    let last = min(limit, end) - needle.count
    while offset <= last {
      if source[offset] == needle[0], source[offset..<offset + needle.count].elementsEqual(needle) {
        return offset
      }
      offset += 1
    }
    return nil
  }
}
