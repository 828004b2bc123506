/// A test input in which emoji digits mark places, so that nobody counts columns.
///
/// `"orcid: 1️⃣0000-0002-1825-0098"` becomes the text without the digit and the offset where it
/// stood. A digit that stands twice marks a range.
package struct MarkedText {
  /// The input without its marks.
  package private(set) var text = ""
  /// For each mark the byte offsets where it stood.
  package private(set) var offsets: [Character: [Int]] = [:]

  package var bytes: [UInt8] { Array(text.utf8) }

  package init(_ marked: String) {
    for character in marked {
      if Self.isMark(character) {
        offsets[character, default: []].append(text.utf8.count)
      } else {
        text.append(character)
      }
    }
  }

  private static func isMark(_ character: Character) -> Bool {
    let scalars = Array(character.unicodeScalars)
    return scalars.count == 3 && ("0"..."9").contains(scalars[0]) && scalars[1] == "\u{FE0F}"
      && scalars[2] == "\u{20E3}"
  }
}
