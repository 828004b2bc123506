/// Makes keys for references: `bajwa2024withdrawal`, from the first author's family name, the year
/// and the first word of the title that says something.
///
/// The same items in the same order always get the same keys.
public enum CitationKeys {
  /// One key for each item; a second use of a key gets "a", a third "b".
  public static func unique(for items: [Item]) -> [String] {
    unique(stems: items.map(key))
  }

  /// One key for each stem, which is the key of an item by itself.
  public static func unique(stems: [String]) -> [String] {
    var given = Given()
    return stems.map { given.key(of: $0) }
  }

  /// One key for each item; those to keep have theirs already, and no other gets it.
  static func unique(for items: [Item], keeping isKept: (Item) -> Bool) -> [String] {
    var given = Given(taken: Set(items.filter(isKept).map(\.id)))
    return items.map { isKept($0) ? $0.id : given.key(of: key(for: $0)) }
  }

  /// The keys that are given already.
  private struct Given {
    var taken: Set<String> = []
    /// How many keys have been made of a stem.
    private var counts: [String: Int] = [:]

    init(taken: Set<String> = []) { self.taken = taken }

    mutating func key(of stem: String) -> String {
      var count = counts[stem, default: 0]
      var key = stem + (count == 0 ? "" : letters(count - 1))
      while !taken.insert(key).inserted {
        count += 1
        key = stem + letters(count - 1)
      }
      counts[stem] = count + 1
      return key
    }
  }

  /// The key of an item by itself; small ASCII letters and digits, never empty.
  public static func key(for item: Item) -> String {
    let name = (item[.author].first ?? item[.editor].first).map(familyName) ?? ""
    let year = (item[.issued]?.start?.year).map { String($0.magnitude) } ?? ""
    let word = significantWord(of: item[.title] ?? "")
    let family = letters(in: name)
    if !family.isEmpty || !word.isEmpty { return family + year + word }
    // Chinese, say: the id, which on a site is the article's slug.
    let slug = letters(in: item.id)
    return slug.isEmpty ? "reference" + year : slug
  }

  private static func familyName(_ name: PersonName) -> String {
    let family = name.family.isEmpty ? name.given : name.family
    // A body is called by its first word that says something.
    return name.literal.isEmpty ? family : significantWord(of: name.literal)
  }

  /// The first word that is no article or preposition; the first word if there is no other.
  private static func significantWord(of title: String) -> String {
    var rest = plain(title)[...]
    var first = ""
    while let start = rest.firstIndex(where: isInWord) {
      let word = rest[start...].prefix(while: isInWord)
      rest = rest[word.endIndex...]
      let key = letters(in: String(word))
      if key.utf8.count > 1, !smallWords.contains(key) { return key }
      if first.isEmpty { first = key }
    }
    return first
  }

  private static func isInWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "'’ʿʾʼ-".contains(character)
  }

  private static let smallWords: Set<String> = [
    "a", "an", "the", "of", "on", "in", "at", "to", "for", "and", "or", "with", "from", "by",
    "is", "are", "as", "into", "towards", "toward", "about", "some", "der", "die", "das", "den",
    "dem", "des", "ein", "eine", "und", "zur", "zum", "von", "im", "am", "le", "la", "les", "l",
    "un", "une", "du", "de", "et", "el", "los", "las", "una", "y", "il", "lo", "gli", "al",
  ]

  /// The text without markup.
  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var plain = ""
    var isTag = false
    for character in text {
      if character == "<" { isTag = true }
      if !isTag { plain.append(character) }
      if character == ">" { isTag = false }
    }
    return plain
  }

  /// Small ASCII letters and digits of a text, other scripts transliterated as far as they can be.
  private static func letters(in text: String) -> String {
    var key = ""
    for scalar in Transliteration.ascii(text).unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": key.unicodeScalars.append(scalar)
      case "A"..."Z": key += scalar.properties.lowercaseMapping
      default: break
      }
    }
    return key
  }

  /// The letters a to z, then aa, ab and so on.
  private static func letters(_ number: Int) -> String {
    var number = number
    var text = ""
    repeat {
      text = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(number % 26))) + text
      number = number / 26 - 1
    } while number >= 0
    return text
  }
}
