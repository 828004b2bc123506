import Exports
import JournalModel
import Reporting

extension StoredPlan {
  /// Writes what is not of one article or piece: `whole` are the names of the pieces that show the
  /// whole journal, `heads` those of the Markdown files of articles; `readers` says how many pieces
  /// are made from a file.
  static func write(
    _ context: RenderContext, whole: [String], heads: [String: Fingerprint],
    readers: [String: Int], to writer: inout RecordFileWriter
  ) {
    let plan = context.plan
    let frame = Frame(
      journal: plan.journal.journal, pages: plan.journal.pages,
      announcements: plan.journal.announcements, lists: plan.lists,
      formats: plan.options.formats.sorted { $0.rawValue < $1.rawValue },
      files: TextSet(plan.files.lazy.map(\.path.file)), whole: whole)
    writer.add(StoredRecord("", frame))
    writer.add(StoredRecord(nameOfStems, context.downloads.stems))
    for (place, issue) in plan.journal.issues.enumerated() {
      writer.add(StoredRecord(name(ofIssue: place), issue))
    }
    write(textsOf: context, heads: heads, readers: readers, to: &writer)
    write(bibliographiesOf: context, readers: readers, to: &writer)
  }

  private static func write(
    textsOf context: RenderContext, heads: [String: Fingerprint], readers: [String: Int],
    to writer: inout RecordFileWriter
  ) {
    // Only what its article alone is made from can change without anybody else's knowing.
    var slugs: [String: String] = [:]
    for article in context.journal.allArticles {
      for body in article.bodies where readers[body.value.path] == 1 {
        slugs[body.value.path] = heads[body.value.path] == nil ? nil : article.slug
      }
    }
    for (path, page) in context.pages {
      let slug = slugs[path]
      let text = Text(page: page, head: slug == nil ? nil : heads[path], slug: slug)
      writer.add(StoredRecord(name(ofText: path), text))
    }
  }

  private static func write(
    bibliographiesOf context: RenderContext, readers: [String: Int],
    to writer: inout RecordFileWriter
  ) {
    for article in context.journal.allArticles {
      // What articles may share is read before they are.
      let shared = context.bibliographies.files(forIssue: article.issueFolder)
      for path in article.references.files where readers[path] == 1 && !shared.contains(path) {
        writer.add(StoredRecord(name(ofBibliography: path), article.slug))
      }
    }
  }

  /// Nil for a piece that shows no single articles.
  static func record(
    of piece: Piece, _ scope: PieceScope, _ context: RenderContext
  ) -> StoredRecord? {
    let (plan, articles) = (context.plan, context.journal.allArticles)
    let slugs = scope.articles.map { articles[$0].slug }
    var group = Group(
      piece: piece.name(in: plan), articles: slugs, issues: scope.issues, sharesName: false)
    switch piece.subject {
    case .article(let place):
      return StoredRecord(Self.name(of: .article(articles[place].slug)), packing: group)
    case .home: return StoredRecord(Self.name(of: .home), packing: group)
    case .feeds: return StoredRecord(Self.name(of: .feeds), packing: group)
    case .issue(let place):
      let folder = plan.journal.issues[place].folder
      return StoredRecord(Self.name(of: .issue(folder)), packing: group)
    case .author(let place):
      group.sharesName = plan.authors[place].sharesName
      return StoredRecord(Self.name(of: .author(plan.authors[place].slug)), packing: group)
    case .keyword(let place):
      return StoredRecord(Self.name(of: .keyword(plan.keywords[place].slug)), packing: group)
    case .page, .announcement, .lists, .permissions, .file: return nil
    }
  }
}

extension StoredRecord {
  init(_ name: String, _ value: some Encodable) {
    self.init(name: name, bytes: BinaryEncoder.bytes(of: value))
  }

  init(_ name: String, packing value: some Packable) {
    self.init(name: name, bytes: PackedBytes.of(value))
  }
}

extension SitePlan {
  /// The name of the piece that is the search index.
  var searchPieceName: String { SitePath.searchIndex.file }
}
