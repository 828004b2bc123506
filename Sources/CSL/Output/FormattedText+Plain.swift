public import Bibliography

extension FormattedText {
  /// The text without any formatting; what is raised is so by its characters, where they exist.
  public var plain: String {
    var text = ""
    appendPlain(nodes, to: &text)
    return text
  }

  private func appendPlain(_ nodes: [Node], to text: inout String) {
    for node in nodes {
      switch node {
      case .text(let part): text += part
      case .styled(.superscript, let children):
        let base = FormattedText(children).plain
        text += Superscripts.raised(base) ?? base
      case .styled(_, let children), .link(_, let children): appendPlain(children, to: &text)
      case .display(let display, let children):
        // A block or an indented line cannot share its line with what stands before it.
        if display == .block || display == .indent, let last = text.last, last != "\n" {
          text += "\n"
        } else if display == .rightInline, let last = text.last, !last.isWhitespace,
          !(FormattedText(children).plain.first?.isWhitespace ?? true)
        {
          text += " "
        }
        appendPlain(children, to: &text)
      }
    }
  }
}
