import JournalModel

@testable import Exports

extension ResolvedJournal {
  /// The static repository whole.
  func oaiRepository(text: (Article) -> ArticleText) -> [UInt8]? {
    StaticRepository(self).map { repository in
      repository.start + articles.flatMap { repository.record(of: $0, text($0)) } + repository.end
    }
  }
}
