/// A digital object identifier, without resolver: `10.5555/jss.1.1`.
package struct DOI: Sendable, Hashable, Codable {
  package let text: String

  /// Takes `10.…/…`, `doi:10.…/…` and addresses of doi.org; nil when the form is wrong
  /// (ISO 26324; prefix of 4 to 9 digits as Crossref has them).
  package init?(_ text: some StringProtocol) {
    var rest = Substring(text)
    for prefix in ["https://", "http://", "dx.", "www.", "doi.org/", "doi:"] {
      if rest.utf8.count > prefix.utf8.count,
        rest.prefix(prefix.count).lowercased() == prefix
      {
        rest = rest.dropFirst(prefix.count)
      }
    }
    guard rest.utf8.starts(with: "10.".utf8),
      let slash = rest.utf8.firstIndex(of: UInt8(ascii: "/"))
    else { return nil }
    let registrant = rest.utf8[rest.utf8.index(rest.startIndex, offsetBy: 3)..<slash]
    let suffix = rest.utf8[rest.utf8.index(after: slash)...]
    let digits = registrant.prefix { $0 != UInt8(ascii: ".") }
    guard (4...9).contains(digits.count),
      registrant.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      !suffix.isEmpty, suffix.count <= 200,
      suffix.allSatisfy({
        $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
      })
    else { return nil }
    self.text = String(rest)
  }

  /// `https://doi.org/…`, with what an address may not hold percent-encoded.
  package var url: String {
    var result = "https://doi.org/"
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "?"),
        UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
        UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), 0x80...:
        let digits = Array("0123456789ABCDEF")
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      default: result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result
  }
}
