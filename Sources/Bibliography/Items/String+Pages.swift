extension String {
  /// Pages with a hyphen between them, which CSL makes a dash itself, and full-width digits and letters
  /// as narrow ones: `34-56` of `３４－５６`.
  var withPlainHyphens: String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var plain = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "–", "〜", "～": plain.append("-")
      case "\u{FF01}"..."\u{FF5D}": plain.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// Pages without the word that a style puts before them, as in "pp 12-15".
  var withoutPageWord: String {
    guard let first = utf8.first, first &- 0x30 > 9,
      let word = prefixMatch(of: /(?:[pP][pP]?\.?|S\.|[Pp]ages?|Seiten?|[Pp][áa]gs?\.)\s*(?=\d)/)
    else { return self }
    return String(self[word.range.upperBound...])
  }
}
