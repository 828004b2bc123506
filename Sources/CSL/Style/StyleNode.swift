import Bibliography

/// One element of a compiled style; what the numbers mean depends on its kind.
struct StyleNode: Sendable {
  enum Kind: UInt8, Sendable {
    /// A variable `a`; `form` 1 for the short form. Of one that becomes a link `b` says how much of
    /// the prefix stands outside.
    case variable
    /// The macro `a`, whose children are the node's.
    case macro
    /// Fixed text in `text`, from a term or a value.
    case term, value
    /// The variable `a` as a number; `form` is a `NumberForm`.
    case number
    /// The label of variable `a`; `form` is a `TermForm`, `b` a `PluralRule`.
    case label
    /// The date variable `a` in the format `b`.
    case date
    /// The names block `a`.
    case names
    case group
    /// The branches are children of kind `branch`.
    case choose
    /// The condition `a`, or -1 where there is nothing to ask beyond the node's `Step`.
    case branch
  }

  var kind: Kind
  var form: UInt8 = 0
  var formatting = Formatting()
  var prefix = Slice.empty
  var suffix = Slice.empty
  var delimiter = Slice.empty
  var text = Slice.empty
  var a: Int32 = -1
  var b: Int32 = -1
  /// Into `CompiledStyle.nodes`.
  var children: Range<Int32> = 0..<0

  var hasAffixes: Bool { prefix.count | suffix.count != 0 }
}

/// How `cs:number` writes a number.
enum NumberForm: UInt8, Sendable {
  case numeric, ordinal, longOrdinal, roman
}

/// When a label is plural.
enum PluralRule: Int32, Sendable {
  case contextual, always, never
}

/// The test of one branch of `cs:choose`.
struct Condition: Sendable {
  enum Match: UInt8, Sendable { case all, any, none }

  var types: UInt64 = 0
  var match = Match.all
  /// Whether types are tested, known or not.
  var asksType = false
  /// A test that names only unknown things, hence is false.
  var hasUnknown = false
  /// Whether anything but types and the presence of variables is tested.
  private(set) var asksMoreThanVariables = false
  var variables: UInt128 = 0
  var numeric: UInt128 = 0
  var uncertainDates: UInt128 = 0
  var locators: UInt64 = 0
  var asksLocator = false
  /// Bits: first, subsequent, ibid, ibid-with-locator, near-note.
  var positions: UInt8 = 0
  var asksDisambiguate = false
  /// The wanted value of `disambiguate`.
  var disambiguate = true

  /// Settles, when all tests are known, what would cost time to find out for each item.
  mutating func settle() {
    asksMoreThanVariables =
      numeric | uncertainDates != 0 || asksLocator || positions != 0 || asksDisambiguate
  }

  /// What the condition comes to for works of a type; nil where that depends on more.
  func settled(for type: ItemType) -> Bool? {
    guard asksType, !hasUnknown else { return nil }
    let isMeant = types >> UInt64(type.rawValue) & 1 == 1
    switch match {
    case .all where !isMeant, .none where isMeant: return false
    case .any where isMeant: return true
    default: return variables != 0 || asksMoreThanVariables ? nil : match != .any
    }
  }
}

/// The format of one date, localized or not (CSL 1.0.2, "Date").
struct DateFormat: Sendable {
  var parts: [DatePart] = []
  var delimiter = Slice.empty
}

/// A part of a date format.
struct DatePart: Sendable {
  enum Kind: UInt8, Sendable { case year, month, day }
  enum Form: UInt8, Sendable {
    case long, short, numeric, numericLeadingZeros, ordinal
  }

  var kind: Kind
  var form: Form
  var formatting = Formatting()
  var prefix = Slice.empty
  var suffix = Slice.empty
  var rangeDelimiter = Slice.empty
}
