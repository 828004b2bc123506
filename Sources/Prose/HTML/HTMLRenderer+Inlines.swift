extension HTMLRenderer {
  mutating func render(_ inlines: [Inline]) {
    let inlines = inlines.span
    // Each is looked at where it stands: copies would count references to all that it holds.
    for index in inlines.indices {
      switch inlines[index].kind {
      case .text(let text): html.add(escaped: text)
      case .lineBreak: html.add(isSpecification ? "<br />\n" : "<br>\n")
      case .code(let text):
        html.add("<code>")
        html.add(escaped: text)
        html.add("</code>")
      case .emphasis(let inlines): render(inlines, between: "<em>", "</em>")
      case .strong(let inlines): render(inlines, between: "<strong>", "</strong>")
      case .strikethrough(let inlines): render(inlines, between: "<del>", "</del>")
      case .superscript(let inlines): render(inlines, between: "<sup>", "</sup>")
      case .subscript(let inlines): render(inlines, between: "<sub>", "</sub>")
      case .smallCaps(let inlines):
        render(inlines, between: "<span class=\"smallcaps\">", "</span>")
      case .span(let attributes, let inlines): render(attributes, inlines)
      case .link(let link): render(link, at: inlines[index].range)
      case .image(let image):
        render(image)
        renderReferences(toNotesOf: image.alternative)
      case .math(let math): renderInline(math)
      case .html(let text): html.add(options.filtersTags ? Self.filterTags(text) : text)
      case .footnoteReference(let note, let occurrence):
        renderReference(toNote: numbers.footnotes[note], occurrence: occurrence)
      case .citation(let citation): renderCitation(citation)
      case .crossReference(let reference): render(document.crossReferences[reference])
      }
    }
  }

  private mutating func render(_ inlines: [Inline], between begin: String, _ end: String) {
    html.add(begin)
    render(inlines)
    html.add(end)
  }

  private mutating func render(_ attributes: Attributes, _ inlines: [Inline]) {
    var attributes = attributes
    var tag = "span"
    let tags = [
      "underline": "u", "ul": "u", "mark": "mark", "small": "small", "q": "q", "abbr": "abbr",
    ]
    if let index = attributes.classes.firstIndex(where: { tags[$0] != nil }) {
      tag = tags[attributes.classes.remove(at: index)] ?? tag
    }
    html.begin(tag: tag)
    add(attributes)
    html.add(">")
    render(inlines)
    html.end(tag: tag)
  }

  private mutating func render(_ link: Link, at range: Range<Int>) {
    let target = LinkTarget(address: link.destination, range: range)
    guard !isInLink || isSpecification, let address = options.link(target) else {
      render(link.inlines)
      return
    }
    html.add("<a href=\"")
    html.add(address: address)
    html.add("\"")
    if !link.title.isEmpty { html.add(attribute: "title", link.title) }
    add(link.attributes)
    html.add(">")
    let wasInLink = isInLink
    isInLink = true
    render(link.inlines)
    isInLink = wasInLink
    html.add("</a>")
  }

  mutating func render(_ image: Image) {
    let alternative = image.alternativeText(citing: options.citationWords)
    let target = LinkTarget(address: image.source, range: image.range)
    guard let resolved = options.image(target) else {
      html.add(escaped: alternative)
      return
    }
    guard resolved.isPicture else {
      renderLink(to: resolved, alternative)
      return
    }
    html.add("<img src=\"")
    html.add(address: resolved.source)
    html.add("\"")
    html.add(attribute: "alt", alternative)
    if !image.title.isEmpty { html.add(attribute: "title", image.title) }
    if isSpecification {
      html.add(" />")
      return
    }
    addSize(of: image, resolved)
    if !comesWithPage(resolved) { html.add(" loading=\"lazy\"") }
    var attributes = image.attributes
    attributes.pairs.removeAll { ["width", "height", "alt", "fig-alt", "label"].contains($0.key) }
    add(attributes)
    html.add(">")
  }

  /// A file that is not shown where it stands, under the words for it; a caption has said them.
  private mutating func renderLink(to file: ResolvedImage, _ alternative: String) {
    let name = file.source.split(separator: "/").last.map(String.init) ?? file.source
    let words = isInFigure || alternative.isEmpty ? name : alternative
    if !isInLink {
      html.add("<a href=\"")
      html.add(address: file.source)
      html.add("\">")
    }
    html.add(escaped: words)
    if !isInLink { html.add("</a>") }
  }

  /// Whether a picture is fetched at once: as long as all that are cost little, a page is whole when
  /// it has come, also on paper and without a connection.
  private mutating func comesWithPage(_ picture: ResolvedImage) -> Bool {
    guard let bytes = picture.bytes, bytes <= freeBytes else { return false }
    freeBytes -= bytes
    return true
  }

  /// The size of the file, so that the page does not jump; the author's wish is a style.
  private mutating func addSize(of image: Image, _ resolved: ResolvedImage) {
    if let width = resolved.width, let height = resolved.height {
      html.add(attribute: "width", String(width))
      html.add(attribute: "height", String(height))
    }
    var style = ""
    for name in ["width", "height"] {
      guard let length = image.attributes[key: name].flatMap(Self.length) else { continue }
      style += style.isEmpty ? "" : ";"
      style += "\(name):\(length)"
    }
    if !style.isEmpty { html.add(attribute: "style", style) }
  }

  /// A length of CSS; a number alone counts pixels.
  private static func length(_ text: String) -> String? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard !number.isEmpty, Double(number) != nil else { return nil }
    let unit = text.dropFirst(number.count)
    switch unit {
    case "": return number + "px"
    case "px", "%", "em", "rem", "cm", "mm", "in", "pt": return text
    default: return nil
    }
  }

  private mutating func renderInline(_ math: Math) {
    guard let id = math.id, math.number != nil, !isRepeated else {
      render(math)
      return
    }
    html.add("<span")
    html.add(attribute: "id", id)
    html.add(">")
    render(math)
    html.add("</span>")
  }

  private mutating func render(_ reference: CrossReference) {
    guard let target = reference.target else {
      html.add("??")
      return
    }
    if !isInLink {
      html.add("<a href=\"#")
      html.add(address: target.id)
      html.add("\">")
    }
    html.add(escaped: options.words.words(for: reference, to: target))
    if !isInLink { html.add("</a>") }
  }

  /// The attributes that may reach a page; a language brings its direction.
  mutating func add(_ attributes: Attributes) {
    guard !attributes.isEmpty else { return }
    if let id = attributes.id, !isRepeated { html.add(attribute: "id", id) }
    if !attributes.classes.isEmpty {
      html.add(attribute: "class", attributes.classes.joined(separator: " "))
    }
    for pair in attributes.pairs {
      switch pair.key {
      case "lang", "dir", "title", "role", "translate": html.add(attribute: pair.key, pair.value)
      case _ where pair.key.hasPrefix("data-"): html.add(attribute: pair.key, pair.value)
      default: break
      }
    }
    if attributes[key: "dir"] == nil, let language = attributes[key: "lang"] {
      html.add(attribute: "dir", Self.isRightToLeft(language) ? "rtl" : "ltr")
    }
  }

  private static func isRightToLeft(_ language: String) -> Bool {
    let parts = language.lowercased().split(separator: "-")
    if parts.contains("latn") { return false }
    if parts.contains("arab") || parts.contains("hebr") { return true }
    return [
      "ar", "arc", "ckb", "dv", "fa", "ha-arab", "he", "ks", "nqo", "ota", "ps", "sd", "syr", "ug",
      "ur", "yi",
    ].contains(parts.first ?? "")
  }
}
