import Foundation
import Testing

@testable import Books

@Suite struct EPUBTests {
  private var book: EPUB {
    var book = EPUB(
      identifier: "https://example.org/issues/1/", title: "Lamps & Loaves", language: "ur",
      isRightToLeft: true, date: "2024-06", modified: "2024-06-01T00:00:00Z",
      contentsTitle: "فہرست")
    book.chapters = [
      .init(
        fileName: "one.xhtml", title: "<One>", language: "en",
        page: XHTML(html: Array("<p>1 <math></math></p>".utf8)) { $0.address })
    ]
    let picture = EPUB.Resource(fileName: "a.png", mediaType: "image/png", bytes: [1, 2, 3])
    book.cover = picture
    book.resources = [picture, picture]
    return book
  }

  @Test func beginsWithItsTypeUncompressed() {
    let bytes = book.bytes
    #expect(Array(bytes[30..<58]) == Array("mimetypeapplication/epub+zip".utf8))
  }

  @Test func fitsAnArchiveUpToAGreatNumberOfFiles() {
    var book = book
    #expect(book.fitsAnArchive)
    book.chapters = Array(repeating: book.chapters[0], count: 60_000)
    #expect(!book.fitsAnArchive)
  }

  @Test func isTheSameForTheSameBook() { #expect(book.bytes == book.bytes) }

  @Test func describesWhatIsInIt() {
    #expect(
      book.packageDocument == """
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" \
        xml:lang="ur" dir="rtl">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:identifier id="id">https://example.org/issues/1/</dc:identifier>
        <dc:title>Lamps &amp; Loaves</dc:title>
        <dc:language>ur</dc:language>
        <dc:language>en</dc:language>
        <dc:date>2024-06</dc:date>
        <meta property="dcterms:modified">2024-06-01T00:00:00Z</meta>
        <meta property="schema:accessMode">textual</meta>
        <meta property="schema:accessMode">visual</meta>
        <meta property="schema:accessibilityFeature">tableOfContents</meta>
        <meta property="schema:accessibilityFeature">readingOrder</meta>
        <meta property="schema:accessibilityFeature">structuralNavigation</meta>
        <meta property="schema:accessibilityHazard">none</meta>
        <meta property="schema:accessibilityFeature">MathML</meta>
        </metadata>
        <manifest>
        <item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
        <item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" \
        properties="nav"/>
        <item id="style" href="book.css" media-type="text/css"/>
        <item id="chapter-1" href="one.xhtml" media-type="application/xhtml+xml" \
        properties="mathml"/>
        <item id="file-1" href="a.png" media-type="image/png" properties="cover-image"/>
        </manifest>
        <spine page-progression-direction="rtl">
        <itemref idref="title"/>
        <itemref idref="contents"/>
        <itemref idref="chapter-1"/>
        </spine>
        </package>

        """)
  }
}
