extension CompiledStyle {
  /// The curly marks that a language's pair of terms stands for, if it is one of the two.
  func typedQuotes(_ open: FixedTerm, _ close: FixedTerm) -> Formatting.TypedQuotes {
    let pair = (pool[terms.text(open).range], pool[terms.text(close).range])
    if pair.0.elementsEqual("“".utf8), pair.1.elementsEqual("”".utf8) { return .double }
    if pair.0.elementsEqual("‘".utf8), pair.1.elementsEqual("’".utf8) { return .single }
    return .none
  }
}
