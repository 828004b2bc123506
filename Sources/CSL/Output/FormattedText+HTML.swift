public import Bibliography

extension FormattedText {
  /// HTML for a page: elements and classes only, no style attributes.
  public var html: String {
    var bytes: [UInt8] = []
    appendHTML(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds the HTML, in UTF-8, to what is already written of a page.
  public func appendHTML(to page: inout [UInt8]) {
    var writer = HTMLWriter(bytes: page)
    page = []
    writer.write(nodes)
    page = writer.bytes
  }
}

/// Writes formatted text as HTML; the only place in the module that escapes.
private struct HTMLWriter {
  var bytes: [UInt8]

  mutating func write(_ nodes: [FormattedText.Node]) {
    for node in nodes {
      switch node {
      case .text(let text): escape(text)
      case .styled(let style, let children):
        let (open, close) = tags(of: style)
        bytes += open.utf8
        write(children)
        bytes += close.utf8
      case .link(let url, let children):
        bytes += #"<a href=""#.utf8
        escape(url)
        bytes += #"">"#.utf8
        write(children)
        bytes += "</a>".utf8
      case .display(let display, let children):
        bytes += opening(of: display).utf8
        write(children)
        bytes += "</span>".utf8
      }
    }
  }

  /// Adds the text as it is, then makes room from its end on where something must be escaped.
  private mutating func escape(_ text: String) {
    let start = bytes.count
    bytes += text.utf8
    var read = bytes.count
    var growth = 0
    for index in start..<read where bytes[index] <= UInt8(ascii: ">") {
      growth += Self.entity(for: bytes[index])?.growth ?? 0
    }
    guard growth > 0 else { return }
    bytes.append(contentsOf: repeatElement(0, count: growth))
    var write = bytes.count
    while read < write {
      read -= 1
      let byte = bytes[read]
      if let entity = Self.entity(for: byte) {
        write -= entity.growth + 1
        bytes.replaceSubrange(write...write + entity.growth, with: entity.text.utf8)
      } else {
        write -= 1
        bytes[write] = byte
      }
    }
  }

  /// What stands for a byte, and by how many bytes it is longer.
  private static func entity(for byte: UInt8) -> (text: StaticText, growth: Int)? {
    guard byte <= UInt8(ascii: ">") else { return nil }
    return switch byte {
    case UInt8(ascii: "&"): ("&amp;", 4)
    case UInt8(ascii: "<"): ("&lt;", 3)
    case UInt8(ascii: ">"): ("&gt;", 3)
    case UInt8(ascii: "\""): ("&quot;", 5)
    default: nil
    }
  }

  private func tags(of style: FormattedText.Style) -> (StaticText, StaticText) {
    switch style {
    case .italic: ("<i>", "</i>")
    case .bold: ("<b>", "</b>")
    case .superscript: ("<sup>", "</sup>")
    case .subscript: ("<sub>", "</sub>")
    case .smallCaps: (#"<span class="small-caps">"#, "</span>")
    case .underline: (#"<span class="underline">"#, "</span>")
    case .normalStyle: (#"<span class="normal-style">"#, "</span>")
    case .normalVariant: (#"<span class="normal-variant">"#, "</span>")
    case .normalWeight: (#"<span class="normal-weight">"#, "</span>")
    case .light: (#"<span class="light">"#, "</span>")
    case .noUnderline: (#"<span class="no-underline">"#, "</span>")
    case .baseline: (#"<span class="baseline">"#, "</span>")
    }
  }

  private func opening(of display: FormattedText.Display) -> StaticText {
    switch display {
    case .block: #"<span class="csl-block">"#
    case .leftMargin: #"<span class="csl-left-margin">"#
    case .rightInline: #"<span class="csl-right-inline">"#
    case .indent: #"<span class="csl-indent">"#
    }
  }

  private typealias StaticText = String
}
