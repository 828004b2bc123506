extension String {
  /// The text with its further lines indented.
  func indented(by count: Int) -> String {
    prefixed(first: "", others: String(repeating: " ", count: count), empty: "")
  }

  /// The text with something in front of its first line, of others, and of others that are empty.
  ///
  /// Works on bytes, since a text in lists and quotations goes through it once for each of them.
  func prefixed(first: String, others: String, empty: String) -> String {
    var result: [UInt8] = []
    for (index, line) in utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      if index > 0 { result.append(UInt8(ascii: "\n")) }
      result += (line.isEmpty ? empty : index == 0 ? first : others).utf8
      result += line
    }
    return String(decoding: result, as: UTF8.self)
  }
}
