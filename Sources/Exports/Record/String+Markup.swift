extension String {
  /// The text of CSL-JSON's rich text: its tags left out, anything else kept.
  package var withoutMarkup: String {
    guard utf8.contains(UInt8(ascii: "<")) else { return self }
    var result = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">"), Self.isTag(rest[open...close]) else {
        result.append("<")
        rest = rest[rest.index(after: open)...]
        continue
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func isTag(_ text: Substring) -> Bool {
    switch text {
    case "<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>", "<sc>", "</sc>",
      "</span>":
      true
    default: text.hasPrefix("<span ")
    }
  }
}
