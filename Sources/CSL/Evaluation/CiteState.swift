/// What a cite adds to its item: everything an evaluation depends on besides style and item.
struct CiteState: Sendable {
  var item = 0
  /// The locator's text in the evaluator's pool; nil without one.
  var locator: Slice?
  var locatorLabel = LocatorLabel.page
  /// Bits as in `Condition.positions`.
  var positions: UInt8 = 0
  var firstNote = 0
  var citationNumber = 0
  var hints = Hints()

  static let subsequent: UInt8 = 2
  /// Where cites are compared: as later ones, near a note.
  static let compared: UInt8 = subsequent | 16
}

/// What disambiguation has decided for an item (CSL 1.0.2, "Disambiguation").
struct Hints: Sendable, Hashable {
  /// For each list of names in the order of their rendering: how many to show at least.
  var shownNames: [Int] = []
  /// For each list and each of its names how far the given name is expanded: 0, 1, 2.
  var givens: [[UInt8]] = []
  /// What `disambiguate="true"` tests.
  var disambiguates = false
  /// 1 is "a"; 0 is none.
  var yearSuffix = 0

  var isEmpty: Bool {
    yearSuffix == 0 && !disambiguates && shownNames.isEmpty && givens.isEmpty
  }
}
