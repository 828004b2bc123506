/// A list of inlines, and what was said in it about the element it belongs to.
struct InlinePiece {
  /// What few texts say.
  struct Remarks {
    /// Attributes at the very end: those of a heading or caption.
    var trailing: (attributes: Attributes, range: Range<Int>)?
    /// The names that `\label{…}` gives the element.
    var labels: [String] = []
    /// How the list counts that it begins an item of.
    var numbering: List.Numbering?
    /// Whether it begins with the colon of a definition.
    var isDefinition = false
  }

  /// Kept apart, so that most pieces are small.
  private indirect enum Said {
    case nothing
    case remarks(Remarks)
  }

  var inlines: [Inline]
  private var said = Said.nothing

  init(inlines: [Inline]) { self.inlines = inlines }

  var remarks: Remarks {
    get { if case .remarks(let remarks) = said { remarks } else { Remarks() } }
    set { said = .remarks(newValue) }
  }

  var saysNothing: Bool { if case .nothing = said { true } else { false } }

  /// Puts back attributes that belong to nothing.
  mutating func restoreTrailing(_ state: inout ReadingState) {
    guard !saysNothing, let (_, range) = remarks.trailing else { return }
    remarks.trailing = nil
    state.restoreAttributes(at: range, into: &inlines)
  }
}
