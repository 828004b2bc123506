/// The formatting, quotes, text case and display of one element, in 32 bits.
struct Formatting: Sendable, Hashable {
  var bits: UInt32 = 0

  enum TextCase: UInt32 {
    case none, lowercase, uppercase, capitalizeFirst, capitalizeAll, title, sentence
  }

  enum TypedQuotes: UInt32 {
    case none, double, single
  }

  /// The properties that a style may set: each a field of two bits, 0 for "not set".
  enum Property: UInt32 {
    case style = 0
    case variant = 2
    case weight = 4
    case decoration = 6
    case verticalAlign = 8
  }

  static let italic = Formatting(.style, 2)
  static let bold = Formatting(.weight, 2)
  static let smallCaps = Formatting(.variant, 2)
  static let superscript = Formatting(.verticalAlign, 2)
  static let `subscript` = Formatting(.verticalAlign, 3)
  static let none = Formatting()

  init() {}

  init(_ property: Property, _ value: UInt32) { self[property] = value }

  subscript(property: Property) -> UInt32 {
    get { bits >> property.rawValue & 3 }
    set { bits = bits & ~(3 << property.rawValue) | newValue << property.rawValue }
  }

  private subscript(flag index: UInt32) -> Bool {
    get { bits >> index & 1 == 1 }
    set { bits = newValue ? bits | 1 << index : bits & ~(1 << index) }
  }

  var hasQuotes: Bool {
    get { self[flag: 10] }
    set { self[flag: 10] = newValue }
  }

  var stripsPeriods: Bool {
    get { self[flag: 11] }
    set { self[flag: 11] = newValue }
  }

  /// Text whose letter case stays as it is, whatever an element asks for.
  var isNocase: Bool {
    get { self[flag: 18] }
    set { self[flag: 18] = newValue }
  }

  /// Whether letters keep their case: `nocase`, and small capitals and what is raised or lowered by
  /// a tag in the text.
  var keepsCase: Bool {
    isNocase || isMarkup && (self[.variant] == 2 || self[.verticalAlign] > 1)
  }

  /// From a tag in the text: italic in italic becomes upright.
  var isMarkup: Bool {
    get { self[flag: 20] }
    set { self[flag: 20] = newValue }
  }

  /// Quotation marks into which no punctuation moves.
  var keepsPunctuation: Bool {
    get { self[flag: 21] }
    set { self[flag: 21] = newValue }
  }

  /// The curly marks with which quoted text was typed; `none` for straight ones.
  var typedQuotes: TypedQuotes {
    get { TypedQuotes(rawValue: bits >> 22 & 3) ?? .none }
    set { bits = bits & ~(3 << 22) | newValue.rawValue << 22 }
  }

  /// Text with markup that reaches the output as a link.
  var isLink: Bool {
    get { self[flag: 19] }
    set { self[flag: 19] = newValue }
  }

  /// One cite of several.
  var isCite: Bool {
    get { self[flag: 24] }
    set { self[flag: 24] = newValue }
  }

  /// The text of one name or field that runs against the words of the style.
  var isIsolated: Bool {
    get { self[flag: 25] }
    set { self[flag: 25] = newValue }
  }

  var textCase: TextCase {
    get { TextCase(rawValue: bits >> 12 & 7) ?? .none }
    set { bits = bits & ~(7 << 12) | newValue.rawValue << 12 }
  }

  /// 0, or 1 more than the raw value of a display.
  var display: UInt32 {
    get { bits >> 15 & 7 }
    set { bits = bits & ~(7 << 15) | newValue << 15 }
  }

  /// What the serializer has to open and close: fonts, quotes, display, links, cites, isolates.
  var visible: Formatting {
    var result = self
    result.bits &= 0x3FF | 1 << 10 | 7 << 15 | 1 << 19 | 3 << 24
    return result
  }

  /// Only the fonts.
  var fonts: UInt32 { bits & 0x3FF }
}
