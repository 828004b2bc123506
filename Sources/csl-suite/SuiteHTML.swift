import Bibliography

/// HTML as the test suite expects it, with style attributes and numeric references.
struct SuiteHTML {
  private var text = ""

  static func string(_ formatted: FormattedText) -> String {
    var writer = SuiteHTML()
    var start = 0
    for mark in formatted.marks {
      writer.escape(formatted.bytes[start..<mark.place])
      start = mark.place
      switch mark.format {
      case .link, .cite, .isolated: break
      case .styled(let style):
        writer.text += mark.opens ? writer.opening(style) : writer.closing(style)
      case .display(let display):
        writer.text += mark.opens ? writer.opening(display) : writer.closing(display)
      }
    }
    writer.escape(formatted.bytes[start...])
    return writer.text
  }

  private mutating func escape(_ part: ArraySlice<UInt8>) {
    for scalar in String(decoding: part, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "&": text += "&#38;"
      case "<": text += "&#60;"
      case ">": text += "&#62;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private func opening(_ display: FormattedText.Display) -> String {
    switch display {
    case .block: "\n\n    <div class=\"csl-block\">"
    case .leftMargin: "\n    <div class=\"csl-left-margin\">"
    case .rightInline: "<div class=\"csl-right-inline\">"
    case .indent: "<div class=\"csl-indent\">"
    }
  }

  private func closing(_ display: FormattedText.Display) -> String {
    switch display {
    case .block: "</div>\n"
    case .leftMargin: "</div>"
    case .rightInline, .indent: "</div>\n  "
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
