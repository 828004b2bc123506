import Exports
import JournalModel
import Reporting

/// Takes each finished file: stages it, and notes what the end of the build wants to know of it.
///
/// A class, since the tasks of a build share it.
final class SiteFinisher: Sendable {
  let plan: SitePlan
  /// Nil when nothing is to be written.
  let writer: SiteWriter?
  /// Whether hashes of what readers see are wanted, for the ledger of what was published.
  let notesHashes: Bool
  /// Whether files are handed on with their bytes, for a part.
  private let keepsBytes: Bool
  /// What stands before paths from the root of the site.
  private let root: String

  init(plan: SitePlan, writer: SiteWriter?, notesHashes: Bool) {
    self.plan = plan
    self.writer = writer
    self.notesHashes = notesHashes
    keepsBytes = false
    root = PageLinks.root(of: plan.journal.journal)
  }

  /// The files of a part are looked at where they are joined.
  init(forPartOf plan: SitePlan) {
    self.plan = plan
    writer = nil
    notesHashes = false
    keepsBytes = true
    root = PageLinks.root(of: plan.journal.journal)
  }

  /// Whether digests are wanted, for the list of all files.
  var notesDigests: Bool { plan.options.formats.contains(.manifest) }

  /// What is known of a finished file.
  struct Finished: Sendable {
    /// Below the output folder.
    var file: String
    /// Nil when nothing is written.
    var staged: StagedFile?
    var anchors: PageAnchors?
    /// Of the part of a page between masthead and foot, and of a whole file.
    var hash: ContentHash?
    /// Its digest.
    var sha256: [UInt8]?
    /// Of a file that goes into a part.
    var bytes: [UInt8]?
  }

  func finish(_ file: SiteRenderer.File, _ report: inout Report) -> Finished? {
    var finished = Finished(file: file.path.file)
    if keepsBytes {
      finished.bytes = file.bytes
      return finished
    }
    finished.anchors = anchors(of: file.bytes, at: finished.file)
    if notesHashes { finished.hash = ContentHash(Self.main(of: file.bytes)) }
    if notesDigests { finished.sha256 = SHA256.digest(of: file.bytes) }
    guard let writer else { return finished }
    do throws(SiteWriter.Refusal) {
      finished.staged = try writer.stage(file.bytes, at: finished.file, file.stage)
    } catch {
      report.add(.refused(error))
      return nil
    }
    return finished
  }

  private func anchors(of bytes: [UInt8], at file: String) -> PageAnchors? {
    guard file.hasSuffix(".html") else { return nil }
    return PageAnchors(file: file, bytes: bytes, root: root) { plan.contains(file: $0) }
  }

  /// What a page that has been written offers and asks for; nil for another file.
  func anchors(of file: String) -> PageAnchors? {
    guard let bytes = try? writer?.bytes(at: file) else { return nil }
    return anchors(of: bytes, at: file)
  }

  /// The list of all files with their hashes; nil where none is wanted.
  func manifest(of files: SiteFiles, _ report: inout Report) -> Finished? {
    guard plan.contains(.manifest) else { return nil }
    do throws(SiteWriter.Refusal) {
      let list = try GrowingFile(self, at: SitePath.manifest.file, .feeds)
      for (path, digest) in files.digests {
        try list.write(Manifest.line(of: path, sha256: digest))
      }
      return try list.finish()
    } catch {
      report.add(.refused(error))
      return nil
    }
  }

  /// The list as it was, with the hashes of some files as they are now; nil when one is not listed.
  func manifest(_ old: [UInt8], with files: [Finished], _ report: inout Report) -> Finished? {
    var list = old
    for file in files {
      if let digest = file.sha256, !Manifest.replace(digest, of: file.file, in: &list) {
        return nil
      }
    }
    return finish(.init(path: .manifest, stage: .feeds, bytes: list), &report)
  }

  /// What stands between masthead and foot of a page; all of another file.
  private static func main(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    let (open, close) = (Array("<main".utf8), Array("</main>".utf8))
    guard let start = bytes[...].firstPlace(of: open)?.lowerBound,
      let end = bytes[start...].firstPlace(of: close)?.lowerBound
    else { return bytes[...] }
    return bytes[start..<end]
  }
}

extension Diagnostic {
  static func outputRefused(_ failure: Disk.Failure) -> Diagnostic {
    Diagnostic(
      .error, "output-refused", "'\(failure.path)' cannot be written: \(failure.reason)",
      at: SourceRange(startOf: failure.path), hint: "Check the folder and its permissions")
  }

  static func refused(_ refusal: SiteWriter.Refusal) -> Diagnostic {
    switch refusal {
    case .disk(let failure): .outputRefused(failure)
    case .busy(let output):
      Diagnostic(
        .error, "output-busy", "Another fascicle is at work in '\(output)'",
        at: SourceRange(startOf: output), hint: "Wait for its end, or stop it, and try again")
    case .foreign(let path):
      Diagnostic(
        .error, "output-foreign", "'\(path)' in the output folder is not from this program",
        at: SourceRange(startOf: path), hint: "Move it away, or build into another folder")
    }
  }
}
