extension PersonName {
  /// Takes particles and suffix out of the family and given names, where they stand in CSL-JSON
  /// from reference managers: family "van Gogh", given "Jean de", given "Henry, III".
  ///
  /// A particle is a word in small letters. Words of scripts without case are none: كرد in
  /// "كرد علي" belongs to the family name. A family name in quotation marks is taken as it stands.
  mutating func separateParticles() {
    guard literal.isEmpty, mayHoldParticles else { return }
    if let quoted = Self.unquoted(family) {
      family = quoted
      return
    }
    separateSuffix()
    if nonDroppingParticle.isEmpty { separateNonDroppingParticle() }
    if droppingParticle.isEmpty { separateDroppingParticle() }
  }

  /// The family name, in quotation marks where a reader of CSL-JSON would take a particle off that
  /// belongs to it.
  var quotedFamily: String {
    var read = self
    read.separateParticles()
    return read.family == family ? family : "\"\(family)\""
  }

  /// A quick look at the bytes: most names hold neither a small word nor a comma.
  private var mayHoldParticles: Bool {
    guard let first = family.utf8.first else { return given.holds(UInt8(ascii: ",")) }
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    if !capitals.contains(first) { return true }
    let bytes = given.utf8.span
    var last: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: ",") || last == 0x20 && !capitals.contains(byte) { return true }
      last = byte
    }
    return false
  }

  /// "Henry, III" and "Henry,! Jr." (which keeps its comma) in the given name.
  private mutating func separateSuffix() {
    guard suffix.isEmpty, let comma = given.utf8.firstIndex(of: UInt8(ascii: ",")) else { return }
    var rest = given[given.utf8.index(after: comma)...]
    if rest.first == "!" {
      rest.removeFirst()
      hasCommaSuffix = true
    }
    suffix = String(rest.drop { $0 == " " })
    given = String(given[..<comma])
  }

  /// "van den" of "van den Berg", "d’" of "d’Alembert", "al-" of "al-Biruni".
  private mutating func separateNonDroppingParticle() {
    guard let first = family.unicodeScalars.first,
      first.properties.isLowercase || first.value < 0x80
    else { return }
    let isOneWord = !family.holds(0x20)
    if isOneWord, let mark = endOfLatinElision {
      nonDroppingParticle = String(family[..<mark])
      family = String(family[mark...])
      return
    }
    guard !isOneWord || Self.holdsElision(family) else { return }
    let words =
      isOneWord ? [family[...]] : family.utf8.split(separator: 0x20).map { Substring($0) }
    var particles: [Substring] = []
    var rest = words[...]
    while rest.count > 1, let word = rest.first, Self.isParticle(word) {
      particles.append(word)
      rest.removeFirst()
    }
    guard let head = rest.first else { return }
    if let elision = Self.elision(of: head) {
      nonDroppingParticle = Self.spaced(particles + [elision])
      family = Self.spaced([head[elision.endIndex...]] + rest.dropFirst())
    } else if !particles.isEmpty {
      nonDroppingParticle = Self.spaced(particles)
      family = Self.spaced(rest)
    }
  }

  /// "de" of "Jean de" in the given name.
  private mutating func separateDroppingParticle() {
    guard let space = given.utf8.lastIndex(of: 0x20) else { return }
    // Most given names with a space end in an initial or another name.
    let last = given[given.utf8.index(after: space)...]
    guard last.isEmpty || Self.isParticle(last) else { return }
    let words = given.utf8.split(separator: 0x20).map { Substring($0) }
    let particles = words.reversed().prefix { Self.isParticle($0) }
    guard !particles.isEmpty, particles.count < words.count else { return }
    droppingParticle = Self.spaced(words.suffix(particles.count))
    given = Self.spaced(words.dropLast(particles.count))
  }

  /// Words with one space between two.
  private static func spaced(_ words: some Collection<Substring>) -> String {
    var text = words.first.map(String.init) ?? ""
    for word in words.dropFirst() {
      text += " "
      text += word
    }
    return text
  }

  /// Whether all letters of a word are small letters of a script that has capitals.
  static func isParticle(_ word: some StringProtocol) -> Bool {
    // "J." and the like are not looked up in Unicode's tables.
    guard let first = word.utf8.first, !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
    else { return false }
    var hasLetter = false
    for scalar in word.unicodeScalars {
      if ("a"..."z").contains(scalar)
        || scalar.properties.isLowercase && scalar.properties.changesWhenUppercased
      {
        hasLetter = true
      } else if scalar != "'" && scalar != "’" && scalar != "-" && scalar != "." {
        return false
      }
    }
    return hasLetter
  }

  private static func holdsElision(_ text: String) -> Bool {
    text.holds(UInt8(ascii: "'")) || text.holds(UInt8(ascii: "-"))
      || text.unicodeScalars.contains("’")
  }

  /// "d’" of "d’Alembert": at most three small letters before the mark, a capital after it.
  private static func elision(of word: Substring) -> Substring? {
    let scalars = word.unicodeScalars
    guard
      let mark = scalars.prefix(4).firstIndex(where: { $0 == "'" || $0 == "’" || $0 == "-" }),
      mark > scalars.startIndex, isParticle(word[..<mark])
    else { return nil }
    let after = scalars.index(after: mark)
    guard after < scalars.endIndex, scalars[after].properties.isUppercase else { return nil }
    return word[..<after]
  }

  /// Where "d’" or "al-" ends, if the family name begins with it and goes on with a capital, all of
  /// them of ASCII but for the mark; that is most of them.
  private var endOfLatinElision: String.Index? {
    let bytes = family.utf8.span
    var length = 0
    while length < min(bytes.count, 4),
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[length])
    {
      length += 1
    }
    guard (1...3).contains(length) else { return nil }
    if bytes.count > length + 3, bytes[length] == 0xE2, bytes[length + 1] == 0x80,
      bytes[length + 2] == 0x99
    {
      length += 3
    } else if bytes.count > length + 1,
      bytes[length] == UInt8(ascii: "'") || bytes[length] == UInt8(ascii: "-")
    {
      length += 1
    } else {
      return nil
    }
    guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[length]) else { return nil }
    return family.utf8.index(family.startIndex, offsetBy: length)
  }

  private static func unquoted(_ text: String) -> String? {
    let quote = UInt8(ascii: "\"")
    guard text.utf8.count > 2, text.utf8.first == quote, text.utf8.last == quote else { return nil }
    return String(text.dropFirst().dropLast())
  }
}
