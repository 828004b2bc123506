extension String {
  /// Pages without the word that a style puts before them, as in "pp 12-15".
  var withoutPageWord: String {
    guard let first = utf8.first, first &- 0x30 > 9,
      let word = prefixMatch(of: /(?:[pP][pP]?\.?|S\.|[Pp]ages?|Seiten?|[Pp][áa]gs?\.)\s*(?=\d)/)
    else { return self }
    return String(self[word.range.upperBound...])
  }
}
