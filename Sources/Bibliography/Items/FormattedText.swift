/// Text with formatting: what the CSL processor makes of an item, before it becomes HTML or plain
/// text.
public struct FormattedText: Sendable, Hashable {
  public enum Style: Sendable, Hashable {
    case italic, normalStyle
    case bold, normalWeight, light
    case smallCaps, normalVariant
    case underline, noUnderline
    case superscript, `subscript`, baseline
  }

  /// CSL's `display` attribute and second-field alignment (CSL 1.0.2, "Display").
  public enum Display: Sendable, Hashable {
    case block, leftMargin, rightInline, indent
  }

  public enum Node: Sendable, Hashable {
    case text(String)
    case styled(Style, [Node])
    /// A link; `url` is absolute.
    case link(url: String, [Node])
    case display(Display, [Node])
  }

  public var nodes: [Node]

  public init(_ nodes: [Node] = []) { self.nodes = nodes }
}
