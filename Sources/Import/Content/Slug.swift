import Bibliography

/// File names made from titles and old addresses, each once.
struct Slugs {
  private var taken: Set<String> = []

  /// A name of ASCII letters, digits and hyphens, at most 60 characters, that was not given yet.
  mutating func slug(for text: String, otherwise fallback: String) -> String {
    let base = Self.slug(of: text).nilWhenEmpty ?? fallback
    var slug = base
    var number = 2
    while !taken.insert(slug).inserted {
      slug = "\(base)-\(number)"
      number += 1
    }
    return slug
  }

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
