/// A short text with emphasis, such as a title: plain runs and formatted runs.
///
/// Authors write it in Markdown's `*emphasis*` or in the tags of CSL-JSON; readers make this.
package struct RichText: Sendable, Hashable, Codable {
  package enum Style: UInt8, Sendable, Hashable, Codable {
    case plain, italic, bold, superscript, `subscript`, smallCaps
  }

  package struct Run: Sendable, Hashable, Codable {
    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  package var runs: [Run]

  package init(_ runs: [Run]) { self.runs = runs }

  package init(_ text: String) { runs = [Run(text)] }

  /// The text alone.
  package var plain: String { runs.map(\.text).joined() }
}
