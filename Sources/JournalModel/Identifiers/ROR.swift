/// The identifier of a research organization, such as `https://ror.org/05gq02987`.
package struct ROR: Sendable, Hashable, Codable {
  /// The nine characters after `ror.org/`.
  package let text: String

  /// Takes the address or its last part; nil when the form or the checksum (ISO 7064 mod 97-10
  /// over Crockford's base 32) is wrong.
  package init?(_ text: some StringProtocol) {
    var rest = Substring(text.lowercased())
    for prefix in ["https://", "http://", "www.", "ror.org/"] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    let characters = Array(rest.utf8)
    guard characters.count == 9, characters[0] == UInt8(ascii: "0") else { return nil }
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    var number = 0
    for character in characters[1..<7] {
      guard let digit = alphabet.firstIndex(of: character) else { return nil }
      number = number * 32 + digit
    }
    let checksum = 98 - (number * 100) % 97
    guard String(rest.suffix(2)) == (checksum < 10 ? "0\(checksum)" : "\(checksum)") else {
      return nil
    }
    self.text = String(rest)
  }

  package var url: String { "https://ror.org/" + text }
}
