import JournalModel
import Reporting

extension FieldReader {
  /// The galleys of an article: the files with its name beside it, and those that `pdf` names.
  mutating func galleys(
    of files: ContentLayout.ArticleFiles, slug: String, _ tree: SourceTree, _ report: inout Report
  ) -> [Article.Galley] {
    var found = galleyFiles(
      beside: files.stem, fileName: slug, language: language, tree)
    guard let node = node("pdf", "galleys", report: &report) else { return found }
    let named = node.localized(named: "pdf", language: language, &report) { node, report in
      node.text(named: "pdf", &report)
    }
    for entry in named?.entries ?? [] {
      let name = SplitName(entry.value.value)
      guard let path = resolvePath(entry.value.value, in: files.path.folder),
        let file = tree.file(path), let format = GalleyFormat.all[name.fileExtension]
      else {
        report.add(.galleyMissing(entry.value))
        continue
      }
      guard !found.contains(where: { $0.path == path }) else { continue }
      let suffix = entry.language == language ? "" : ".\(entry.language.text)"
      found.append(
        Article.Galley(
          label: format.label, language: entry.language, path: path,
          fileName: "\(slug)\(suffix).\(name.fileExtension)", mediaType: format.mediaType,
          size: file.size))
    }
    return found
  }
}

/// The files of a stem in which the whole text can be read: `engine.pdf`, `engine.ur.pdf`.
func galleyFiles(beside stem: String, fileName: String, language: LanguageTag, _ tree: SourceTree)
  -> [Article.Galley]
{
  tree.files(under: stem + ".").compactMap { file in
    let name = SplitName("stem" + file.path.withoutPrefix(stem))
    guard name.versionStem == "stem", let format = GalleyFormat.all[name.fileExtension] else {
      return nil
    }
    let suffix = name.language.map { ".\($0.text)" } ?? ""
    return Article.Galley(
      label: format.label, language: name.language ?? language, path: file.path,
      fileName: "\(fileName)\(suffix).\(name.fileExtension)", mediaType: format.mediaType,
      size: file.size)
  }.sorted { a, b in (a.language == language ? 0 : 1) < (b.language == language ? 0 : 1) }
}

/// The formats of files that are read as a whole article.
struct GalleyFormat: Sendable {
  var label: String
  var mediaType: String

  static let all: [String: GalleyFormat] = [
    "pdf": .init(label: "PDF", mediaType: "application/pdf"),
    "epub": .init(label: "EPUB", mediaType: "application/epub+zip"),
    "docx": .init(
      label: "DOCX",
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "odt": .init(label: "ODT", mediaType: "application/vnd.oasis.opendocument.text"),
    "mp3": .init(label: "MP3", mediaType: "audio/mpeg"),
    "m4a": .init(label: "M4A", mediaType: "audio/mp4"),
    "ogg": .init(label: "OGG", mediaType: "audio/ogg"),
    "mp4": .init(label: "MP4", mediaType: "video/mp4"),
    "webm": .init(label: "WebM", mediaType: "video/webm"),
  ]
}

/// The path that a file named in the metadata has in the source: relative to the folder of the file
/// that names it; nil when it leaves the source folder or is no relative path.
func resolvePath(_ name: String, in folder: String) -> String? {
  guard !name.hasPrefix("/"), !name.utf8.contains(UInt8(ascii: "\\")),
    !name.utf8.contains(UInt8(ascii: ":")) || !name.contains("://")
  else { return nil }
  let slash = UInt8(ascii: "/")
  var parts = folder.utf8.split(separator: slash).map(Substring.init)
  for part in name.utf8.split(separator: slash).map(Substring.init) {
    switch part {
    case ".": continue
    case "..":
      guard !parts.isEmpty else { return nil }
      parts.removeLast()
    default: parts.append(part)
    }
  }
  return parts.joined(separator: "/")
}

extension Diagnostic {
  fileprivate static func galleyMissing(_ name: Located<String>) -> Self {
    Self(
      .warning, "galley-missing", "'\(name.value)' is no file of the article to download",
      at: name.range,
      hint: "Put the file beside the article; with the article's name it is found by itself")
  }
}
