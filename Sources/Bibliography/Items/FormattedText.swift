/// Text with formatting: what the CSL processor makes of an item, before it becomes HTML or plain
/// text.
///
/// The characters stand in a row; marks say where formats begin and end, and nest as brackets do.
public struct FormattedText: Sendable, Hashable {
  public enum Style: Sendable, Hashable, CaseIterable {
    case italic, normalStyle
    case bold, normalWeight, light
    case smallCaps, normalVariant
    case underline, noUnderline
    case superscript, `subscript`, baseline
  }

  /// CSL's `display` attribute and second-field alignment (CSL 1.0.2, "Display").
  public enum Display: Sendable, Hashable, CaseIterable {
    case block, leftMargin, rightInline, indent
  }

  public enum Format: Sendable, Hashable {
    case styled(Style)
    /// A link; `url` is absolute.
    case link(url: String)
    case display(Display)
    /// One cite of several in a citation; `item` is the place of its item in the document.
    case cite(item: Int)
    /// One name or field with letters that run against the words of the style. It is kept apart, so
    /// that what stands beside it keeps its place (Unicode, UAX 9, "Isolates").
    case isolated
  }

  /// Where a format begins or ends.
  public struct Mark: Sendable, Hashable {
    public var format: Format
    public var opens: Bool
    /// In the bytes of the text.
    public var place: Int

    public init(_ format: Format, opens: Bool, at place: Int) {
      self.format = format
      self.opens = opens
      self.place = place
    }
  }

  /// The characters, in UTF-8.
  public var bytes: [UInt8]
  public var marks: [Mark]

  public init(_ bytes: [UInt8] = [], marks: [Mark] = []) {
    self.bytes = bytes
    self.marks = marks
  }

  public var isEmpty: Bool { bytes.isEmpty }

  /// The same for a line that runs against the words of the style itself.
  public var withoutIsolates: FormattedText {
    guard marks.contains(where: { $0.format == .isolated }) else { return self }
    return FormattedText(bytes, marks: marks.filter { $0.format != .isolated })
  }

  /// The mark that ends what another one begins.
  public func end(of mark: Int) -> Int {
    var depth = 0
    for index in marks.indices[mark...] {
      depth += marks[index].opens ? 1 : -1
      if depth == 0 { return index }
    }
    return marks.endIndex - 1
  }
}
