import Exports

/// A file of the site that is written part by part, so that it never stands in memory whole.
final class GrowingFile {
  private let finisher: SiteFinisher
  private let path: String
  private let stage: PlannedFile.Stage
  /// Nil when nothing is written.
  private var sink: FileSink?
  /// What is noted of a file whose bytes are here.
  private var hash: ContentHash?
  private var sha256: SHA256?

  init(
    _ finisher: SiteFinisher, at path: String, _ stage: PlannedFile.Stage
  ) throws(SiteWriter.Refusal) {
    self.finisher = finisher
    self.path = path
    self.stage = stage
    hash = finisher.notesHashes ? ContentHash([]) : nil
    sha256 = finisher.notesDigests ? SHA256() : nil
    sink = try finisher.writer?.begin(at: path)
  }

  func write(_ bytes: [UInt8]) throws(SiteWriter.Refusal) {
    hash?.add(bytes)
    sha256?.update(bytes)
    do {
      try sink?.write(bytes)
    } catch {
      throw .disk(error)
    }
  }

  func finish() throws(SiteWriter.Refusal) -> SiteFinisher.Finished {
    var finished = SiteFinisher.Finished(file: path)
    finished.hash = hash
    finished.sha256 = sha256.take()?.digest()
    if let writer = finisher.writer, let sink = sink.take() {
      finished.staged = try writer.stage(sink, at: path, stage)
    }
    return finished
  }
}
