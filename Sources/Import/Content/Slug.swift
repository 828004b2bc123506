import Bibliography

/// File names made from titles and old addresses, each once.
struct Slugs {
  private var taken: Set<String> = []

  /// A name of ASCII letters, digits and hyphens, at most 60 characters, that was not given yet and
  /// is none of the others.
  mutating func slug(
    for text: String, otherwise fallback: String, unlike others: Set<String> = []
  ) -> String {
    let base = Self.slug(of: text).nilWhenEmpty ?? fallback
    var slug = base
    var number = 2
    while taken.contains(slug) || others.contains(slug) {
      slug = "\(base)-\(number)"
      number += 1
    }
    taken.insert(slug)
    return slug
  }

  /// Keeps a name from being given again.
  mutating func take(_ slug: String) { taken.insert(slug) }

  /// The words of a text, in ASCII, joined by hyphens; cut after a word.
  static func slug(of text: String) -> String {
    let words = Transliteration.ascii(text).lowercased().split { character in
      !(character.isASCII && (character.isLetter || character.isNumber))
    }
    var slug = ""
    for word in words {
      guard slug.count + word.count < 60 else { break }
      slug += (slug.isEmpty ? "" : "-") + word
    }
    return slug.isEmpty ? String(words.first?.prefix(60) ?? "") : slug
  }
}
