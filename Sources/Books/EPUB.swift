// Books binds finished pages into one file: EPUB 3.3, and the syntax of XML that it asks for.
//
// In come pages of HTML, the pictures that they show and what is known of the whole; out come
// bytes, the same for the same book. It opens no files and knows no journal. Read on in
// `EPUB+Package.swift` for what describes the book, and in `ZipArchive.swift` for its frame.

/// A book: pages in their order, with what they show and what is known of it.
package struct EPUB: Sendable {
  /// An address or URN that no other book has.
  package var identifier: String
  package var title: String
  /// BCP 47.
  package var language: String
  package var isRightToLeft: Bool
  /// ISO 8601, as precise as is known.
  package var date: String
  /// The first moment that the date may mean: `2024-06-30T00:00:00Z`.
  package var modified: String
  package var creators: [String] = []
  package var publisher: String?
  package var rights: String?
  package var description: String?
  /// What the list of contents is called.
  package var contentsTitle: String
  package var stylesheet: [UInt8] = []
  package var cover: Resource?
  package var chapters: [Chapter] = []
  package var resources: [Resource] = []

  package init(
    identifier: String, title: String, language: String, isRightToLeft: Bool, date: String,
    modified: String, contentsTitle: String
  ) {
    self.identifier = identifier
    self.title = title
    self.language = language
    self.isRightToLeft = isRightToLeft
    self.date = date
    self.modified = modified
    self.contentsTitle = contentsTitle
  }

  /// A page of the book.
  package struct Chapter: Sendable {
    /// Such as `engine.xhtml`; its stylesheet is `book.css`.
    package var fileName: String
    /// Without markup.
    package var title: String
    package var language: String
    package var page: XHTML

    package init(fileName: String, title: String, language: String, page: XHTML) {
      self.fileName = fileName
      self.title = title
      self.language = language
      self.page = page
    }
  }

  /// A picture, or another file that pages name.
  package struct Resource: Sendable {
    package var fileName: String
    package var mediaType: String
    package var bytes: [UInt8]

    package init(fileName: String, mediaType: String, bytes: [UInt8]) {
      self.fileName = fileName
      self.mediaType = mediaType
      self.bytes = bytes
    }
  }

  package static let stylesheetName = "book.css"

  /// The file, in the order that OCF 3.3 asks for.
  package var bytes: [UInt8] {
    var archive = ZipArchive()
    archive.add("mimetype", Array("application/epub+zip".utf8), compresses: false)
    archive.add("META-INF/container.xml", Array(Self.container.utf8))
    archive.add("EPUB/package.opf", Array(packageDocument.utf8))
    archive.add("EPUB/contents.xhtml", Array(navigationDocument.utf8))
    archive.add("EPUB/title.xhtml", Array(titlePage.utf8))
    archive.add("EPUB/" + Self.stylesheetName, stylesheet)
    for chapter in chapters { archive.add("EPUB/" + chapter.fileName, chapter.page.bytes) }
    for resource in files {
      // Pictures are compressed already, but for drawings.
      let isPacked = ["image/gif", "image/jpeg", "image/png", "image/webp"].contains(
        resource.mediaType)
      archive.add("EPUB/" + resource.fileName, resource.bytes, compresses: !isPacked)
    }
    return archive.bytes
  }

  /// Whether an archive can hold it: fewer than 65,535 files, and less than 4 GiB (APPNOTE.TXT
  /// §4.4.22 to 4.4.24), with room for what comes before each file.
  package var fitsAnArchive: Bool {
    let files = files
    let size =
      chapters.reduce(0) { $0 + $1.page.bytes.count } + files.reduce(0) { $0 + $1.bytes.count }
    return chapters.count + files.count < 60_000 && size < 4_000_000_000
  }

  /// Cover and pictures, each once.
  var files: [Resource] {
    var names: Set<String> = []
    return ([cover].compactMap(\.self) + resources).filter { names.insert($0.fileName).inserted }
  }

  private static let container = """
    <?xml version="1.0" encoding="utf-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles>
    <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
    </rootfiles>
    </container>

    """
}
