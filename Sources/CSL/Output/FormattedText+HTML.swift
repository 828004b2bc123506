public import Bibliography

extension FormattedText {
  /// HTML for a page: elements and classes only, no style attributes.
  public var html: String {
    var writer = HTMLWriter()
    writer.write(nodes)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes formatted text as HTML; the only place in the module that escapes.
private struct HTMLWriter {
  var bytes: [UInt8] = []

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

  private mutating func escape(_ text: String) {
    let start = bytes.count
    bytes += text.utf8
    let isPlain = !bytes[start...].contains {
      $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">")
        || $0 == UInt8(ascii: "\"")
    }
    guard !isPlain else { return }
    bytes.removeLast(bytes.count - start)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      default: bytes.append(byte)
      }
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
