import Reporting

/// Where citation styles and locales are found: beside the content, in folders that were named,
/// where the system keeps those of the Citation Style Language project, and in the program, which
/// has a locale for Urdu.
struct StyleFiles: Sendable {
  let tree: SourceTree
  /// The path before every content file.
  let prefix: String
  let folders: [String]

  static let system = "/usr/share/citation-style-language"

  init(tree: SourceTree, prefix: String, folders: [String], system: String = Self.system) {
    self.tree = tree
    self.prefix = prefix
    self.folders = folders + [system]
  }

  struct File {
    var path: String
    var bytes: [UInt8]
  }

  /// The style with the name of a `.csl` file, without its ending.
  func style(_ name: String) -> File? { file(Self.fileName(ofStyle: name)) }

  func locale(_ language: String) -> File? { file(Self.fileName(ofLocale: language)) }

  static func fileName(ofStyle name: String) -> String { name + ".csl" }
  static func fileName(ofLocale language: String) -> String { "locales-\(language).xml" }

  /// Where a file of this name is found.
  enum Place: Sendable, Hashable, Codable {
    case content(path: String)
    /// In one of the folders, with its stamp.
    case folder(path: String, FileStamp)
    case program
    case nowhere
  }

  func place(of name: String) -> Place {
    guard !name.contains("/") else { return .nowhere }
    let isStyle = name.hasSuffix(".csl")
    for place in isStyle ? ["styles/"] : ["styles/", "locales/"] {
      let path = prefix + place + name
      if tree.file(path) != nil { return .content(path: path) }
    }
    let below = isStyle ? ["", "styles/", "styles/dependent/", "dependent/"] : ["", "locales/"]
    for folder in folders {
      for place in below {
        let path = "\(folder)/\(place)\(name)"
        if let stamp = Disk.stampFollowingLinks(path) { return .folder(path: path, stamp) }
      }
    }
    return name == Self.fileName(ofLocale: "ur") ? .program : .nowhere
  }

  /// Of files by their names: where each stands, and its bytes where it is the journal's own.
  func fingerprint(of names: [String]) -> Fingerprint {
    var fingerprint = Fingerprint()
    for name in names {
      let place = place(of: name)
      fingerprint.combine(Fingerprint(of: place))
      if case .content(let path) = place {
        fingerprint.combine((try? tree.bytes(of: path)) ?? [])
      }
    }
    return fingerprint
  }

  /// The names of all styles.
  var styleNames: [String] {
    let own = tree.files(under: prefix + "styles/").compactMap { file in
      file.path.split(separator: "/").last.map(String.init)
    }
    let others = folders.flatMap { folder in
      ["", "/styles", "/styles/dependent"].flatMap { Disk.names(in: folder + $0) }
    }
    return (own + others).filter { $0.hasSuffix(".csl") }.map { String($0.dropLast(4)) }.sorted()
  }

  private func file(_ name: String) -> File? {
    switch place(of: name) {
    case .content(let path):
      return (try? tree.bytes(of: path)).map { File(path: path, bytes: $0) }
    case .folder(let path, _):
      return (try? Disk.read(path)).map { File(path: path, bytes: $0) }
    case .program: return File(path: name, bytes: PackageResources.locales_ur_xml)
    case .nowhere: return nil
    }
  }
}
