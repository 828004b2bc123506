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
    var facts = facts
    facts.title = subject.title
    facts.subtitle = subject.subtitle
    facts.abstracts = subject.abstracts
    facts.funding = subject.funding
    facts.statements = subject.statements
    facts.citationText = subject.citationText
    facts.uncited = subject.uncited
    for (index, offset) in zip(bodies.indices, subject.offsets) {
      facts.bodies[index].value.offset = offset
    }
    facts.range = subject.range
    return Article(facts)
  }

  /// Without what it says of its subject: what is left decides which pages there are, where they
  /// stand and in what order they are named.
  var arranged: Article {
    var facts = facts
    facts.title = Localized(RichText(""), in: language)
    facts.subtitle = nil
    facts.abstracts = []
    facts.funding = []
    facts.statements = []
    facts.citationText = nil
    facts.uncited = []
    for index in bodies.indices { facts.bodies[index].value.offset = 0 }
    facts.range = SourceRange(startOf: range.path)
    return Article(facts)
  }
}
