import Prose

/// Running text as JATS.
extension JATSBody {
  func write(_ inlines: [Inline], to xml: inout XMLWriter) {
    let inlines = inlines.span
    // Each is looked at where it stands: copies would count references to all that it holds.
    for index in inlines.indices {
      switch inlines[index].kind {
      case .text(let text): xml.runningText(text)
      // Where JATS has lines, those of the text have been written apart: see `writeLines`.
      case .lineBreak: xml.text(" ")
      case .emphasis(let inlines): write(inlines, as: "italic", to: &xml)
      case .strong(let inlines): write(inlines, as: "bold", to: &xml)
      case .strikethrough(let inlines): write(inlines, as: "strike", to: &xml)
      case .superscript(let inlines): write(inlines, as: "sup", to: &xml)
      case .subscript(let inlines): write(inlines, as: "sub", to: &xml)
      case .smallCaps(let inlines): write(inlines, as: "sc", to: &xml)
      case .span(let attributes, let inlines):
        if let language = attributes[key: "lang"] {
          let element = xml.beginMixed(
            "named-content", [("content-type", "language"), ("xml:lang", language)])
          write(inlines, to: &xml)
          xml.end(element)
        } else {
          write(inlines, to: &xml)
        }
      case .code(let text): xml.element("monospace", [], text)
      case .link(let link): write(link, to: &xml)
      case .image(let image):
        xml.empty("inline-graphic", [("xlink:href", resolve(image.source) ?? image.source)])
      case .math(let math):
        xml.mixed("inline-formula") { writeFormula(math, to: &$0) }
      case .html: break
      case .footnoteReference(let index, _):
        xml.mixed("xref", [("ref-type", "fn"), ("rid", "fn\(index + 1)")]) {
          $0.element("sup", [], String(index + 1))
        }
      case .citation(let index): writeCitation(index, to: &xml)
      case .crossReference(let index):
        guard document.crossReferences.indices.contains(index) else { continue }
        write(document.crossReferences[index], to: &xml)
      }
    }
  }

  /// Lines in the elements in which JATS breaks them, those of titles and cells.
  func writeLines(_ inlines: [Inline], to xml: inout XMLWriter) {
    for (index, line) in inlines.brokenLines.enumerated() {
      if index > 0 { xml.empty("break") }
      write(line, to: &xml)
    }
  }

  func write(_ inlines: [Inline], as name: String, to xml: inout XMLWriter) {
    let element = xml.beginMixed(name)
    write(inlines, to: &xml)
    xml.end(element)
  }

  private func write(_ link: Link, to xml: inout XMLWriter) {
    if link.destination.hasPrefix("#") {
      let anchor = String(link.destination.dropFirst())
      if anchor.hasPrefix("ref-"), references.contains(String(anchor.dropFirst(4))) {
        let id = referenceID(String(anchor.dropFirst(4)))
        xml.mixed("xref", [("ref-type", "bibr"), ("rid", id)]) { write(link.inlines, to: &$0) }
        return
      }
      guard isAnchor(anchor) else { return write(link.inlines, to: &xml) }
      let element = xml.beginMixed("xref", [("rid", anchorID(anchor))])
      write(link.inlines, to: &xml)
      return xml.end(element)
    }
    guard
      let address = isAbsolute(link.destination) ? link.destination : resolve(link.destination)
    else {
      return write(link.inlines, to: &xml)
    }
    // JATS4R wants words for a link that shows nothing but its address.
    let showsAddress = link.inlines.plainText.contains("://")
    let element = xml.beginMixed(
      "ext-link",
      [
        ("ext-link-type", "uri"), ("xlink:href", address),
        ("xlink:title", showsAddress ? link.title.isEmpty ? host(of: address) : link.title : nil),
      ])
    write(link.inlines, to: &xml)
    xml.end(element)
  }

  /// The words of a citation, tied to its references: each to those for it or, where they are not
  /// apart, all to the first that the list has, since tools take one target.
  private func writeCitation(_ index: Int, to xml: inout XMLWriter) {
    guard document.citations.indices.contains(index) else { return }
    let parts = citationParts(index)
    guard parts.isEmpty else {
      for part in parts { write(part.words, citing: part.key, to: &xml) }
      return
    }
    let keys = document.citations[index].cites.map(\.key)
    write(
      citationWords(index) ?? keys.joined(separator: "; "),
      citing: keys.first { references.contains($0) }, to: &xml)
  }

  private func write(_ words: String, citing key: String?, to xml: inout XMLWriter) {
    guard let key, references.contains(key) else { return xml.text(words) }
    xml.element("xref", [("ref-type", "bibr"), ("rid", referenceID(key))], words)
  }

  private func write(_ reference: CrossReference, to xml: inout XMLWriter) {
    guard let target = reference.target else { return xml.text("??") }
    let type =
      switch target.kind {
      case .figure: "fig"
      case .table: "table"
      case .equation: "disp-formula"
      case .section: "sec"
      case .listing: "boxed-text"
      }
    let words = words.words(for: reference, to: target)
    guard isAnchor(target.id) else { return xml.text(words) }
    xml.element("xref", [("ref-type", type), ("rid", anchorID(target.id))], words)
  }
}

/// Whether an address says itself where it leads.
func isAbsolute(_ address: String) -> Bool {
  ["http://", "https://", "ftp://"].contains(where: address.hasPrefix)
}

/// The host that an address names.
func host(of address: String) -> String {
  guard let scheme = address.firstRange(of: "://") else { return address }
  return String(address[scheme.upperBound...].prefix { $0 != "/" })
}

/// The identifier of a reference in the list.
func referenceID(_ id: String) -> String { xmlID("ref-" + id) }
