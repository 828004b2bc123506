import Bibliography

/// HTML as the test suite expects it, with style attributes and numeric references.
struct SuiteHTML {
  private var text = ""

  static func string(_ formatted: FormattedText) -> String {
    var writer = SuiteHTML()
    writer.write(formatted.nodes)
    return writer.text
  }

  private mutating func write(_ nodes: [FormattedText.Node]) {
    for node in nodes {
      switch node {
      case .text(let part): escape(part)
      case .link(_, let children): write(children)
      case .styled(let style, let children):
        text += opening(style)
        write(children)
        text += closing(style)
      case .display(let display, let children): write(display, children)
      }
    }
  }

  private mutating func write(_ display: FormattedText.Display, _ children: [FormattedText.Node]) {
    switch display {
    case .block:
      text += "\n\n    <div class=\"csl-block\">"
      write(children)
      text += "</div>\n"
    case .leftMargin:
      text += "\n    <div class=\"csl-left-margin\">"
      write(children)
      text += "</div>"
    case .rightInline, .indent:
      text += "<div class=\"\(display == .indent ? "csl-indent" : "csl-right-inline")\">"
      write(children)
      text += "</div>\n  "
    }
  }

  private mutating func escape(_ part: String) {
    for scalar in part.unicodeScalars {
      switch scalar {
      case "&": text += "&#38;"
      case "<": text += "&#60;"
      case ">": text += "&#62;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private func opening(_ style: FormattedText.Style) -> String {
    switch style {
    case .italic: "<i>"
    case .bold: "<b>"
    case .superscript: "<sup>"
    case .subscript: "<sub>"
    case .smallCaps: "<span style=\"font-variant:small-caps;\">"
    case .underline: "<span style=\"text-decoration:underline;\">"
    case .normalStyle: "<span style=\"font-style:normal;\">"
    case .normalVariant: "<span style=\"font-variant:normal;\">"
    case .normalWeight: "<span style=\"font-weight:normal;\">"
    case .light: "<span style=\"font-weight:light;\">"
    case .noUnderline: "<span style=\"text-decoration:none;\">"
    case .baseline: "<span style=\"baseline\">"
    }
  }

  private func closing(_ style: FormattedText.Style) -> String {
    switch style {
    case .italic: "</i>"
    case .bold: "</b>"
    case .superscript: "</sup>"
    case .subscript: "</sub>"
    default: "</span>"
    }
  }
}
