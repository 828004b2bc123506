/// An item as the evaluator wants it: fixed places, masks, texts in the store's pool.
struct PreparedItem: Sendable {
  /// A bit of a set of types; 0 is no type.
  var typeBit: UInt64
  /// Which variables have a value.
  var present: UInt128
  /// Where the item's texts, name lists and dates begin in the store's arrays.
  var firstText: Int32
  var firstNames: Int32
  var firstDate: Int32
  /// nil: the item does not say.
  var isEnglish: Bool?
  /// Whether its language has the letters i and ı; nil: the item does not say.
  var isTurkish: Bool?
}

/// A text field.
struct PreparedText: Sendable {
  var slice: Slice
  /// Whether it holds `<`, quotation marks, apostrophes or superscript characters.
  var needsParsing: Bool
  /// Those in which its letters run.
  var directions: Directions = []
}

/// The people of a name variable, in the store's names.
struct NameList: Sendable {
  var people: Range<Int32>
  /// Whether the item says that there are more, without their names.
  var hasOthers: Bool
}

/// A name in the five parts of CSL, particles split off.
struct PreparedName: Sendable {
  var family = Slice.empty
  var given = Slice.empty
  var droppingParticle = Slice.empty
  var nonDroppingParticle = Slice.empty
  var suffix = Slice.empty
  var literal = Slice.empty
  /// Given and family name with the space between them, of a name that is no more.
  var natural = Slice.empty
  var hasCommaSuffix = false
  var isStaticallyOrdered = false
  /// Whether the script is one that puts spaces between the parts and may invert them.
  var isRomanesque = true
  var needsParsing = false
  /// Those in which its letters run.
  var directions: Directions = []

  var isLiteral: Bool { family.isEmpty && given.isEmpty }
}

/// A date variable.
struct PreparedDate: Sendable {
  struct Day: Sendable, Equatable {
    var year: Int32 = 0
    /// 0: none.
    var month: Int8 = 0
    var day: Int8 = 0
    /// 1 to 4; 0: none.
    var season: Int8 = 0
    var isPresent = false
  }

  var start = Day()
  var end = Day()
  var isOpenEnded = false
  var isApproximate = false
  var literal = Slice.empty
}
