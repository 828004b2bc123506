import Bibliography

extension PersonName {
  /// A name written as one text, such as `Ada Lovelace` or `Lovelace, Ada`.
  ///
  /// The last word is the family name, small words before it belong to it. A name in a script
  /// without case, or of one word, stays whole: nobody can tell its parts.
  init(written text: String) {
    let comma = text.split(separator: ",", maxSplits: 1).map { String($0).foldingBlanks }
    if comma.count == 2 {
      let (particle, family) = Self.particles(before: comma[0].split(separator: " "))
      self.init(family: family, given: comma[1], nonDroppingParticle: particle)
      return
    }
    var words = text.split(separator: " ")
    var suffix = ""
    if words.count > 2, let last = words.last,
      ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(last.lowercased())
    {
      suffix = String(words.removeLast())
    }
    guard words.count > 1, text.unicodeScalars.allSatisfy({ $0.hasCaseOrIsNoLetter }) else {
      self.init(literal: text)
      return
    }
    var familyStart = words.count - 1
    while familyStart > 1, words[familyStart - 1].isSmall { familyStart -= 1 }
    let (particle, family) = Self.particles(before: Array(words[familyStart...]))
    self.init(
      family: family, given: words[..<familyStart].joined(separator: " "),
      nonDroppingParticle: particle, suffix: suffix)
  }

  /// The small words at the beginning, and the rest.
  private static func particles(before words: [Substring]) -> (particle: String, family: String) {
    let particles = words.dropLast().prefix { $0.isSmall }
    return (
      particles.joined(separator: " "),
      words.dropFirst(particles.count).joined(separator: " ")
    )
  }
}

extension Substring {
  fileprivate var isSmall: Bool {
    unicodeScalars.first.map { $0.properties.isLowercase } ?? false
  }
}

extension Unicode.Scalar {
  fileprivate var hasCaseOrIsNoLetter: Bool {
    !properties.isAlphabetic || properties.isCased
  }
}
