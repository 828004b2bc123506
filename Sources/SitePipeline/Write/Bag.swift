package import Reporting
import Exports
import Foundation

/// Copies a built site into a new folder as archives take it: a bag of BagIt 1.0 (RFC 8493).
///
/// The same site gives the same bytes; a bag names no day and no machine.
///
/// - Parameters:
///   - site: the output folder.
///   - folder: the folder to make.
///   - journal: the folders that builds read or write, in which it may not stand.
///   - program: what made it, such as `fascicle 0.1.0`.
///   - report: takes what the disk refuses.
/// - Returns: how many files the bag holds; nil after a report.
package func writeBag(
  of site: String, to folder: String, outside journal: [String] = [], program: String,
  report: inout Report
) -> Int? {
  do throws(Disk.Failure) {
    guard Disk.kind(folder) == nil else {
      report.add(.bagThere(folder))
      return nil
    }
    if let outer = ([site] + journal).first(where: { Bag.absolute(folder).isBelow($0) }) {
      report.add(.bagInside(folder, outer))
      return nil
    }
    return try Bag.place(site, as: Bag.absolute(folder), program: program)
  } catch {
    report.add(.bagRefused(error))
    return nil
  }
}

private struct Bag {
  let site: String
  let folder: String

  /// Writes the bag under a name that nobody else uses until it is whole, on the same file system.
  static func place(
    _ site: String, as folder: String, program: String
  ) throws(Disk.Failure) -> Int {
    var outer = Disk.parent(of: folder)
    while Disk.kind(outer) == nil { outer = Disk.parent(of: outer) }
    // Refused under its own name where it is no folder, or none to write in.
    _ = try Disk.canChange(outer)
    let staged = outer + "/.fascicle-" + UUID().uuidString
    defer { try? Disk.removeTree(staged) }
    let count = try Bag(site: site, folder: staged).write(program: program)
    try Disk.rename(staged, to: folder)
    return count
  }

  func write(program: String) throws(Disk.Failure) -> Int {
    let paths = Self.files(in: site)
    var size = 0
    var manifest = ""
    for path in paths {
      let bytes = try Disk.read("\(site)/\(path)")
      try Disk.write(bytes, to: "\(folder)/data/\(path)")
      size += bytes.count
      manifest += "\(SHA256.hexDigest(of: bytes))  data/\(Self.encoded(path))\n"
    }
    let tags = [
      ("bag-info.txt", "Bag-Software-Agent: \(program)\nPayload-Oxum: \(size).\(paths.count)\n"),
      ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
      ("manifest-sha256.txt", manifest),
    ]
    var tagManifest = ""
    for (name, text) in tags {
      try Disk.write(Array(text.utf8), to: "\(folder)/\(name)")
      tagManifest += "\(SHA256.hexDigest(of: Array(text.utf8)))  \(name)\n"
    }
    try Disk.write(Array(tagManifest.utf8), to: folder + "/tagmanifest-sha256.txt")
    return paths.count
  }

  static func absolute(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// All files below a folder, sorted by their bytes.
  private static func files(in folder: String) -> [String] {
    var files: [String] = []
    func visit(_ path: String) {
      for name in Disk.names(in: "\(folder)/\(path)") {
        let below = path.isEmpty ? name : "\(path)/\(name)"
        switch Disk.kind("\(folder)/\(below)") {
        case .folder: visit(below)
        case .file: files.append(below)
        default: break
        }
      }
    }
    visit("")
    return files.sorted { $0.precedes($1) }
  }

  /// RFC 8493, §2.1.3: only what would end a line, and the sign for that, is encoded.
  private static func encoded(_ path: String) -> String {
    path.replacing("%", with: "%25").replacing("\n", with: "%0A").replacing("\r", with: "%0D")
  }
}

extension String {
  fileprivate func isBelow(_ folder: String) -> Bool { hasPrefix(Bag.absolute(folder) + "/") }
}

extension Diagnostic {
  fileprivate static func bagInside(_ folder: String, _ outer: String) -> Diagnostic {
    Diagnostic(
      .error, "bag-inside", "'\(folder)' would be part of '\(outer)'",
      at: SourceRange(startOf: folder), hint: "Name a folder outside of the site and its content")
  }

  fileprivate static func bagThere(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "bag-there", "'\(folder)' is there already", at: SourceRange(startOf: folder),
      hint: "Choose another name, or remove it")
  }

  fileprivate static func bagRefused(_ failure: Disk.Failure) -> Diagnostic {
    Diagnostic(
      .error, "bag-refused", "'\(failure.path)' cannot be read or written: \(failure.reason)",
      at: SourceRange(startOf: failure.path), hint: "Name a folder in which you may write")
  }
}
