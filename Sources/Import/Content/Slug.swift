import Bibliography

/// File names made from titles and old addresses, each once.
package struct Slugs {
  private var taken: Set<String> = []
  /// The number below which all names of a base are taken: thousands of articles may have one title.
  private var numbers: [String: Int] = [:]

  /// A name of ASCII letters, digits and hyphens, at most 60 characters, that was not given yet and
  /// is not in use.
  mutating func slug(
    for text: String, otherwise fallback: String, isInUse: (String) -> Bool = { _ in false }
  ) -> String {
    let base = Self.slug(of: text).nilWhenEmpty ?? fallback
    func name(_ number: Int) -> String { number == 1 ? base : "\(base)-\(number)" }
    var number = numbers[base] ?? 1
    while taken.contains(name(number)) { number += 1 }
    numbers[base] = number
    while taken.contains(name(number)) || isInUse(name(number)) { number += 1 }
    taken.insert(name(number))
    return name(number)
  }

  /// Keeps a name from being given again.
  mutating func take(_ slug: String) { taken.insert(slug) }

  /// The words of a text, in ASCII, joined by hyphens; cut after a word.
  ///
  /// An apostrophe parts none.
  package static func slug(of text: String) -> String {
    let letters = Transliteration.ascii(text).lowercased().filter { $0 != "'" }
    let words = letters.split { character in
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
