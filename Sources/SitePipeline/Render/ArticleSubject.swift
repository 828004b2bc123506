import JournalModel
import Reporting

/// What an article says of its subject: all that `Article.arranged` leaves out.
struct ArticleSubject: Codable {
  let title: Localized<RichText>
  let subtitle: Localized<RichText>?
  let abstracts: [Localized<Article.Abstract>.Entry]
  let funding: [Article.Funding]
  let statements: [Article.Statement]
  let citationText: String?
  let uncited: [String]
  /// Where the texts begin in their files.
  let offsets: [Int]
  let range: SourceRange

  init(_ article: Article) {
    title = article.title
    subtitle = article.subtitle
    abstracts = article.abstracts
    funding = article.funding
    statements = article.statements
    citationText = article.citationText
    uncited = article.uncited
    offsets = article.bodies.map(\.value.offset)
    range = article.range
  }
}

extension Article {
  /// An arranged article with what it says of its subject.
  func saying(_ subject: ArticleSubject) -> Article {
    var article = self
    article.title = subject.title
    article.subtitle = subject.subtitle
    article.abstracts = subject.abstracts
    article.funding = subject.funding
    article.statements = subject.statements
    article.citationText = subject.citationText
    article.uncited = subject.uncited
    for (index, offset) in zip(bodies.indices, subject.offsets) {
      article.bodies[index].value.offset = offset
    }
    article.range = subject.range
    return article
  }

  /// Without what it says of its subject: what is left decides which pages there are, where they
  /// stand and in what order they are named.
  var arranged: Article {
    var article = self
    article.title = Localized(RichText(""), in: language)
    article.subtitle = nil
    article.abstracts = []
    article.funding = []
    article.statements = []
    article.citationText = nil
    article.uncited = []
    for index in bodies.indices { article.bodies[index].value.offset = 0 }
    article.range = SourceRange(startOf: range.path)
    return article
  }
}
