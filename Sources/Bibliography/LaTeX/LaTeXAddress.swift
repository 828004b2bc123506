/// Addresses and numbers, which come with TeX's escapes because a document may print them.
enum LaTeXAddress {
  /// The text without escapes and braces: `a\_b\textasciitilde{}c` is `a_b~c`.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "{") }) else {
      return text
    }
    var plain = ""
    var rest = text.replacing("$\\sim$", with: "~")[...]
    while let mark = rest.firstIndex(where: { $0 == "\\" || $0 == "{" || $0 == "}" }) {
      plain += rest[..<mark]
      let isCommand = rest[mark] == "\\"
      rest = rest[mark...].dropFirst()
      if isCommand { plain += command(&rest) }
    }
    return plain + rest
  }

  /// What the command prints whose backslash has been read.
  private static func command(_ rest: inout Substring) -> String {
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    guard !name.isEmpty else {
      return rest.popFirst().map { $0 == "\\" ? "" : String($0) } ?? ""
    }
    rest = rest[name.endIndex...].drop { $0 == " " }
    switch LaTeXCommand(String(name)) {
    case .text(let text): return text
    case .address, .format: return ""
    default: return name == "string" ? "" : String(name)
    }
  }
}
