import Foundation

/// A new file that is written part by part, so that it never stands in memory whole.
struct FileSink: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var waiting: [UInt8] = []
  /// How many bytes have been given to it.
  private(set) var count = 0

  private static let portion = 1 << 16

  /// Makes the folders above it where they are missing.
  init(_ path: String) throws(Disk.Failure) {
    self.path = path
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    var descriptor = unsafe open(path, flags, 0o644)
    if descriptor < 0, errno == ENOENT {
      try Disk.makeFolders(Disk.parent(of: path))
      descriptor = unsafe open(path, flags, 0o644)
    }
    guard descriptor >= 0 else { throw Disk.failure(path) }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  mutating func write(_ bytes: [UInt8]) throws(Disk.Failure) {
    count += bytes.count
    guard !waiting.isEmpty else {
      // Most files are written at once, and are not copied for it.
      if bytes.count < Self.portion { waiting = bytes } else { try put(bytes) }
      return
    }
    waiting += bytes
    if waiting.count >= Self.portion { try flush() }
  }

  /// Puts bytes in place of some that have been written.
  mutating func overwrite(_ bytes: [UInt8], at place: Int) throws(Disk.Failure) {
    try flush()
    try put(bytes, at: place)
  }

  /// The stamp of the whole file.
  consuming func finish() throws(Disk.Failure) -> FileStamp {
    try put(waiting)
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Disk.failure(path) }
    return FileStamp(status)
  }

  private mutating func flush() throws(Disk.Failure) {
    try put(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  /// At the end of the file, or at a place.
  private func put(_ bytes: [UInt8], at place: Int? = nil) throws(Disk.Failure) {
    var written = 0
    while written < bytes.count {
      let result = unsafe bytes.withUnsafeBytes { buffer in
        let (start, size) = (
          unsafe buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written
        )
        return if let place {
          unsafe pwrite(descriptor, start, size, off_t(place + written))
        } else {
          unsafe Foundation.write(descriptor, start, size)
        }
      }
      if result < 0, errno == EINTR { continue }
      guard result >= 0 else { throw Disk.failure(path) }
      written += result
    }
  }
}
