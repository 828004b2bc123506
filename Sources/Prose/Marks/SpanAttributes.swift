/// Attributes in braces, as behind a span in brackets, in a short text that is no document.
package struct SpanAttributes {
  package var attributes: Attributes
  /// The offset after the brace that closes them.
  package var end: Int

  /// The attributes that begin with the brace at an offset; nil where none do.
  package init?(at offset: Int, in text: [UInt8]) {
    let parser = AttributeParser(source: text, index: offset, end: text.count)
    guard let (attributes, end) = parser.parse() else { return nil }
    self.attributes = attributes
    self.end = end
  }
}
