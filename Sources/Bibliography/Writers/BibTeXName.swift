/// A name in the order of BibTeX: "van Gogh, Jr., Vincent".
enum BibTeXName {
  /// `usesPrefix` says that the entry takes particles before the family name for part of it.
  static func text(of name: PersonName, usesPrefix: Bool) -> String {
    if !name.literal.isEmpty {
      return name.literal == "others" ? "others" : "{" + TeXText.escaped(name.literal) + "}"
    }
    var given = name.given
    var particle = name.nonDroppingParticle
    if !name.droppingParticle.isEmpty {
      if usesPrefix {
        given += (given.isEmpty ? "" : " ") + name.droppingParticle
      } else {
        particle = name.droppingParticle
      }
    }
    let family = name.family.isEmpty ? given : name.family
    if name.family.isEmpty { given = "" }
    var text = joined(particle, family)
    if given.isEmpty, name.suffix.isEmpty {
      // One name of several words must not be cut.
      let isOneWord = particle.isEmpty && !family.holds(0x20)
      return isOneWord ? part(family) : "{" + TeXText.escaped(joinedPlain(particle, family)) + "}"
    }
    if !name.suffix.isEmpty { text += ", " + part(name.suffix) }
    return text + ", " + part(given)
  }

  /// The particle, known by its small letters, before the family name; else both in braces.
  private static func joined(_ particle: String, _ family: String) -> String {
    if particle.isEmpty {
      return family.holds(0x20) && beginsSmall(family[...])
        ? "{" + TeXText.escaped(family) + "}" : part(family)
    }
    let isKnown = particle.split(separator: " ").allSatisfy(beginsSmall)
    guard isKnown, !particle.isElided else {
      return "{" + TeXText.escaped(joinedPlain(particle, family)) + "}"
    }
    return TeXText.escaped(particle) + " " + part(family)
  }

  private static func beginsSmall(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return ("a"..."z").contains(first) || !first.isASCII && word.first?.isLowercase == true
  }

  private static func joinedPlain(_ particle: String, _ family: String) -> String {
    if particle.isEmpty { return family }
    return particle.isElided ? particle + family : particle + " " + family
  }

  /// Braces around what BibTeX would cut: commas and the word "and".
  private static func part(_ text: String) -> String {
    let escaped = TeXText.escaped(text)
    let holdsComma =
      text.holds(UInt8(ascii: ",")) || text.holds(0xD8) && text.unicodeScalars.contains("،")
    return holdsComma || holdsAnd(text) ? "{\(escaped)}" : escaped
  }

  static func holdsAnd(_ text: String) -> Bool {
    holdsAnd(text.utf8.span)
  }

  private static func holdsAnd(_ text: Span<UInt8>) -> Bool {
    var start = 0
    for index in text.indices where text[index] == 0x20 {
      if isAnd(text.extracting(start..<index)) { return true }
      start = index + 1
    }
    return isAnd(text.extracting(start..<text.count))
  }

  private static func isAnd(_ word: Span<UInt8>) -> Bool {
    word.count == 3 && word[0] | 0x20 == UInt8(ascii: "a") && word[1] | 0x20 == UInt8(ascii: "n")
      && word[2] | 0x20 == UInt8(ascii: "d")
  }
}
