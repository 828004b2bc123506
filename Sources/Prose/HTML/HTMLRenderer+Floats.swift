extension HTMLRenderer {
  /// A figure: images, then the caption under them.
  mutating func render(_ figure: Figure, at range: Range<Int>) {
    html.startLine()
    html.add("<figure")
    if let id = figure.caption?.id { html.add(attribute: "id", id) }
    let classes = figure.images.first?.attributes.classes ?? []
    if !classes.isEmpty { html.add(attribute: "class", classes.joined(separator: " ")) }
    html.add(">")
    isInFigure = figure.caption?.inlines.isEmpty == false
    for var image in figure.images where figure.caption == nil || isFound(image) {
      image.attributes.classes = []
      render(image)
    }
    isInFigure = false
    html.startLine()
    if let caption = figure.caption, !caption.inlines.isEmpty {
      html.add("<figcaption>")
      renderWords(of: caption, name: options.words.figure)
      html.add("</figcaption>")
    }
    html.add("</figure>\n")
  }

  /// Whether there is an image to show above its caption, which says the same.
  private func isFound(_ image: Image) -> Bool {
    options.image(LinkTarget(address: image.source, range: image.range)) != nil
  }

  private mutating func renderWords(of caption: Caption, name: String) {
    if let number = caption.number {
      html.add("<b>")
      html.add(escaped: "\(name) \(options.words.number(number)).")
      html.add("</b> ")
    }
    render(caption.inlines)
  }

  /// A table that scrolls under its caption.
  mutating func render(_ table: Table) {
    html.startLine()
    if isSpecification {
      renderGrid(table)
      return
    }
    guard let caption = table.caption else {
      html.add("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
      html.add(attribute: "aria-label", options.words.table)
      html.add(">\n")
      renderGrid(table)
      html.add("</div>\n")
      return
    }
    html.add("<figure")
    if let id = caption.id { html.add(attribute: "id", id) }
    if !caption.attributes.classes.isEmpty {
      html.add(attribute: "class", caption.attributes.classes.joined(separator: " "))
    }
    html.add(">\n<figcaption")
    if let id = caption.id { html.add(attribute: "id", "\(id)-caption") }
    html.add(">")
    renderWords(of: caption, name: options.words.table)
    html.add("</figcaption>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
    if let id = caption.id { html.add(attribute: "aria-labelledby", "\(id)-caption") }
    html.add(">\n")
    renderGrid(table)
    html.add("</div></figure>\n")
  }

  private mutating func renderGrid(_ table: Table) {
    html.add("<table>\n")
    if !table.header.isEmpty,
      isSpecification || table.header.contains(where: { !$0.inlines.isEmpty })
    {
      html.add("<thead>\n")
      render(table.header, "th", table.alignments)
      html.add("</thead>\n")
    }
    if !table.rows.isEmpty {
      html.add("<tbody>\n")
      for row in table.rows { render(row, "td", table.alignments) }
      html.add("</tbody>\n")
    }
    html.add("</table>\n")
  }

  private mutating func render(
    _ row: [Table.Cell], _ tag: String, _ alignments: [Table.Alignment]
  ) {
    html.add("<tr>\n")
    for (column, cell) in row.enumerated() {
      html.begin(tag: tag)
      add(column < alignments.count ? alignments[column] : .none)
      if tag == "th", !isSpecification { html.add(" scope=\"col\"") }
      html.bytes.append(UInt8(ascii: ">"))
      render(cell.inlines)
      html.end(tag: tag)
      html.bytes.append(UInt8(ascii: "\n"))
    }
    html.add("</tr>\n")
  }

  private mutating func add(_ alignment: Table.Alignment) {
    switch (alignment, isSpecification) {
    case (.none, _): break
    case (.left, true): html.add(" align=\"left\"")
    case (.center, true): html.add(" align=\"center\"")
    case (.right, true): html.add(" align=\"right\"")
    case (.left, false): break
    case (.center, false): html.add(" style=\"text-align:center\"")
    case (.right, false): html.add(" class=\"num\"")
    }
  }
}
