import Foundation
import Reporting

/// Puts a site into its folder: stages what differs, and changes all at once when it is complete.
///
/// A failure or a kill before `commit` has written its log leaves the old site; after that,
/// whoever opens a writer on the folder completes the change.
struct SiteWriter: Sendable {
  /// Why there is no writer, or a file was not staged.
  enum Refusal: Error, Sendable, Hashable {
    case disk(Disk.Failure)
    /// Another writer has the folder and does not give it back.
    case busy(output: String)
    /// Something that is not ours stands there.
    case foreign(path: String)
  }

  let folders: SiteFolders
  /// Whether there is no site yet, nor anything else.
  let isFirst: Bool
  /// Nil when nothing is known of the folder.
  private let ledger: OutputLedger?
  /// Whether files that no ledger names may be ours.
  private let ownsUnlisted: Bool
  /// Keeps others from writing at the same time, until it is closed.
  private let lock: Int32

  /// Waits some seconds for another writer of the folder, and completes or undoes what one left.
  init(_ folders: SiteFolders, patience: Duration = .seconds(10)) throws(Refusal) {
    self.folders = folders
    do {
      try Disk.makeFolders(folders.state)
      lock = try Disk.opened(folders.lock)
    } catch {
      throw .disk(error)
    }
    guard Disk.locks(lock, within: patience) else {
      Foundation.close(lock)
      throw .busy(output: folders.output)
    }
    do throws(Disk.Failure) {
      try Self.recover(folders)
      // A link to a folder is as good as one.
      if Disk.kind(folders.output) == .file {
        throw Disk.Failure(path: folders.output, reason: "It is no folder")
      }
      let list = Disk.kind(folders.ledger) == nil ? nil : try Disk.read(folders.ledger)
      ledger = list.flatMap { OutputLedger(bytes: $0) }
    } catch {
      Foundation.close(lock)
      throw .disk(error)
    }
    isFirst =
      Disk.names(in: folders.output).isEmpty && !folders.staging.hasPrefix(folders.output + "/")
    ownsUnlisted = ledger == nil && Self.isOurs(folders.output)
  }

  func close() { Foundation.close(lock) }

  /// Compares a finished file with the one that stands at its path, and stages it if they differ.
  func stage(_ bytes: [UInt8], at path: String, _ stage: PlannedFile.Stage) throws(Refusal)
    -> StagedFile
  {
    try checkName(path)
    do {
      let target = folders.output + "/" + path
      let stamp = isFirst ? nil : Disk.stamp(target)
      if let stamp, stamp.size == bytes.count, Disk.areSame(try Disk.read(target), bytes) {
        return StagedFile(path: path, stage: stage, state: .unchanged, stamp: stamp)
      }
      let state = try change(at: path, from: stamp)
      let sheet = folders.staging + "/" + path
      // A page is mostly the first file in its folder.
      if path.utf8.suffix(11).elementsEqual("/index.html".utf8) {
        try Disk.makeFolders(Disk.parent(of: sheet))
      }
      let staged = try Disk.write(bytes, to: sheet)
      return StagedFile(path: path, stage: stage, state: state, stamp: staged)
    } catch let failure as Disk.Failure {
      throw .disk(failure)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      preconditionFailure("unknown error \(error)")
    }
  }

  /// The bytes that will stand at a path: those that are staged, or else those that stand there.
  func bytes(at path: String) throws(Disk.Failure) -> [UInt8] {
    let staged = folders.staging + "/" + path
    return try Disk.read(Disk.kind(staged) == nil ? folders.output + "/" + path : staged)
  }

  /// A file to be staged that is written part by part.
  func begin(at path: String) throws(Refusal) -> FileSink {
    try checkName(path)
    do {
      return try FileSink(folders.staging + "/" + path)
    } catch {
      throw .disk(error)
    }
  }

  /// Compares such a file with the one that stands at its path, and leaves it staged if they differ.
  func stage(_ sink: consuming FileSink, at path: String, _ stage: PlannedFile.Stage)
    throws(Refusal) -> StagedFile
  {
    do {
      let (target, staged) = (folders.output + "/" + path, folders.staging + "/" + path)
      let new = try sink.finish()
      let old = isFirst ? nil : Disk.stamp(target)
      if let old, old.size == new.size, try Disk.holdSame(target, staged) {
        try Disk.remove(staged)
        return StagedFile(path: path, stage: stage, state: .unchanged, stamp: old)
      }
      let state = try change(at: path, from: old)
      return StagedFile(path: path, stage: stage, state: state, stamp: new)
    } catch let failure as Disk.Failure {
      throw .disk(failure)
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      preconditionFailure("unknown error \(error)")
    }
  }

  /// What becomes of a path whose file will differ from what stands there, which has to be ours.
  private func change(at path: String, from old: FileStamp?) throws(Refusal) -> StagedFile.State {
    guard old != nil || !isFirst && Disk.kind(folders.output + "/" + path) != nil else {
      return .added
    }
    guard owns(path), Disk.kind(folders.output + "/" + path) != .folder else {
      throw .foreign(path: path)
    }
    return .changed
  }

  /// Whatever made it up, a path leads to no place outside of the folder.
  private func checkName(_ path: String) throws(Refusal) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isOdd = parts.contains {
      $0.isEmpty || $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8)
    }
    if isOdd { throw .foreign(path: path) }
  }

  /// Makes the staged files and the unchanged ones the site; they are given in the order of their
  /// paths.
  ///
  /// With an interruption it stops after that number of steps, as a kill would. Of a first site
  /// `names`, the paths of all files, are those that were added, so that they are not listed twice.
  func commit(
    _ staged: some Collection<StagedFile>, names: PathList? = nil, interruption: Int? = nil
  ) throws(Disk.Failure) -> SiteChanges {
    var changes = SiteChanges()
    if isFirst, let names {
      changes.added = names
    } else {
      for file in staged {
        switch file.state {
        case .added: changes.added.append(file.path)
        case .changed: changes.changed.append(file.path)
        case .unchanged: changes.unchangedCount += 1
        }
      }
    }
    let stale =
      isFirst
      ? []
      : (ledger?.paths ?? []).without(staged.lazy.map(\.path))
        .filter { Disk.kind(folders.output + "/" + $0) == .file }
    changes.removed = PathList(stale)
    if !isFirst {
      for paths in [changes.added, changes.changed, changes.removed] { try checkFolders(of: paths) }
    }
    let log = CommitLog(staged: staged, stale: stale, isFirst: isFirst)
    try Disk.replace(folders.nextLedger) { sink throws(Disk.Failure) in
      var seal = OutputLedger.Seal()
      for file in staged {
        seal.add(file.path.utf8.span)
        try sink.write(OutputLedger.line(of: file.path))
      }
      try sink.write(seal.line)
    }
    try Disk.replace(folders.log, with: log.bytes)
    guard try log.carryOut(in: folders, interruption: interruption) else { return changes }
    try Self.finish(folders)
    return changes
  }

  /// Puts staged files in place of those at their paths; all others stay.
  func replace(_ staged: [StagedFile]) throws(Disk.Failure) {
    try checkFolders(of: staged.map(\.path))
    let log = CommitLog(staged: staged, stale: [], isFirst: false)
    try Disk.replace(folders.log, with: log.bytes)
    _ = try log.carryOut(in: folders, interruption: nil)
    try Self.finish(folders)
  }

  /// Forgets what is staged; the old site stays.
  func abandon() throws(Disk.Failure) { try Disk.removeTree(folders.staging) }

  /// Makes sure before the first step that no folder will refuse the last one.
  private func checkFolders(of paths: some Sequence<String>) throws(Disk.Failure) {
    var seen: Set<String> = []
    for path in paths {
      var folder = Disk.parent(of: folders.output + "/" + path)
      while seen.insert(folder).inserted, try !Disk.canChange(folder) {
        folder = Disk.parent(of: folder)
      }
    }
  }

  private func owns(_ path: String) -> Bool { ledger?.paths.has(path) ?? ownsUnlisted }

  /// Whether a folder without a ledger holds a site that we made.
  private static func isOurs(_ folder: String) -> Bool {
    let mark = Array(#"content="fascicle"#.utf8)
    guard let bytes = try? Disk.read(folder + "/index.html") else { return false }
    let head = bytes.prefix(4096)
    return head.indices.contains { head[$0...].starts(with: mark) }
  }
}

extension SiteWriter {
  /// Completes a change whose log was written, and undoes one whose was not.
  fileprivate static func recover(_ folders: SiteFolders) throws(Disk.Failure) {
    if Disk.kind(folders.log) != nil, let log = CommitLog(try Disk.read(folders.log)) {
      do throws(Disk.Failure) {
        _ = try log.carryOut(in: folders, interruption: nil)
      } catch {
        // A first site that could not be put there has changed nothing, and is made anew.
        guard log.steps.first == .install, Disk.kind(folders.staging) != nil else { throw error }
      }
    }
    try finish(folders)
  }

  private static func finish(_ folders: SiteFolders) throws(Disk.Failure) {
    try Disk.remove(folders.log)
    try Disk.remove(folders.nextLedger)
    try Disk.removeTree(folders.staging)
  }
}

extension CommitLog {
  /// A whole page that leads nowhere.
  private static let blankPage = Array(
    """
    <!doctype html>
    <html lang="en"><meta charset="utf-8"><meta name="robots" content="noindex">
    <title>One moment</title><p>This page is being published.</p></html>

    """.utf8)

  /// Takes the steps in order, and says whether it came to the end.
  fileprivate func carryOut(in folders: SiteFolders, interruption: Int?) throws(Disk.Failure)
    -> Bool
  {
    for (number, step) in steps.enumerated() {
      if number == interruption { return false }
      switch step {
      case .install:
        if Disk.kind(folders.staging) != nil {
          try Disk.makeFolders(Disk.parent(of: folders.output))
          try Disk.rename(folders.staging, to: folders.output)
        }
      case .reserve(let path):
        if Disk.kind(folders.output + "/" + path) == nil { try putBlankPage(at: path, folders) }
      case .put(let path):
        let staged = folders.staging + "/" + path
        if Disk.kind(staged) != nil { try Disk.rename(staged, to: folders.output + "/" + path) }
      case .blank(let path):
        if Disk.kind(folders.output + "/" + path) != nil { try putBlankPage(at: path, folders) }
      case .remove(let path): try remove(path, from: folders.output)
      case .record:
        if Disk.kind(folders.nextLedger) != nil {
          try Disk.rename(folders.nextLedger, to: folders.ledger)
        }
      }
    }
    return interruption.map { $0 > steps.count } ?? true
  }

  private func putBlankPage(at path: String, _ folders: SiteFolders) throws(Disk.Failure) {
    let sheet = folders.staging + "/.blank"
    try Disk.write(Self.blankPage, to: sheet)
    try Disk.rename(sheet, to: folders.output + "/" + path)
  }

  /// Removes a file and the folders that it leaves empty.
  private func remove(_ path: String, from output: String) throws(Disk.Failure) {
    try Disk.remove(output + "/" + path)
    var folder = Disk.parent(of: path)
    while folder != ".", Disk.removeEmptyFolder(output + "/" + folder) {
      folder = Disk.parent(of: folder)
    }
  }
}
