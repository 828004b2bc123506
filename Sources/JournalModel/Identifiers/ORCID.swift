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
    var rest = Array(text.utf8)[...]
    for prefix in ["https://", "http://", "www.", "orcid.org/"]
    where rest.prefix(prefix.utf8.count).map(Self.lowered).elementsEqual(prefix.utf8) {
      rest = rest.dropFirst(prefix.utf8.count)
    }
    let hyphen = UInt8(ascii: "-")
    var groups = rest.split(separator: hyphen, omittingEmptySubsequences: false)
    if groups.count == 1, rest.count == 16 {
      groups = (0..<4).map { rest.dropFirst($0 * 4).prefix(4) }
    }
    guard groups.count == 4, groups.allSatisfy({ $0.count == 4 }) else { throw .form }
    var characters = Array(groups.joined())
    if characters.last == UInt8(ascii: "x") { characters[15] = UInt8(ascii: "X") }
    guard characters.dropLast().allSatisfy({ (0x30...0x39).contains($0) }),
      let last = characters.last, (0x30...0x39).contains(last) || last == UInt8(ascii: "X")
    else { throw .form }
    let total = characters.dropLast().reduce(0) { ($0 + Int($1 - 0x30)) * 2 % 11 }
    let expected = (12 - total) % 11
    guard expected == (last == UInt8(ascii: "X") ? 10 : Int(last - 0x30)) else {
      throw .checkDigit
    }
    for place in [12, 8, 4] { characters.insert(hyphen, at: place) }
    self.text = String(decoding: characters, as: UTF8.self)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  package var url: String { "https://orcid.org/" + text }
}
