/// Tags of HTML as browsers read them (HTML, "Tokenization").
enum HTMLTag {
  /// So far the marks of quoted values are followed, lest a text of them be read again and again.
  private static let longest = 4096

  /// The `>` that ends a tag, given without its `<`: none inside a quoted value; nil without one.
  static func end(of text: Substring) -> String.Index? {
    var quote: Character?
    var follows = false
    for index in text.prefix(longest).indices {
      let character = text[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == ">" {
        return index
      } else if follows, character == "\"" || character == "'" {
        quote = character
      }
      // A mark opens a value behind `=` alone.
      follows = character == "=" || follows && character.isWhitespace
    }
    return text.firstIndex(of: ">")
  }

  /// The value of an attribute, with its character references; nil if the tag has none of the name.
  static func value(of name: String, in tag: Substring) -> Substring? {
    var rest = tag.drop { !$0.isWhitespace && $0 != "/" }
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      guard !rest.isEmpty else { return nil }
      let found = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
      rest = rest[found.endIndex...].drop(while: \.isWhitespace)
      var value: Substring = ""
      if rest.first == "=" {
        rest = rest.dropFirst().drop(while: \.isWhitespace)
        if let quote = rest.first, quote == "\"" || quote == "'" {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest[value.endIndex...].dropFirst()
        } else {
          value = rest.prefix { !$0.isWhitespace }
          rest = rest[value.endIndex...]
        }
      } else if found.isEmpty {
        return nil
      }
      if found.lowercased() == name { return value }
    }
  }
}
