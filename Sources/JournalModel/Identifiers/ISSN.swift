/// The number of a serial, such as `2049-3630`.
package struct ISSN: Sendable, Hashable, Codable {
  /// Two groups of four, with a hyphen.
  package let text: String

  /// Why a text is no ISSN.
  package enum Flaw: Error, Sendable {
    case form
    case checkDigit
  }

  /// - Throws: `Flaw` when the form or the check digit (ISO 3297, modulo 11) is wrong.
  package init(_ text: some StringProtocol) throws(Flaw) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.count == 2, groups.allSatisfy({ $0.utf8.count == 4 }) else { throw .form }
    let characters = Array(groups.joined().uppercased().utf8)
    guard characters.dropLast().allSatisfy({ (0x30...0x39).contains($0) }),
      let last = characters.last, (0x30...0x39).contains(last) || last == UInt8(ascii: "X")
    else { throw .form }
    let total = zip(characters.dropLast(), (2...8).reversed()).reduce(0) {
      $0 + Int($1.0 - 0x30) * $1.1
    }
    guard (11 - total % 11) % 11 == (last == UInt8(ascii: "X") ? 10 : Int(last - 0x30)) else {
      throw .checkDigit
    }
    self.text = text.uppercased()
  }
}
