/// A character by name or number, such as `&amp;` or `&#8217;`, in a short text that is no document
/// (CommonMark §2.5).
package struct CharacterReference {
  package var text: String
  /// The offset after its semicolon.
  package var end: Int

  /// As long as the longest name with what stands round it, `&CounterClockwiseContourIntegral;`.
  private static let greatestLength = 33

  /// The reference that begins with the ampersand at an offset; nil where none does that is known.
  package init?(at offset: Int, in text: [Unicode.Scalar]) {
    let name = text[(offset + 1)...].prefix(Self.greatestLength).prefix {
      $0.properties.isASCIIHexDigit || $0 == "#" || ("A"..."Z").contains($0)
        || ("a"..."z").contains($0)
    }
    end = name.endIndex + 1
    guard !name.isEmpty, name.endIndex < text.count, text[name.endIndex] == ";",
      let character = CMarkReader.text(
        ofReference: String(String.UnicodeScalarView(text[offset..<end])))
    else { return nil }
    self.text = character
  }
}
