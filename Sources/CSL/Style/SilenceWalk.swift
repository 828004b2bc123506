/// A walk from a node to all it may render, asking each macro once.
protocol SilenceWalk {
  associatedtype Found

  var style: CompiledStyle { get }
  /// One for each macro of the style.
  var macros: [MacroSilence<Found>] { get set }

  /// What all children have in common; nil if one of them may give text anyway.
  mutating func silence(ofAll children: Range<Int32>) -> Found?
}

/// What is known of a macro while a walk goes on.
enum MacroSilence<Found> {
  case new, open
  case known(Found?)
}

extension SilenceWalk {
  /// A macro that calls itself is not looked into.
  mutating func macro(_ number: Int) -> Found? {
    switch macros[number] {
    case .known(let found): return found
    case .open: return nil
    case .new:
      macros[number] = .open
      let found = silence(ofAll: style.macros[number])
      macros[number] = .known(found)
      return found
    }
  }
}
