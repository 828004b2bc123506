extension RichTextScanner {
  /// Where in a text each kind of stretch ends for the last time.
  struct LastEnds {
    private var places: [[Unicode.Scalar]: Int] = [:]

    init(in text: [Unicode.Scalar]) {
      for place in text.indices.reversed() {
        let closings: [[Unicode.Scalar]]
        switch text[place] {
        case "<": closings = Stretch.tags.map(\.closing)
        case "]": closings = [["]", "{"], ["]", "("]]
        case "*", "_":
          closings = Stretch.emphasis.map(\.closing).filter { Self.ends($0, at: place, in: text) }
        default: continue
        }
        for closing in closings
        where places[closing] == nil && text[place...].starts(with: closing) {
          places[closing] = place
        }
      }
    }

    /// Whether `closing` stands behind the character at `index`.
    func isClosed(_ closing: [Unicode.Scalar], after index: Int) -> Bool {
      places[closing, default: 0] > index
    }

    /// Whether a mark of emphasis that stands at `place` may close.
    private static func ends(
      _ mark: [Unicode.Scalar], at place: Int, in text: [Unicode.Scalar]
    ) -> Bool {
      guard place > 0, !text[place - 1].isBlank, text[place - 1] != "\\" else { return false }
      let next = place + mark.count
      return mark != ["_"] || next >= text.count || !text[next].properties.isAlphabetic
    }
  }
}
