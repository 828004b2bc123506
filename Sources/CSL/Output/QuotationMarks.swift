/// The quotation marks of a language, and those that are as they were typed.
struct QuotationMarks: Sendable {
  enum Pair: UInt8 { case outer, inner, double, single }

  /// The opening and the closing sign of each pair.
  private let signs: [[UInt8]]
  /// The curly marks that are the language's outer and inner ones.
  private let outer: Formatting.TypedQuotes
  private let inner: Formatting.TypedQuotes

  init(_ terms: TermTable = TermTable(), pool: [UInt8] = []) {
    let names: [FixedTerm] = [.openQuote, .closeQuote, .openInnerQuote, .closeInnerQuote]
    let own = names.map { Array(pool[terms.text($0).range]) }
    signs = own + ["“", "”", "‘", "’"].map { Array($0.utf8) }
    outer = Self.typed(own[0], own[1])
    inner = Self.typed(own[2], own[3])
  }

  private static func typed(_ open: [UInt8], _ close: [UInt8]) -> Formatting.TypedQuotes {
    if open.elementsEqual("“".utf8), close.elementsEqual("”".utf8) { return .double }
    if open.elementsEqual("‘".utf8), close.elementsEqual("’".utf8) { return .single }
    return .none
  }

  /// The marks at a depth.
  ///
  /// Curly ones that are not the outer ones of the language stand as they were typed: ‘less’ in a
  /// title, or the letters of ‘ulamā’.
  func pair(_ typed: Formatting.TypedQuotes, depth: Int) -> Pair {
    let byDepth: Pair = depth % 2 == 0 ? .outer : .inner
    if typed == .none || typed == outer { return byDepth }
    if typed == inner { return depth == 0 ? .inner : byDepth }
    return typed == .double ? .double : .single
  }

  /// The sign that opens or closes a quotation.
  func sign(_ mark: Serializer.Mark) -> [UInt8] {
    signs[Int(mark.info & 0xFF) * 2 + (mark.opens ? 0 : 1)]
  }
}
