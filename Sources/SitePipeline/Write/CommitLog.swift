import Reporting

/// The steps that turn one site into the next, written down before the first is taken.
///
/// Each step can be taken again without harm, so that whoever finds the log, after however many
/// steps, takes them all. No page ever leads to one that is missing: a new page is first an empty
/// sheet, then all pages are put in place, and a page that goes is an empty sheet before it goes.
struct CommitLog: Sendable, Hashable {
  enum Step: Sendable, Hashable {
    /// Puts the whole staged site in place of no site or of an empty folder.
    case install
    /// Puts a page without links where there is none yet.
    case reserve(String)
    /// Puts a staged file in place.
    case put(String)
    /// Makes a stale page a page without links.
    case blank(String)
    case remove(String)
    /// Replaces the list of our files.
    case record
  }

  var steps: [Step]

  /// The steps for a site whose files are staged.
  ///
  /// A first site, where nothing stands in the output folder, is put there at once.
  init(staged: some Sequence<StagedFile>, stale: [String], isFirst: Bool) {
    if isFirst {
      steps = [.install, .record]
      return
    }
    let differing = staged.filter { $0.state != .unchanged }
    let order = differing.sorted {
      ($0.stage, $0.path.utf8.count) < ($1.stage, $1.path.utf8.count)
        || ($0.stage, $0.path.utf8.count) == ($1.stage, $1.path.utf8.count)
          && $0.path.precedes($1.path)
    }
    let isPage: (String) -> Bool = { $0.utf8.suffix(5).elementsEqual(".html".utf8) }
    steps = order.filter { $0.state == .added && $0.isPage }.map { .reserve($0.path) }
    steps += order.filter { $0.state == .added && !$0.isPage }.map { .put($0.path) }
    steps += order.filter { $0.state == .changed || $0.isPage }.map { .put($0.path) }
    steps += stale.filter(isPage).map { .blank($0) }
    steps += stale.map { .remove($0) }
    steps.append(.record)
  }
}

/// One line for each step: a word, a space, a path.
extension CommitLog {
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for step in steps {
      let (word, path) =
        switch step {
        case .install: ("install", "")
        case .reserve(let path): ("reserve", path)
        case .put(let path): ("put", path)
        case .blank(let path): ("blank", path)
        case .remove(let path): ("remove", path)
        case .record: ("record", "")
        }
      bytes += "\(word) ".utf8
      LedgerLine.add(path, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Nil when the bytes are no log of ours.
  init?(_ bytes: [UInt8]) {
    var steps: [Step] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(
        separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      let path = String(decoding: LedgerLine.path(of: parts[1]), as: UTF8.self)
      switch String(decoding: parts[0], as: UTF8.self) {
      case "install": steps.append(.install)
      case "reserve": steps.append(.reserve(path))
      case "put": steps.append(.put(path))
      case "blank": steps.append(.blank(path))
      case "remove": steps.append(.remove(path))
      case "record": steps.append(.record)
      default: return nil
      }
    }
    guard steps.last == .record else { return nil }
    self.steps = steps
  }
}
