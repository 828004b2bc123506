/// The options of `cs:name`, each set or inherited (CSL 1.0.2, "Name" and "Inheritable Name
/// Options").
struct NameOptions: Sendable {
  enum And: UInt8, Sendable { case none, text, symbol }
  enum Precedes: UInt8, Sendable { case contextual, afterInvertedName, always, never }
  enum Form: UInt8, Sendable { case long, short, count }
  enum SortOrder: UInt8, Sendable { case none, first, all }

  var and: And?
  var delimiter: Slice?
  var delimiterPrecedesEtAl: Precedes?
  var delimiterPrecedesLast: Precedes?
  var etAlMin: Int?
  var etAlUseFirst: Int?
  var etAlSubsequentMin: Int?
  var etAlSubsequentUseFirst: Int?
  var etAlUseLast: Bool?
  var form: Form?
  var initialize: Bool?
  var initializeWith: Slice?
  var nameAsSortOrder: SortOrder?
  var sortSeparator: Slice?
  /// `names-delimiter`, between two variables of a block.
  var namesDelimiter: Slice?

  /// These options, completed by those of an outer element.
  func inheriting(_ outer: NameOptions) -> NameOptions {
    var result = self
    result.and = and ?? outer.and
    result.delimiter = delimiter ?? outer.delimiter
    result.delimiterPrecedesEtAl = delimiterPrecedesEtAl ?? outer.delimiterPrecedesEtAl
    result.delimiterPrecedesLast = delimiterPrecedesLast ?? outer.delimiterPrecedesLast
    result.etAlMin = etAlMin ?? outer.etAlMin
    result.etAlUseFirst = etAlUseFirst ?? outer.etAlUseFirst
    result.etAlSubsequentMin = etAlSubsequentMin ?? outer.etAlSubsequentMin
    result.etAlSubsequentUseFirst = etAlSubsequentUseFirst ?? outer.etAlSubsequentUseFirst
    result.etAlUseLast = etAlUseLast ?? outer.etAlUseLast
    result.form = form ?? outer.form
    result.initialize = initialize ?? outer.initialize
    result.initializeWith = initializeWith ?? outer.initializeWith
    result.nameAsSortOrder = nameAsSortOrder ?? outer.nameAsSortOrder
    result.sortSeparator = sortSeparator ?? outer.sortSeparator
    result.namesDelimiter = namesDelimiter ?? outer.namesDelimiter
    return result
  }
}

/// The options of a names block in one context, all of them resolved.
struct ResolvedNameOptions: Sendable {
  var and: NameOptions.And
  var delimiter: Slice
  var delimiterPrecedesEtAl: NameOptions.Precedes
  var delimiterPrecedesLast: NameOptions.Precedes
  var etAlMin: Int
  var etAlUseFirst: Int
  var etAlSubsequentMin: Int
  var etAlSubsequentUseFirst: Int
  var etAlUseLast: Bool
  var form: NameOptions.Form
  var initialize: Bool
  /// Absent: given names are not initialized.
  var initializeWith: Slice
  var hasInitializeWith: Bool
  var nameAsSortOrder: NameOptions.SortOrder
  var sortSeparator: Slice
  var namesDelimiter: Slice

  init(_ options: NameOptions, comma: Slice) {
    and = options.and ?? .none
    delimiter = options.delimiter ?? comma
    delimiterPrecedesEtAl = options.delimiterPrecedesEtAl ?? .contextual
    delimiterPrecedesLast = options.delimiterPrecedesLast ?? .contextual
    // Without a count of names to keep there is no abbreviation.
    etAlMin = options.etAlUseFirst == nil ? 0 : options.etAlMin ?? 0
    etAlUseFirst = options.etAlUseFirst ?? 1
    etAlSubsequentMin = options.etAlSubsequentMin ?? etAlMin
    etAlSubsequentUseFirst = options.etAlSubsequentUseFirst ?? etAlUseFirst
    etAlUseLast = options.etAlUseLast ?? false
    form = options.form ?? .long
    initialize = options.initialize ?? true
    initializeWith = options.initializeWith ?? .empty
    hasInitializeWith = options.initializeWith != nil
    nameAsSortOrder = options.nameAsSortOrder ?? .none
    sortSeparator = options.sortSeparator ?? comma
    namesDelimiter = options.namesDelimiter ?? .empty
  }

  var abbreviatesSubsequentOtherwise: Bool {
    etAlSubsequentMin != etAlMin || etAlSubsequentUseFirst != etAlUseFirst
  }
}

/// Formatting and affixes of a name or of one of its parts.
struct NamePartFormat: Sendable {
  var formatting = Formatting()
  var prefix = Slice.empty
  var suffix = Slice.empty

  var hasAffixes: Bool { prefix.count | suffix.count != 0 }
}

/// A compiled `cs:names`.
struct NamesBlock: Sendable {
  /// Codes of name variables, in the order of the style.
  var variables: [UInt8]
  /// The options set on `cs:name` and `cs:names`.
  var own: NameOptions
  var name = NamePartFormat()
  var family = NamePartFormat()
  var given = NamePartFormat()
  var etAl = Slice.empty
  var etAlFormat = NamePartFormat()
  /// The node of the `cs:label`, or -1.
  var label: Int32 = -1
  var labelStandsFirst = false
  /// Into `CompiledStyle.nodes`.
  var substitute: Range<Int32> = 0..<0
}

/// A names block with its options in citations or in the bibliography.
///
/// A class, because every list of names asks it for its two dozen settings.
final class NamesLayout: Sendable {
  let block: NamesBlock
  let options: ResolvedNameOptions
  /// What stands between the last two names, without the delimiter and with it.
  let and: Slice
  let delimiterAnd: Slice
  /// What stands before "et al." where no delimiter does.
  let etAlSpace: Slice
  /// Whether given and family name stand as the item has them, in one format.
  let setsNamesWhole: Bool

  init(
    _ block: NamesBlock, _ options: ResolvedNameOptions, and: Slice, delimiterAnd: Slice,
    etAlSpace: Slice
  ) {
    self.block = block
    self.options = options
    self.and = and
    self.delimiterAnd = delimiterAnd
    self.etAlSpace = etAlSpace
    setsNamesWhole =
      !options.hasInitializeWith && !block.given.hasAffixes && !block.family.hasAffixes
      && block.given.formatting == block.family.formatting
      && block.family.formatting.textCase == .none
  }
}
