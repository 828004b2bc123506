import JournalModel

/// Files that are made together, by their places in the plan.
///
/// An article with all its pages is one piece: its text is parsed and its citations are formatted
/// once. So is an issue with its contents and downloads.
struct Piece: Sendable {
  enum Subject: Sendable, Hashable {
    case home
    case feeds
    case article(Int), issue(Int), author(Int), keyword(Int), page(Int), announcement(Int)
    /// The lists of all articles for other programs.
    case lists
    /// The pages that permit archives to collect the journal.
    case permissions
    /// Another file that shows the whole journal, or nothing of it.
    case file(Int)

    init(_ content: PlannedFile.Content, index: Int) {
      switch content {
      case .article(let article), .articleCitation(let article), .articleFile(let article, _):
        self = .article(article)
      case .issue(let issue), .issueCitation(let issue), .issueDownload(let issue, _):
        self = .issue(issue)
      case .home: self = .home
      case .author(let author): self = .author(author)
      case .keyword(let keyword): self = .keyword(keyword)
      case .page(let page): self = .page(page)
      case .announcement(let page): self = .announcement(page)
      case .export(.atomFeed), .export(.rssFeed): self = .feeds
      case .journalDownload, .export(.oaiRepository): self = .lists
      case .permission: self = .permissions
      default: self = .file(index)
      }
    }
  }

  let subject: Subject
  private(set) var files: [Int]

  /// The path of its first file, by which it is known from one build to the next.
  func name(in plan: SitePlan) -> String { plan.files[files[0]].path.file }

  /// In the order of their first files.
  static func all(of plan: SitePlan) -> [Piece] {
    var pieces: [Piece] = []
    var places: [Subject: Int] = [:]
    for index in plan.files.indices {
      let subject = Subject(plan.files.content(at: index), index: index)
      if let place = places[subject] {
        pieces[place].files.append(index)
      } else {
        places[subject] = pieces.count
        pieces.append(Piece(subject: subject, files: [index]))
      }
    }
    return pieces
  }
}
