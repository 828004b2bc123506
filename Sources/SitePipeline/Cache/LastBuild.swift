import Reporting

/// What the last build saw and wrote: when all of that still stands, the next has nothing to do.
struct LastBuild: Sendable, Codable {
  /// What was asked for.
  struct Request: Sendable, Hashable, Codable {
    var links: LinkForm
    var formats: [String]?
    var cslPaths: [String]
    var isStrict: Bool
    var pdf: Bool
    var epub: Bool
    /// The last day that is not in the future.
    var day: String?
  }

  /// A source file.
  ///
  /// One that had only just changed is known by its bytes too: it may have changed again within
  /// what its stamp can tell.
  struct Source: Sendable, Hashable, Codable {
    var path: String
    var stamp: FileStamp
    var content: Fingerprint?
  }

  struct Style: Sendable, Hashable, Codable {
    var name: String
    var place: StyleFiles.Place
  }

  /// What was written for registries of articles that are deposited together.
  struct Deposit: Sendable, Hashable, Codable {
    var group: String
    var slugs: [String]
    /// Below the folder of deposits.
    var files: [StampedFile]
  }

  var request: Request
  /// Whether hashes of what readers see were wanted.
  var notesHashes: Bool
  @Packed var sources: [Source]
  /// What the listing of the sources reported.
  var listing: Report
  var prefix: String
  var styles: [Style]
  /// Below the output folder.
  var outputs: StampedFiles
  var deposits: [Deposit]
  var report: Report
  /// What of it was found in formulas.
  var formulas: Report
  var publication: PublicationChanges?
  /// The links of its pages to places on other pages.
  var links: [PageAnchors.Link]
  /// The files that hold its pieces and its plan.
  var pieces: RecordFile.State
  var plan: RecordFile.State
  /// The seal of the search index, the articles that have changed since it was stored, and those of
  /// them that have other titles.
  var search: [UInt8]?
  var searchChanges: [String] = []
  var searchTitles: [String] = []
}

extension LastBuild {
  /// How long after a change another may leave the stamp as it is, in nanoseconds.
  static let stampDoubt = 2_000_000_000

  /// The outcome of a build that changes nothing.
  var outcome: BuildOutcome {
    var changes = SiteChanges()
    changes.unchangedCount = outputs.count
    return BuildOutcome(
      report: report, isWritten: true, changes: changes, publication: publication)
  }

  /// The sources that differ from those of this build; nil when one has come or gone.
  func changes(in tree: SourceTree) -> [String]? {
    guard sources.count == tree.files.count,
      zip(sources, tree.files).allSatisfy({ $0.path == $1.path })
    else { return nil }
    return zip(sources, tree.files).filter { source, file in
      source.stamp != file.stamp
        || source.content.map { (try? tree.bytes(of: source.path)).map(Fingerprint.init) != $0 }
          ?? false
    }.map(\.0.path)
  }

  func stands(on files: StyleFiles) -> Bool {
    styles.allSatisfy { files.place(of: $0.name) == $0.place }
  }

  /// Whether sources had to be read to know that they are the same.
  var isInDoubt: Bool { sources.contains { $0.content != nil } }

  /// The same build, seen again at a later time.
  func confirmed(at time: Int) -> LastBuild {
    var build = self
    for index in sources.indices
    where sources[index].stamp.modified < time - Self.stampDoubt {
      build.sources[index].content = nil
    }
    return build
  }
}

extension SourceTree.File {
  var stamp: FileStamp { FileStamp(size: size, modified: modified) }
}
