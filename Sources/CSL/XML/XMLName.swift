/// The element names of styles and locales; any other is `other`.
enum ElementName: String, CaseIterable {
  case other = ""
  case style, info, locale, macro, citation, bibliography, layout, sort, key
  case text, number, label, date, names, name, group, choose, substitute
  case datePart = "date-part"
  case etAl = "et-al"
  case namePart = "name-part"
  case `if`, `else`
  case elseIf = "else-if"
  case terms, term, single, multiple
  case styleOptions = "style-options"
  case title, id, link
}

/// The attribute names of styles and locales; any other is `other`.
enum AttributeName: String, CaseIterable {
  case other = ""
  case afterCollapseDelimiter = "after-collapse-delimiter"
  case and
  case citationFormat = "citation-format"
  case citationNumber = "citation-number"
  case citeGroupDelimiter = "cite-group-delimiter"
  case `class`
  case collapse
  case dateParts = "date-parts"
  case defaultLocale = "default-locale"
  case delimiter
  case delimiterPrecedesEtAl = "delimiter-precedes-et-al"
  case delimiterPrecedesLast = "delimiter-precedes-last"
  case demoteNonDroppingParticle = "demote-non-dropping-particle"
  case disambiguate
  case disambiguateAddGivenname = "disambiguate-add-givenname"
  case disambiguateAddNames = "disambiguate-add-names"
  case disambiguateAddYearSuffix = "disambiguate-add-year-suffix"
  case display
  case entrySpacing = "entry-spacing"
  case etAlMin = "et-al-min"
  case etAlSubsequentMin = "et-al-subsequent-min"
  case etAlSubsequentUseFirst = "et-al-subsequent-use-first"
  case etAlUseFirst = "et-al-use-first"
  case etAlUseLast = "et-al-use-last"
  case fontStyle = "font-style"
  case fontVariant = "font-variant"
  case fontWeight = "font-weight"
  case form
  case gender
  case genderForm = "gender-form"
  case givennameDisambiguationRule = "givenname-disambiguation-rule"
  case hangingIndent = "hanging-indent"
  case href
  case initialize
  case initializeWith = "initialize-with"
  case initializeWithHyphen = "initialize-with-hyphen"
  case isNumeric = "is-numeric"
  case isUncertainDate = "is-uncertain-date"
  case lang = "xml:lang"
  case limitDayOrdinalsToDay1 = "limit-day-ordinals-to-day-1"
  case lineSpacing = "line-spacing"
  case locator
  case macro
  case match
  case name
  case nameAsSortOrder = "name-as-sort-order"
  case nameDelimiter = "name-delimiter"
  case nameForm = "name-form"
  case namesDelimiter = "names-delimiter"
  case namesMin = "names-min"
  case namesUseFirst = "names-use-first"
  case namesUseLast = "names-use-last"
  case nearNoteDistance = "near-note-distance"
  case pageRangeFormat = "page-range-format"
  case plural
  case position
  case prefix
  case punctuationInQuote = "punctuation-in-quote"
  case quotes
  case rangeDelimiter = "range-delimiter"
  case rel
  case secondFieldAlign = "second-field-align"
  case sort
  case sortSeparator = "sort-separator"
  case stripPeriods = "strip-periods"
  case subsequentAuthorSubstitute = "subsequent-author-substitute"
  case subsequentAuthorSubstituteRule = "subsequent-author-substitute-rule"
  case suffix
  case term
  case textCase = "text-case"
  case textDecoration = "text-decoration"
  case type
  case value
  case variable
  case version
  case verticalAlign = "vertical-align"
  case yearSuffixDelimiter = "year-suffix-delimiter"
}

/// Looks names up once for each tag, so that the rest of the module compares integers.
struct XMLNames {
  private let elements: [String: ElementName]
  private let attributes: [String: AttributeName]

  init() {
    elements = Dictionary(uniqueKeysWithValues: ElementName.allCases.map { ($0.rawValue, $0) })
    attributes = Dictionary(uniqueKeysWithValues: AttributeName.allCases.map { ($0.rawValue, $0) })
  }

  func element(_ bytes: ArraySlice<UInt8>) -> ElementName {
    elements[String(decoding: bytes, as: UTF8.self)] ?? .other
  }

  func attribute(_ bytes: ArraySlice<UInt8>) -> AttributeName {
    attributes[String(decoding: bytes, as: UTF8.self)] ?? .other
  }
}
