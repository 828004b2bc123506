/// What CSL has: which elements stand in which, and the values of attributes (CSL 1.0.2).
enum Vocabulary {
  private static let rendering: [ElementName] = [
    .text, .number, .label, .date, .names, .group, .choose,
  ]

  /// The elements that may stand in an element.
  static func children(of element: ElementName) -> [ElementName] {
    switch element {
    case .style: [.info, .locale, .macro, .citation, .bibliography]
    case .citation, .bibliography: [.sort, .layout]
    case .sort: [.key]
    case .layout, .macro, .group, .if, .elseIf, .else, .substitute: rendering
    case .choose: [.if, .elseIf, .else]
    case .names: [.name, .etAl, .label, .substitute]
    case .name: [.namePart]
    case .date: [.datePart]
    case .locale: [.info, .styleOptions, .date, .terms, .term]
    case .terms: [.term]
    case .term: [.single, .multiple]
    default: []
    }
  }

  /// Whether an element may stand in its parent once only.
  static func standsOnce(_ element: ElementName) -> Bool {
    switch element {
    case .citation, .bibliography, .sort, .layout, .else, .name, .etAl, .substitute, .styleOptions,
      .single, .multiple:
      true
    default: false
    }
  }

  /// The words that an attribute may have, one unless it is a `position`; nil where it has text.
  static func words(of attribute: AttributeName, on element: ElementName) -> [String]? {
    switch attribute {
    case .disambiguate, .disambiguateAddGivenname, .disambiguateAddNames,
      .disambiguateAddYearSuffix, .etAlUseLast, .hangingIndent, .initialize,
      .initializeWithHyphen, .limitDayOrdinalsToDay1, .namesUseLast, .punctuationInQuote, .quotes,
      .stripPeriods:
      ["true", "false"]
    case .and: ["text", "symbol"]
    case .class: ["in-text", "note"]
    case .collapse: ["citation-number", "year", "year-suffix", "year-suffix-ranged"]
    case .dateParts: ["year", "year-month", "year-month-day"]
    case .delimiterPrecedesEtAl, .delimiterPrecedesLast:
      ["contextual", "after-inverted-name", "always", "never"]
    case .demoteNonDroppingParticle: ["never", "sort-only", "display-and-sort"]
    case .display: ["block", "left-margin", "right-inline", "indent"]
    case .fontStyle: ["normal", "italic", "oblique"]
    case .fontVariant: ["normal", "small-caps"]
    case .fontWeight: ["normal", "bold", "light"]
    case .form: forms(of: element)
    case .gender: ["masculine", "feminine", "neuter"]
    case .genderForm: ["masculine", "feminine", "neuter"]
    case .givennameDisambiguationRule:
      [
        "all-names", "all-names-with-initials", "primary-name", "primary-name-with-initials",
        "by-cite",
      ]
    case .match:
      element == .term
        ? ["last-digit", "last-two-digits", "whole-number"] : ["all", "any", "none"]
    case .name where element == .datePart: ["year", "month", "day"]
    case .name where element == .namePart: ["family", "given"]
    case .nameAsSortOrder: ["first", "all"]
    case .nameForm: ["long", "short", "count"]
    case .pageRangeFormat:
      ["chicago", "chicago-15", "chicago-16", "expanded", "minimal", "minimal-two"]
    case .plural: element == .label ? ["contextual", "always", "never"] : ["true", "false"]
    case .position: ["first", "subsequent", "ibid", "ibid-with-locator", "near-note"]
    case .secondFieldAlign: ["flush", "margin", "false"]
    case .sort: ["ascending", "descending"]
    case .subsequentAuthorSubstituteRule:
      ["complete-all", "complete-each", "partial-each", "partial-first"]
    case .textCase:
      ["lowercase", "uppercase", "capitalize-first", "capitalize-all", "sentence", "title"]
    case .textDecoration: ["none", "underline"]
    case .verticalAlign: ["baseline", "sup", "sub"]
    default: nil
    }
  }

  /// A term's form is read with it.
  private static func forms(of element: ElementName) -> [String]? {
    switch element {
    case .date: ["text", "numeric"]
    case .datePart: ["long", "short", "numeric", "numeric-leading-zeros", "ordinal"]
    case .number: ["numeric", "ordinal", "roman", "long-ordinal"]
    case .name: ["long", "short", "count"]
    case .text, .label: ["long", "short", "verb", "verb-short", "symbol"]
    default: nil
    }
  }

  /// Whether an attribute is a number.
  static func isNumber(_ attribute: AttributeName) -> Bool {
    switch attribute {
    case .etAlMin, .etAlUseFirst, .etAlSubsequentMin, .etAlSubsequentUseFirst, .namesMin,
      .namesUseFirst, .nearNoteDistance, .lineSpacing, .entrySpacing:
      true
    default: false
    }
  }

  /// The largest number that means more than others.
  static let greatestNumber = 1_000_000

  /// A number, which space may surround (XML Schema, "integer").
  static func number(_ text: String) -> Int? {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count == 1 ? Int(words[0]) : nil
  }
}
