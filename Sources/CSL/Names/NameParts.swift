import Bibliography

/// The parts of a name while particles and suffixes are split off.
///
/// CSL-JSON from reference managers has "van Gogh" as family and "Jean de" as given name; a name in
/// quotation marks, or one whose particles are given apart, is left alone.
struct NameParts {
  var family: [UInt8]
  var given: [UInt8]
  var droppingParticle: [UInt8]
  var nonDroppingParticle: [UInt8]
  var suffix: [UInt8]
  var literal: [UInt8]
  var hasCommaSuffix: Bool

  init(_ name: borrowing PersonName) {
    family = Array(name.family.utf8)
    given = Array(name.given.utf8)
    droppingParticle = Array(name.droppingParticle.utf8)
    nonDroppingParticle = Array(name.nonDroppingParticle.utf8)
    suffix = Array(name.suffix.utf8)
    literal = Array(name.literal.utf8)
    hasCommaSuffix = name.hasCommaSuffix
  }

  mutating func split() {
    if family.count > 1, family.first == UInt8(ascii: "\""), family.last == UInt8(ascii: "\"") {
      family = Array(family.dropFirst().dropLast())
      return
    }
    if !literal.isEmpty, family.isEmpty, given.isEmpty { return }
    guard nonDroppingParticle.isEmpty, !given.isEmpty, !family.isEmpty else { return }
    splitFamily()
    splitSuffix()
    if droppingParticle.isEmpty { splitGiven() }
  }

  /// Leading words in lower case belong to no family.
  private mutating func splitFamily() {
    var start = 0
    while let end = endOfParticle(from: start), end < family.count,
      beginsInLowerCase(family[start..<end])
    {
      start = end
    }
    guard start > 0 else { return }
    var particle = family[..<start]
    let hasSpace = particle.last == UInt8(ascii: " ")
    while particle.last == UInt8(ascii: " ") { particle.removeLast() }
    nonDroppingParticle = Array(particle)
    // "de' Medici" keeps the space that "d'Aubignac" has not.
    if hasSpace, particle.last == UInt8(ascii: "'") || particle.last == 0x99 {
      nonDroppingParticle.append(UInt8(ascii: " "))
    }
    family.removeFirst(start)
  }

  /// The end of the word that begins here, with the hyphen, apostrophe or spaces after it.
  private func endOfParticle(from start: Int) -> Int? {
    var index = start
    while index < family.count {
      let length = mark(at: index)
      if length > 0, index > start {
        index += length
        while index < family.count, family[index] == UInt8(ascii: " ") { index += 1 }
        return index
      }
      index += max(length, 1)
    }
    return nil
  }

  /// The length of a hyphen, apostrophe or space at this place.
  private func mark(at index: Int) -> Int {
    switch family[index] {
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "'"): 1
    case 0xE2 where family[index...].starts(with: [0xE2, 0x80, 0x99]): 3
    case 0xCA where family[index...].starts(with: [0xCA, 0xBB]): 2
    default: 0
    }
  }

  /// "Hancock, Jr." as given name holds a suffix; after two commas it is set off by a comma.
  private mutating func splitSuffix() {
    guard suffix.isEmpty, let comma = given.firstIndex(of: UInt8(ascii: ",")) else { return }
    var rest = given[(comma + 1)...]
    if rest.first == UInt8(ascii: "!") {
      hasCommaSuffix = true
      rest.removeFirst()
    }
    while rest.first == UInt8(ascii: " ") { rest.removeFirst() }
    var kept = given[..<comma]
    while kept.last == UInt8(ascii: " ") { kept.removeLast() }
    suffix = Array(rest)
    given = Array(kept)
  }

  /// Trailing words of the given name in lower case are dropped with it.
  private mutating func splitGiven() {
    var end = given.count
    while let space = given[..<end].lastIndex(of: UInt8(ascii: " ")), space > 0,
      beginsInLowerCase(given[(space + 1)..<end])
    {
      end = space
      while end > 0, given[end - 1] == UInt8(ascii: " ") { end -= 1 }
    }
    guard end < given.count, end > 0 else { return }
    var particle = given[end...]
    while particle.first == UInt8(ascii: " ") { particle.removeFirst() }
    droppingParticle = Array(particle)
    given.removeLast(given.count - end)
  }

  /// Whether the first letter, after apostrophes and hyphens, is a small one.
  private func beginsInLowerCase(_ word: ArraySlice<UInt8>) -> Bool {
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "-", "'", "\u{2019}", "\u{02BB}", " ": continue
      default: return scalar.properties.changesWhenUppercased
      }
    }
    return false
  }

  /// Scripts without spaces between the parts of a name: Chinese, Japanese, Korean.
  var isRomanesque: Bool {
    let text = literal.isEmpty ? family + given : literal
    guard text.contains(where: { $0 >= 0xE2 }) else { return true }
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.value < 0x2000, scalar.properties.isAlphabetic { return true }
    }
    return false
  }
}
