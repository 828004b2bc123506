/// The identifier of a researcher, such as `0000-0002-1825-0097`.
package struct ORCID: Sendable, Hashable, Codable {
  /// Four groups of four, with hyphens.
  package let text: String

  /// Why a text is no ORCID.
  package enum Flaw: Error, Sendable {
    case form
    case checkDigit
  }

  /// Takes the number, also without hyphens, or its address.
  ///
  /// - Throws: `Flaw` when the form or the check digit (ISO 7064 mod 11-2) is wrong.
  package init(_ text: some StringProtocol) throws(Flaw) {
    var rest = Substring(text)
    for prefix in ["https://", "http://", "www.", "orcid.org/"]
    where rest.prefix(prefix.count).lowercased() == prefix {
      rest = rest.dropFirst(prefix.count)
    }
    var groups = rest.split(separator: "-", omittingEmptySubsequences: false)
    if groups.count == 1, rest.utf8.count == 16, rest.allSatisfy(\.isASCII) {
      groups = (0..<4).map { rest.dropFirst($0 * 4).prefix(4) }
    }
    guard groups.count == 4, groups.allSatisfy({ $0.utf8.count == 4 }) else { throw .form }
    let characters = Array(groups.joined().uppercased().utf8)
    guard characters.dropLast().allSatisfy({ (0x30...0x39).contains($0) }),
      let last = characters.last, (0x30...0x39).contains(last) || last == UInt8(ascii: "X")
    else { throw .form }
    let total = characters.dropLast().reduce(0) { ($0 + Int($1 - 0x30)) * 2 % 11 }
    let expected = (12 - total) % 11
    guard expected == (last == UInt8(ascii: "X") ? 10 : Int(last - 0x30)) else {
      throw .checkDigit
    }
    self.text = groups.joined(separator: "-").uppercased()
  }

  package var url: String { "https://orcid.org/" + text }
}
