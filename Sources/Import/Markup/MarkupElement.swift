package import Reporting

/// An element of an XML file, with its place: what the importers read.
package struct MarkupElement: Sendable {
  package enum Child: Sendable {
    case element(MarkupElement)
    case text(String)
  }

  /// Without a namespace prefix.
  package var name: String
  package var attributes: [String: String]
  package var children: [Child]
  /// The content as it stands in the file, of an element whose content was not to be read.
  package var bytes: ArraySlice<UInt8> = []
  /// The start tag.
  package var range: SourceRange

  package init(
    name: String, attributes: [String: String] = [:], children: [Child] = [], range: SourceRange
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.range = range
  }

  /// The child elements in order.
  package var elements: [MarkupElement] {
    children.compactMap { child in
      if case .element(let element) = child { element } else { nil }
    }
  }

  package func elements(named name: String) -> [MarkupElement] {
    elements.filter { $0.name == name }
  }

  package func first(_ name: String) -> MarkupElement? {
    elements.first { $0.name == name }
  }

  /// All text below, as it stands.
  package var text: String {
    children.map { child in
      switch child {
      case .element(let element): element.text
      case .text(let text): text
      }
    }.joined()
  }

  /// The text without white space around it; nil when nothing is left.
  package var content: String? {
    text.trimmed.nilWhenEmpty
  }

  /// An attribute that is there and not empty.
  package func attribute(_ name: String) -> String? {
    attributes[name]?.trimmed.nilWhenEmpty
  }
}

extension String {
  /// Without white space at either end.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  package var nilWhenEmpty: String? { isEmpty ? nil : self }
}
