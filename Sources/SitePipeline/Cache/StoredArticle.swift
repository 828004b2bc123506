import JournalModel

/// An article as the cache has it: coded once, for the fingerprints of what shows it and for the
/// next build.
struct StoredArticle: Sendable, Codable {
  /// Its number in the journal.
  var place: Int
  /// The key that downloads have for it.
  var key: String?
  /// The article without what it says of its subject (`Article.arranged`).
  private var arranged: [UInt8]
  /// What it says (`ArticleSubject`).
  private var subject: [UInt8]

  init(_ article: Article, at place: Int, key: String?) {
    self.place = place
    self.key = key
    arranged = BinaryEncoder.bytes(of: article.arranged)
    subject = BinaryEncoder.bytes(of: ArticleSubject(article))
  }

  /// Nil when it is damaged.
  var article: Article? {
    guard let arranged = BinaryDecoder.value(Article.self, from: arranged),
      let subject = BinaryDecoder.value(ArticleSubject.self, from: subject)
    else { return nil }
    return arranged.saying(subject)
  }

  /// Of all but what the article says of its subject.
  var arrangement: Fingerprint { Fingerprint(arranged) }

  /// Of all of it.
  var whole: Fingerprint {
    var result = arrangement
    result.combine(subject)
    result.combine(key ?? "")
    return result
  }
}
