/// A digital object identifier, without resolver: `10.5555/jss.1.1`.
package struct DOI: Sendable, Hashable, Codable {
  package let text: String

  /// Takes `10.…/…`, `doi:10.…/…` and addresses of doi.org; nil when the form is wrong
  /// (ISO 26324; prefix of 4 to 9 digits as Crossref has them).
  package init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    for prefix in ["https://", "http://", "dx.", "www.", "doi.org/", "doi:"]
    where rest.first != UInt8(ascii: "1") && rest.count > prefix.utf8.count {
      // Letters of ASCII differ from their capitals in one bit.
      let isThere = zip(rest, prefix.utf8).allSatisfy { byte, letter in
        byte == letter || byte | 0x20 == letter && (0x61...0x7A).contains(letter)
      }
      if isThere { rest = rest.dropFirst(prefix.utf8.count) }
    }
    guard rest.starts(with: "10.".utf8), let slash = rest.firstIndex(of: UInt8(ascii: "/")) else {
      return nil
    }
    let registrant = rest[(rest.startIndex + 3)..<slash]
    let suffix = rest[(slash + 1)...]
    let digits = registrant.prefix { $0 != UInt8(ascii: ".") }
    guard (4...9).contains(digits.count),
      registrant.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }),
      !suffix.isEmpty, suffix.count <= 200,
      suffix.allSatisfy({
        $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
      })
    else { return nil }
    self.text = String(decoding: rest, as: UTF8.self)
  }

  /// `https://doi.org/…`, with what an address may not hold percent-encoded.
  package var url: String {
    var result = Array("https://doi.org/".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "?"),
        UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
        UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), 0x80...:
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
