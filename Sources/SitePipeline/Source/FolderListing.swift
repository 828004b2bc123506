import Foundation
import Reporting

/// The regular files below a folder of the disk, found in one walk.
///
/// Symbolic links are followed as long as they stay in the folder; a ring of links ends where it
/// meets a folder that the walk is already in.
struct FolderListing: Sendable {
  private(set) var files: [SourceTree.File] = []
  private let root: String
  /// The folder itself, links resolved, ending in `/`.
  private let realRoot: String
  /// Whether folders other than `Content` are entered.
  private let isDeep: Bool

  /// `enter` is given the root and each folder, before anything in it is looked at.
  init(
    root: String, excluding: Set<String>, isDeep: Bool, entering enter: (String) -> Void,
    report: inout Report
  ) {
    self.root = root
    self.isDeep = isDeep
    enter(root)
    guard let real = Self.realPath(root) else {
      realRoot = ""
      report.add(.folderUnreadable("", named: root, reason: Self.lastError()))
      return
    }
    realRoot = real.hasSuffix("/") ? real : real + "/"
    // Beside a folder `Content` stand other things, such as a program: they are not the journal's.
    if Self.status(of: root + "/journal.yml", followsLinks: true) == nil,
      Self.status(of: root + "/Content/journal.yml", followsLinks: true) != nil
    {
      for folder in ["Content", "Templates"] {
        guard let status = Self.status(of: root + "/" + folder, followsLinks: true) else {
          continue
        }
        if status.kind == .folder {
          list(folder, excluding: excluding, inside: [], enter, &report)
        } else {
          add(folder, status)
        }
      }
      return
    }
    list("", excluding: excluding, inside: [], enter, &report)
  }

  func bytes(of path: String) throws(SourceTree.Unreadable) -> [UInt8] {
    do throws(Disk.Failure) {
      return try Disk.read(root + "/" + path)
    } catch {
      throw SourceTree.Unreadable(path: path, reason: error.reason)
    }
  }

  private mutating func list(
    _ folder: String, excluding: Set<String>, inside: [Identity], _ enter: (String) -> Void,
    _ report: inout Report
  ) {
    let path = folder.isEmpty ? root : root + "/" + folder
    enter(path)
    guard let status = Self.status(of: path, followsLinks: true) else { return }
    guard !inside.contains(status.identity) else {
      report.add(.linkRing(folder))
      return
    }
    guard let names = Self.names(in: path) else {
      report.add(.folderUnreadable(folder, named: folder, reason: Self.lastError()))
      return
    }
    for name in names {
      let child = folder.isEmpty ? name : folder + "/" + name
      if excluding.contains(child) { continue }
      guard var entry = Self.status(of: root + "/" + child, followsLinks: false) else {
        // What has gone since the folder was listed is no mistake.
        let (hasGone, reason) = (errno == ENOENT, Self.lastError())
        if name.contains("\u{FFFD}") {
          report.add(.nameNotUTF8(child))
        } else if !hasGone {
          report.add(.folderUnreadable(child, named: child, reason: reason))
        }
        continue
      }
      if entry.kind == .link {
        guard let target = resolvedLink(child, &report) else { continue }
        entry = target
      }
      switch entry.kind {
      case .file: add(child, entry)
      case .folder where isDeep || child == "Content":
        let count = files.count
        list(child, excluding: excluding, inside: inside + [status.identity], enter, &report)
        if files.count == count, Self.isNamedAsFile(name) { report.add(.folderForFile(child)) }
      case .other: report.add(.notAFile(child))
      case .folder, .link: break
      }
    }
  }

  private mutating func add(_ path: String, _ status: Status) {
    files.append(.init(path: path, size: status.stamp.size, modified: status.stamp.modified))
  }

  /// Whether a name ends as those of files do that are read.
  private static func isNamedAsFile(_ name: String) -> Bool {
    ["bib", "csl", "css", "md", "mustache", "yml"].contains { name.hasSuffix("." + $0) }
  }

  /// What a link leads to, if it stays in the folder.
  private func resolvedLink(_ path: String, _ report: inout Report) -> Status? {
    guard let target = Self.realPath(root + "/" + path),
      let status = Self.status(of: target, followsLinks: true)
    else {
      report.add(.linkBroken(path))
      return nil
    }
    guard (target + "/").hasPrefix(realRoot) else {
      report.add(.linkLeavesFolder(path))
      return nil
    }
    return status
  }
}

extension FolderListing {
  private struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  private struct Status {
    enum Kind { case file, folder, link, other }
    var kind: Kind
    var stamp: FileStamp
    var identity: Identity
  }

  private static func status(of path: String, followsLinks: Bool) -> Status? {
    var buffer = stat()
    let result = followsLinks ? unsafe stat(path, &buffer) : unsafe lstat(path, &buffer)
    guard result == 0 else { return nil }
    let kind: Status.Kind =
      switch buffer.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    return Status(
      kind: kind, stamp: FileStamp(buffer),
      identity: Identity(device: UInt64(buffer.st_dev), number: UInt64(buffer.st_ino)))
  }

  /// The names that are not hidden, sorted; nil when the system refuses.
  private static func names(in path: String) -> [String]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.utf8.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.precedes($1) }
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private static func lastError() -> String {
    unsafe String(cString: strerror(errno))
  }
}

extension Diagnostic {
  /// The path is seen from the journal's folder, as all are.
  fileprivate static func folderUnreadable(_ path: String, named name: String, reason: String)
    -> Self
  {
    Self(
      .error, "folder-unreadable", "Folder '\(name)' cannot be listed: \(reason)",
      at: SourceRange(startOf: path), hint: "Name a folder that exists and that you may read")
  }

  fileprivate static func nameNotUTF8(_ path: String) -> Self {
    Self(
      .error, "file-name-not-utf8", "Name '\(path)' is not UTF-8", at: SourceRange(startOf: path),
      hint: "Rename the file")
  }

  fileprivate static func notAFile(_ path: String) -> Self {
    Self(
      .warning, "file-not-regular", "'\(path)' is neither a file nor a folder and is left out",
      at: SourceRange(startOf: path), hint: "Remove it, or put a file in its place")
  }

  fileprivate static func folderForFile(_ path: String) -> Self {
    Self(
      .warning, "folder-for-file", "'\(path)' is an empty folder, not a file",
      at: SourceRange(startOf: path), hint: "Remove it, or put a file in its place")
  }

  fileprivate static func linkRing(_ path: String) -> Self {
    Self(
      .warning, "link-ring", "Link leads back to a folder that it stands in",
      at: SourceRange(startOf: path), hint: "Remove the link")
  }

  fileprivate static func linkBroken(_ path: String) -> Self {
    Self(
      .warning, "link-broken", "Link leads to nothing", at: SourceRange(startOf: path),
      hint: "Remove the link, or put the file in its place")
  }

  fileprivate static func linkLeavesFolder(_ path: String) -> Self {
    Self(
      .warning, "link-leaves-folder", "Link leads out of the journal's folder and is not followed",
      at: SourceRange(startOf: path), hint: "Copy the file into the journal's folder")
  }
}
