/// A style in one language, ready to evaluate: no names left to look up, nothing to inherit.
///
/// Elements are in one array, siblings in a row; macros are shared by index (expanded they would be
/// millions), texts are slices of one pool.
struct CompiledStyle: Sendable {
  enum Context: Int, Sendable { case citation, bibliography }

  var pool: [UInt8] = []
  var nodes: [StyleNode] = []
  /// For each of the nodes what a walk asks first.
  var steps: [Step] = []
  /// The children of each macro.
  var macros: [Range<Int32>] = []
  var conditions: [Condition] = []
  var dates: [DateFormat] = []
  var names: [NamesBlock] = []
  /// The same with their options in citations and in the bibliography.
  var namesLayouts: [[NamesLayout]] = [[], []]
  var terms = TermTable()
  var options = StyleOptions()
  var citation = LayoutOptions()
  var usesCitationLabel = false
  /// What joins grouped cites when the style does not say: a comma, in notes the delimiter of
  /// the layout.
  var groupDelimiter = Slice.empty
  var bibliography: LayoutOptions?
  /// What stands between the pages of a range and for "&".
  var pageRangeDelimiter = Slice.empty
  var ampersand = Slice.empty
  var quotationMarks = QuotationMarks()
  /// Whether a text has characters that are set as raised base characters.
  var holdsRaised = false
}

/// The options of the whole style.
struct StyleOptions: Sendable {
  enum Demotion: Sendable { case never, sortOnly, displayAndSort }
  enum PageRangeFormat: Sendable { case chicago15, chicago16, expanded, minimal, minimalTwo }

  var isNote = false
  var language = "en-US"
  /// Whether an item without a language counts as English.
  var isEnglish = true
  /// Whether one has the letters i and ı (Turkish, Azerbaijani).
  var isTurkish = false
  /// Whether its words run from right to left.
  var runsRightToLeft = false
  var initializesWithHyphen = true
  var demotion = Demotion.displayAndSort
  var pageRangeFormat: PageRangeFormat?
  var punctuationInQuote = false
  var limitsDayOrdinalsToDay1 = false

  /// In which texts run that are kept apart.
  var oppositeDirection: Directions { runsRightToLeft ? .leftToRight : .rightToLeft }
}

/// A layout with the options of its `cs:citation` or `cs:bibliography`.
struct LayoutOptions: Sendable {
  enum Collapse: Sendable { case none, citationNumber, year, yearSuffix, yearSuffixRanged }
  enum GivennameRule: Sendable {
    case allNames, allNamesWithInitials, primaryName, primaryNameWithInitials, byCite
  }
  enum SubstituteRule: Sendable { case completeAll, completeEach, partialEach, partialFirst }

  var children: Range<Int32> = 0..<0
  var prefix = Slice.empty
  var suffix = Slice.empty
  var delimiter = Slice.empty
  var formatting = Formatting()
  var sortKeys: [SortKey] = []

  var addsNames = false
  var addsGivennames = false
  var givennameRule = GivennameRule.byCite
  /// Whether given names tell people apart even within one cite.
  var expandsAllNames: Bool {
    addsGivennames && (givennameRule == .allNames || givennameRule == .allNamesWithInitials)
  }
  var addsYearSuffix = false
  var collapse = Collapse.none
  /// Present when cites are grouped by author.
  var citeGroupDelimiter: Slice?
  var afterCollapseDelimiter: Slice?
  var yearSuffixDelimiter: Slice?
  var nearNoteDistance = 5

  var alignsSecondField = false
  var hangsIndent = false
  var authorSubstitute: Slice?
  var substituteRule = SubstituteRule.completeAll
  /// Whether the layout, through its macros, names this variable.
  var usesYearSuffix = false
  var usesDisambiguate = false
  var usesLocator = false
  /// Whether cites differ by where they stand.
  var usesPosition = false
}

/// One `cs:key`.
struct SortKey: Sendable {
  /// The code of a variable, or -1.
  var variable: Int32 = -1
  /// The node of a macro, or -1.
  var macro: Int32 = -1
  var isDescending = false
  var namesMin: Int?
  var namesUseFirst: Int?
  var namesUseLast: Bool?
}
