import Reporting

/// A page's template with its partials put in: steps that are walked without comparing names.
struct Template: Sendable {
  enum Step: Sendable {
    /// Bytes of `literals`.
    case literal(Range<Int>)
    /// Text, escaped.
    case text(Place)
    /// Finished markup.
    case markup(Place)
    /// The steps before `end`, for each record of the value or while there is one; whether records
    /// that are opened within ask the one that it opens.
    case section(Place, isAsked: Bool, end: Int)
    /// The steps before `end`, while there is no value.
    case inverted(Place, end: Int)
    /// The steps before `end`, for the first of a list, or for all others.
    case first(Bool, end: Int)
    /// The steps before `end`, for the last of a list, or for all others.
    case last(Bool, end: Int)
  }

  /// Where a value stands: a field of one of the records that are open, and fields in that.
  struct Place: Sendable {
    /// Counted from the outermost.
    var record: Int
    /// Nil for the record itself.
    var field: Int?
    /// Fields of fields: numbers of `paths`.
    var rest: Range<Int>
  }

  var steps: [Step] = []
  var literals: [UInt8] = []
  var paths: [Int] = []

  /// Adds a part of the literals to a page.
  func put(_ literal: Range<Int>, behind page: inout [UInt8]) {
    page.append(contentsOf: literals.span.extracting(literal))
  }
}
