extension StyleCompiler {
  /// Compiles `cs:citation` or `cs:bibliography`; its name options go to `names`.
  mutating func readLayout(_ element: Int, names: inout NameOptions, outer: NameOptions)
    -> LayoutOptions
  {
    var options = LayoutOptions()
    var own = NameOptions()
    readNameOptions(of: element, into: &own)
    names = own.inheriting(outer)
    for index in document.elements[element].attributes {
      readOption(document.attributes[Int(index)], into: &options)
    }
    for child in document.children(of: element) {
      switch document.elements[child].name {
      case .layout:
        let node = common(.group, child)
        options.prefix = node.prefix
        options.suffix = node.suffix
        options.delimiter = node.delimiter
        options.formatting = node.formatting
        options.children = compileChildren(of: child, within: nil)
      case .sort:
        for key in document.children(of: child) where document.elements[key].name == .key {
          if let key = sortKey(key) { options.sortKeys.append(key) }
        }
      default: break
      }
    }
    return options
  }

  private mutating func readOption(
    _ attribute: XMLDocument.Attribute, into options: inout LayoutOptions
  ) {
    let value = document.string(attribute.value)
    switch attribute.name {
    case .disambiguateAddNames: options.addsNames = value == "true"
    case .disambiguateAddGivenname: options.addsGivennames = value == "true"
    case .disambiguateAddYearSuffix: options.addsYearSuffix = value == "true"
    case .givennameDisambiguationRule:
      options.givennameRule =
        switch value {
        case "all-names": .allNames
        case "all-names-with-initials": .allNamesWithInitials
        case "primary-name": .primaryName
        case "primary-name-with-initials": .primaryNameWithInitials
        default: .byCite
        }
    case .collapse:
      options.collapse =
        switch value {
        case "citation-number": .citationNumber
        case "year": .year
        case "year-suffix": .yearSuffix
        case "year-suffix-ranged": .yearSuffixRanged
        default: .none
        }
    case .citeGroupDelimiter:
      // Empty is as good as none: years would run into each other.
      let delimiter = text(attribute)
      if !delimiter.isEmpty { options.citeGroupDelimiter = delimiter }
    case .afterCollapseDelimiter: options.afterCollapseDelimiter = text(attribute)
    case .yearSuffixDelimiter: options.yearSuffixDelimiter = text(attribute)
    case .nearNoteDistance: options.nearNoteDistance = number(value) ?? 5
    case .secondFieldAlign: options.alignsSecondField = value == "flush" || value == "margin"
    case .hangingIndent: options.hangsIndent = value == "true"
    case .subsequentAuthorSubstitute: options.authorSubstitute = text(attribute)
    case .subsequentAuthorSubstituteRule:
      options.substituteRule =
        switch value {
        case "complete-each": .completeEach
        case "partial-each": .partialEach
        case "partial-first": .partialFirst
        default: .completeAll
        }
    default: break
    }
  }

  private func sortKey(_ element: Int) -> SortKey? {
    var key = SortKey()
    if let name = document.value(.variable, of: element) {
      key.variable = Int32(VariableCode.table[name] ?? -1)
    } else if let name = document.value(.macro, of: element) {
      key.macro = macros[name] ?? -1
    }
    guard key.variable >= 0 || key.macro >= 0 else { return nil }
    key.isDescending = document.value(.sort, of: element) == "descending"
    key.namesMin = document.value(.namesMin, of: element).flatMap(number)
    key.namesUseFirst = document.value(.namesUseFirst, of: element).flatMap(number)
    key.namesUseLast = document.value(.namesUseLast, of: element).map { $0 == "true" }
    return key
  }
}
