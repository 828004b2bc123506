// What describes a book: its package document, its contents and its title page.

extension EPUB {
  /// EPUB 3.3 §5.
  var packageDocument: String {
    var lines: [String] = []
    lines.append(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"\
       xml:lang="\(XHTML.escaped(language))" dir="\(isRightToLeft ? "rtl" : "ltr")">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="id">\(XHTML.escaped(identifier))</dc:identifier>
      """)
    for (element, value) in elements {
      lines.append("<dc:\(element)>\(XHTML.escaped(value))</dc:\(element)>")
    }
    for (property, value) in properties {
      lines.append("<meta property=\"\(property)\">\(XHTML.escaped(value))</meta>")
    }
    lines.append("</metadata>\n<manifest>")
    lines += manifest
    lines.append("</manifest>")
    lines.append("<spine page-progression-direction=\"\(isRightToLeft ? "rtl" : "ltr")\">")
    lines.append("<itemref idref=\"title\"/>\n<itemref idref=\"contents\"/>")
    lines += chapters.indices.map { "<itemref idref=\"chapter-\($0 + 1)\"/>" }
    lines.append("</spine>\n</package>\n")
    return lines.joined(separator: "\n")
  }

  private var elements: [(String, String)] {
    var elements = [("title", title), ("language", language)]
    elements += Set(chapters.map(\.language)).subtracting([language]).sorted().map {
      ("language", $0)
    }
    elements += creators.map { ("creator", $0) }
    if let publisher { elements.append(("publisher", publisher)) }
    elements.append(("date", date))
    if let description { elements.append(("description", description)) }
    if let rights { elements.append(("rights", rights)) }
    return elements
  }

  /// What the book can truly say of itself (EPUB Accessibility 1.1).
  private var properties: [(String, String)] {
    let hasPictures = files.contains { $0.mediaType.hasPrefix("image/") }
    var properties = [("dcterms:modified", modified), ("schema:accessMode", "textual")]
    if hasPictures { properties.append(("schema:accessMode", "visual")) }
    properties += [
      ("schema:accessibilityFeature", "tableOfContents"),
      ("schema:accessibilityFeature", "readingOrder"),
      ("schema:accessibilityFeature", "structuralNavigation"),
      ("schema:accessibilityHazard", "none"),
    ]
    if chapters.contains(where: \.page.hasMathematics) {
      properties.append(("schema:accessibilityFeature", "MathML"))
    }
    return properties
  }

  private var manifest: [String] {
    var items = [
      item("title", "title.xhtml", "application/xhtml+xml"),
      item("contents", "contents.xhtml", "application/xhtml+xml", properties: "nav"),
      item("style", Self.stylesheetName, "text/css"),
    ]
    for (index, chapter) in chapters.enumerated() {
      items.append(
        item(
          "chapter-\(index + 1)", chapter.fileName, "application/xhtml+xml",
          properties: chapter.page.hasMathematics ? "mathml" : nil))
    }
    for (index, file) in files.enumerated() {
      let isCover = file.fileName == cover?.fileName
      items.append(
        item(
          "file-\(index + 1)", file.fileName, file.mediaType,
          properties: isCover ? "cover-image" : nil))
    }
    return items
  }

  private func item(
    _ id: String, _ name: String, _ mediaType: String, properties: String? = nil
  ) -> String {
    let properties = properties.map { " properties=\"\($0)\"" } ?? ""
    let name = XHTML.escaped(name)
    return "<item id=\"\(id)\" href=\"\(name)\" media-type=\"\(mediaType)\"\(properties)/>"
  }

  /// EPUB 3.3 §7.
  var navigationDocument: String {
    let entries = chapters.map { chapter in
      """
      <li><a href="\(XHTML.escaped(chapter.fileName))"\(languageAttributes(of: chapter))>\
      \(XHTML.escaped(chapter.title))</a></li>
      """
    }
    return page(
      title: contentsTitle,
      body: """
        <nav epub:type="toc" role="doc-toc" aria-labelledby="contents">
        <h1 id="contents">\(XHTML.escaped(contentsTitle))</h1>
        <ol>
        \(entries.joined(separator: "\n"))
        </ol>
        </nav>
        """)
  }

  var titlePage: String {
    let picture = cover.map {
      "<p><img src=\"\(XHTML.escaped($0.fileName))\" alt=\"\"/></p>\n"
    }
    let lines = [publisher, rights].compactMap(\.self).map { "\n<p>\(XHTML.escaped($0))</p>" }
    return page(
      title: title,
      body: """
        <section class="title-page" epub:type="titlepage">
        \(picture ?? "")<h1>\(XHTML.escaped(title))</h1>\(lines.joined())
        </section>
        """)
  }

  private func languageAttributes(of chapter: Chapter) -> String {
    guard chapter.language != language else { return "" }
    let tag = XHTML.escaped(chapter.language)
    return " lang=\"\(tag)\" xml:lang=\"\(tag)\""
  }

  private func page(title: String, body: String) -> String {
    let tag = XHTML.escaped(language)
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"\
       lang="\(tag)" xml:lang="\(tag)" dir="\(isRightToLeft ? "rtl" : "ltr")">
      <head>
      <meta charset="utf-8"/>
      <title>\(XHTML.escaped(title))</title>
      <link rel="stylesheet" href="\(Self.stylesheetName)"/>
      </head>
      <body>
      \(body)
      </body>
      </html>

      """
  }
}
