import Foundation

/// What tells a changed file from an unchanged one without reading it.
struct FileStamp: Sendable, Hashable, Codable {
  var size: Int
  /// In nanoseconds.
  var modified: Int

  init(size: Int, modified: Int) {
    self.size = size
    self.modified = modified
  }

  init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(
      size: Int(status.st_size), modified: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec))
  }
}

/// A file and its stamp when it was seen; nil for one that was not there.
struct StampedFile: Sendable, Hashable, Codable {
  var path: String
  var stamp: FileStamp?
}

extension FileStamp {
  /// Of a file that is no link, seen from an open folder; nil when there is none.
  init?(ofFile path: String, in folder: Int32) {
    var buffer = stat()
    // Without a copy of the path.
    let result = unsafe path.withCString {
      unsafe fstatat(folder, $0, &buffer, AT_SYMLINK_NOFOLLOW)
    }
    guard result == 0, buffer.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(buffer)
  }
}

extension Disk {
  /// The stamp of a file that is no link; nil when there is none.
  static func stamp(_ path: String) -> FileStamp? { FileStamp(ofFile: path, in: AT_FDCWD) }

  /// The stamp of what stands at a path or a link there leads to; nil when there is nothing.
  static func stampFollowingLinks(_ path: String) -> FileStamp? {
    var buffer = stat()
    guard unsafe stat(path, &buffer) == 0 else { return nil }
    return FileStamp(buffer)
  }

  /// Now, as the stamps of files count.
  static func now() -> Int {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return 0 }
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
