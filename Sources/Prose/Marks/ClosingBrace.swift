extension [UInt8] {
  /// The brace of TeX that closes the one at `open`; an escaped one closes nothing.
  func closingBrace(of open: Int, until limit: Int) -> Int? {
    var depth = 0
    var offset = open
    while offset < limit {
      switch self[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return offset }
      default: break
      }
      offset += 1
    }
    return nil
  }
}
