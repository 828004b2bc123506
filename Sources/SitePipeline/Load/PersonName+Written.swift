import Bibliography

extension PersonName {
  /// A name written as one text, such as `Ada Lovelace`, `Lovelace, Ada` or `Ada Lovelace, Jr.`.
  ///
  /// The last word is the family name, small words before it belong to it; in Chinese, Japanese and
  /// Korean it is the first of two. Another name in a script without case, or of one word, stays
  /// whole: nobody can tell its parts.
  init(written text: String) {
    var parts = text.split(separator: ",", maxSplits: 2).map { String($0).foldingBlanks }
    var suffix = ""
    // "Lovelace, Jr., Ada" as in BibTeX, or at the end.
    if parts.count > 1, let place = parts[1...].firstIndex(where: \.isSuffix) {
      suffix = parts.remove(at: place)
    }
    if parts.count > 1 {
      let (particle, family) = Self.particles(before: parts[0].split(separator: " "))
      self.init(
        family: family, given: parts[1...].joined(separator: ", "), nonDroppingParticle: particle,
        suffix: suffix)
      return
    }
    var words = parts.first?.split(separator: " ") ?? []
    if suffix.isEmpty, words.count > 2, let last = words.last, String(last).isSuffix {
      suffix = String(words.removeLast())
    }
    if words.count == 2 {
      let name = PersonName(family: String(words[0]), given: String(words[1]), suffix: suffix)
      if name.isUnspaced {
        self = name
        return
      }
    }
    guard words.count > 1, text.unicodeScalars.allSatisfy({ $0.hasCaseOrIsNoLetter }) else {
      self.init(literal: text)
      return
    }
    // "Иванов Иван Петрович": the name after the father ends it, so that the family name is the first.
    if words.count == 3, words[2].isPatronymic, !words[1].isPatronymic {
      self.init(
        family: String(words[0]), given: words[1...].joined(separator: " "), suffix: suffix)
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

extension String {
  /// Whether it tells a person from a father or a son.
  fileprivate var isSuffix: Bool {
    ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(lowercased())
  }
}

extension Substring {
  /// Whether it is a name after the father, as Russian has it.
  fileprivate var isPatronymic: Bool { hasSuffix("вич") || hasSuffix("вна") || hasSuffix("ична") }

  fileprivate var isSmall: Bool {
    unicodeScalars.first.map { $0.properties.isLowercase } ?? false
  }
}

extension Unicode.Scalar {
  fileprivate var hasCaseOrIsNoLetter: Bool {
    !properties.isAlphabetic || properties.isCased
  }
}
