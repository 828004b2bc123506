import Foundation

/// The few calls to the system that writing a site needs.
///
/// Paths are those of the system; nothing here knows what a site is.
package enum Disk {
  /// What the system refused.
  package struct Failure: Error, Sendable, Hashable {
    package var path: String
    package var reason: String
  }

  enum Kind: Sendable, Hashable { case file, folder, other }

  static func kind(_ path: String) -> Kind? {
    var buffer = stat()
    guard unsafe lstat(path, &buffer) == 0 else { return nil }
    return switch buffer.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// A number that tells file systems apart; nil when there is nothing at the path.
  static func device(_ path: String) -> UInt64? {
    var buffer = stat()
    guard unsafe stat(path, &buffer) == 0 else { return nil }
    return UInt64(buffer.st_dev)
  }

  static func size(_ path: String) -> Int? {
    var buffer = stat()
    guard unsafe lstat(path, &buffer) == 0 else { return nil }
    return Int(buffer.st_size)
  }

  /// The bytes of a file, or all that comes through the standard input or a pipe of the shell.
  ///
  /// A pipe with a name of its own is refused, since perhaps nobody ever writes into it, and what
  /// gives bytes without end.
  package static func read(_ path: String) throws(Failure) -> [UInt8] {
    // To open a pipe would wait for a writer otherwise.
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(path) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return try read(Int(status.st_size), from: descriptor, of: path)
    case S_IFIFO where !["/dev/stdin", "/dev/fd/", "/proc/"].contains(where: path.hasPrefix):
      throw Failure(path: path, reason: "It is a pipe")
    default: return try readStream(descriptor, of: path)
    }
  }

  private static func readStream(
    _ descriptor: Int32, of path: String
  ) throws(Failure) -> [UInt8] {
    // What comes is waited for.
    guard fcntl(descriptor, F_SETFL, 0) == 0 else { throw failure(path) }
    var bytes: [UInt8] = []
    while bytes.count < 1 << 28 {
      let part = try read(1 << 16, from: descriptor, of: path)
      bytes += part
      if part.count < 1 << 16 { return bytes }
    }
    throw Failure(path: path, reason: "It gives more than 256 MiB")
  }

  /// At most so many bytes; fewer where the file ends.
  private static func read(_ size: Int, from descriptor: Int32, of path: String) throws(Failure)
    -> [UInt8]
  {
    // All empty arrays are one, which the next call would write to.
    guard size > 0 else { return [] }
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        guard let base = buffer.baseAddress else { return }
        let result = unsafe Foundation.read(descriptor, base + count, size - count)
        if result < 0, errno == EINTR { continue }
        failed = result < 0
        guard result > 0 else { return }
        count += result
      }
    }
    if failed { throw failure(path) }
    return bytes
  }

  /// Writes a whole file, making the folders above it.
  @discardableResult
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) -> FileStamp {
    var sink = try FileSink(path)
    try sink.write(bytes)
    return try sink.finish()
  }

  /// Replaces a file so that nobody ever sees half of it.
  static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    try replace(path) { sink throws(Failure) in try sink.write(bytes) }
  }

  /// Replaces a file with what is written part by part.
  static func replace(
    _ path: String, _ write: (inout FileSink) throws(Failure) -> Void
  ) throws(Failure) {
    let temporary = path + ".new"
    var sink = try FileSink(temporary)
    try write(&sink)
    _ = try sink.finish()
    try rename(temporary, to: path)
  }

  /// Whether files can be put into a folder and taken away; false when there is no such folder.
  static func canChange(_ folder: String) throws(Failure) -> Bool {
    if unsafe access(folder, W_OK | X_OK) == 0 { return true }
    guard errno == ENOENT else { throw failure(folder) }
    return false
  }

  /// Opens a file for as long as its lock is to be held, making it where it is missing.
  static func opened(_ path: String) throws(Failure) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure(path) }
    return descriptor
  }

  /// Takes the lock of an open file; false when somebody else keeps it for that long.
  static func locks(_ descriptor: Int32, within patience: Duration) -> Bool {
    let clock = ContinuousClock()
    let end = clock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR || clock.now < end else { return false }
      usleep(20_000)
    }
    return true
  }

  static func makeFolders(_ path: String) throws(Failure) {
    guard unsafe mkdir(path, 0o755) != 0, errno != EEXIST else { return }
    guard errno == ENOENT, parent(of: path) != path else { throw failure(path) }
    try makeFolders(parent(of: path))
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
  }

  static func rename(_ old: String, to new: String) throws(Failure) {
    guard unsafe Foundation.rename(old, new) != 0 else { return }
    guard errno == ENOENT, kind(old) != nil else { throw failure(new) }
    try makeFolders(parent(of: new))
    guard unsafe Foundation.rename(old, new) == 0 else { throw failure(new) }
  }

  /// Removes a file; it is no failure when it is gone already.
  static func remove(_ path: String) throws(Failure) {
    guard unsafe unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
      throw failure(path)
    }
  }

  /// Removes a folder that is empty, and says whether it did.
  @discardableResult
  static func removeEmptyFolder(_ path: String) -> Bool { unsafe rmdir(path) == 0 }

  static func removeTree(_ path: String) throws(Failure) {
    guard kind(path) != nil else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw Failure(path: path, reason: (error as NSError).localizedDescription)
    }
  }

  /// The names in a folder; none when there is no folder.
  static func names(in path: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: unsafe String(cString: strerror(errno)))
  }
}
