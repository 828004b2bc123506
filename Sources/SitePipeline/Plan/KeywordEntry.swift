package import JournalModel

/// A keyword with all the articles that have it.
package struct KeywordEntry: Sendable, Hashable {
  package var slug: String
  package var text: String
  package var language: LanguageTag
  /// Indices of the journal's articles, in its order.
  package var articles: [Int]

  /// Every keyword of the journal; two that differ in case or punctuation only are one.
  static func all(in journal: ResolvedJournal) -> [KeywordEntry] {
    var entries: [KeywordEntry] = []
    var places: [String: Int] = [:]
    for (index, article) in journal.articles.enumerated() {
      for entry in article.keywords {
        for keyword in entry.value {
          let slug = slug(of: keyword)
          if let place = places[slug] {
            if entries[place].articles.last != index { entries[place].articles.append(index) }
          } else if !slug.isEmpty {
            places[slug] = entries.count
            entries.append(
              KeywordEntry(
                slug: slug, text: keyword, language: entry.language, articles: [index]))
          }
        }
      }
    }
    return entries.sortedForReaders(by: \.text)
  }

  /// Letters and digits of any script, in lower case, with hyphens between words; empty when
  /// there are none.
  static func slug(of keyword: String) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(keyword.utf8.count)
    var isAfterWord = false
    for scalar in keyword.unicodeScalars {
      guard isInWord(scalar) else {
        isAfterWord = !slug.isEmpty
        continue
      }
      if isAfterWord { slug.append(UInt8(ascii: "-")) }
      isAfterWord = false
      if scalar.isASCII {
        let isCapital = ("A"..."Z").contains(scalar)
        slug.append(UInt8(scalar.value) | (isCapital ? 0x20 : 0))
      } else {
        slug += scalar.properties.lowercaseMapping.utf8
      }
    }
    return String(decoding: slug, as: UTF8.self).limitedSlug
  }

  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case _ where scalar.isASCII: false
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
        true
      default: false
      }
    }
  }
}
