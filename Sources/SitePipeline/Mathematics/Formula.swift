import Reporting

/// A formula as its author wrote it.
package struct Formula: Sendable, Hashable {
  /// LaTeX, without the marks around it.
  package var tex: String
  /// Whether it stands on a line of its own.
  package var isDisplayed: Bool

  package init(tex: String, isDisplayed: Bool) {
    self.tex = tex
    self.isDisplayed = isDisplayed
  }
}

/// What became of each formula: MathML, or why there is none.
package struct FormulaTable: Sendable {
  package enum Outcome: Sendable, Hashable {
    /// A whole `math` element, in the namespace of MathML.
    case mathML(String)
    /// What the converter says of the formula, as a phrase.
    case failed(String)
  }

  private var outcomes: [Formula: Outcome]

  package init(_ outcomes: [Formula: Outcome] = [:]) {
    self.outcomes = outcomes
  }

  /// Nil when the formula was never given to a converter.
  package subscript(formula: Formula) -> Outcome? {
    get { outcomes[formula] }
    set { outcomes[formula] = newValue }
  }

  package var count: Int { outcomes.count }

  /// All outcomes in an order that depends on nothing but the formulas.
  var sorted: [(formula: Formula, outcome: Outcome)] {
    outcomes.sorted { a, b in
      a.key.tex == b.key.tex
        ? !a.key.isDisplayed && b.key.isDisplayed
        : a.key.tex.precedes(b.key.tex)
    }.map { ($0.key, $0.value) }
  }
}
