import Foundation

/// A folder that is open, so that the system does not look for it with each file in it.
final class OpenFolder: Sendable {
  private let descriptor: Int32

  /// Nil where there is none that may be read.
  init?(_ path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// The stamp of a file that is no link; nil when there is none.
  func stamp(of path: String) -> FileStamp? { FileStamp(ofFile: path, in: descriptor) }
}
