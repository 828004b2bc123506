import Reporting

/// Where citation styles and locales are found: beside the content, in folders that were named,
/// and where the system keeps those of the Citation Style Language project.
struct StyleFiles: Sendable {
  let tree: SourceTree
  /// The path before every content file.
  let prefix: String
  let folders: [String]

  static let system = "/usr/share/citation-style-language"

  init(tree: SourceTree, prefix: String, folders: [String]) {
    self.tree = tree
    self.prefix = prefix
    self.folders = folders + [Self.system]
  }

  struct File {
    var path: String
    var bytes: [UInt8]
  }

  /// The style with the name of a `.csl` file, without its ending.
  func style(_ name: String) -> File? {
    file(
      name + ".csl", inContent: ["styles/"],
      inFolders: ["", "styles/", "styles/dependent/", "dependent/"])
  }

  func locale(_ language: String) -> File? {
    file(
      "locales-\(language).xml", inContent: ["styles/", "locales/"],
      inFolders: ["", "locales/"])
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

  private func file(_ name: String, inContent places: [String], inFolders below: [String]) -> File?
  {
    guard !name.contains("/") else { return nil }
    for place in places {
      let path = prefix + place + name
      if let bytes = try? tree.bytes(of: path) { return File(path: path, bytes: bytes) }
    }
    for folder in folders {
      for place in below {
        let path = "\(folder)/\(place)\(name)"
        if let bytes = try? Disk.read(path) { return File(path: path, bytes: bytes) }
      }
    }
    return nil
  }
}
