extension StyleCompiler {
  /// Compiles `cs:names`; without children of its own, inside `cs:substitute`, it takes those of
  /// the block it stands for (CSL 1.0.2, "Substitute").
  mutating func compileNames(_ element: Int, within outer: NamesBlock?) -> StyleNode {
    var node = common(.names, element)
    var block = NamesBlock(variables: nameVariables(of: element), own: NameOptions())
    let isShorthand = document.elements[element].firstChild < 0 && outer != nil
    if let outer, isShorthand {
      let variables = block.variables
      block = outer
      block.variables = variables
      block.substitute = 0..<0
    }
    if document.attribute(.delimiter, of: element) != nil {
      block.own.namesDelimiter = node.delimiter
    }
    node.delimiter = .empty
    var hasName = isShorthand
    var substitute: Int?
    for child in document.children(of: element) {
      switch document.elements[child].name {
      case .name:
        readName(child, into: &block)
        hasName = true
      case .etAl: readEtAl(child, into: &block)
      case .label:
        block.label = add([compileLabel(child, variable: -1)]).lowerBound
        block.labelStandsFirst = !hasName
      case .substitute: substitute = child
      default: break
      }
    }
    if block.label >= 0, !hasName { block.labelStandsFirst = false }
    if let substitute { block.substitute = compileChildren(of: substitute, within: block) }
    if block.etAl.isEmpty { block.etAl = style.terms.text(.etAl) }
    node.a = Int32(style.names.count)
    style.names.append(block)
    return node
  }

  /// A names block with its options in one context.
  mutating func layout(of block: NamesBlock, _ options: ResolvedNameOptions) -> NamesLayout {
    let joins = options.and != .none
    let needsSpace = !Script.isIdeographic(style.pool[block.etAl.range])
    return NamesLayout(
      block, options, and: joins ? and(options, hasDelimiter: false) : .empty,
      delimiterAnd: joins ? and(options, hasDelimiter: true) : .empty,
      etAlSpace: needsSpace ? style.pool.add([0x20]) : .empty)
  }

  /// "and" or "&" between spaces; a term may bring its own.
  private mutating func and(_ options: ResolvedNameOptions, hasDelimiter: Bool) -> Slice {
    let term =
      options.and == .symbol ? [UInt8(ascii: "&")] : style.pool[style.terms.text(.and).range]
    // "甲和乙": neither comma nor space round a Chinese or Japanese "and".
    guard !Script.isIdeographic(term) else { return style.pool.add(term) }
    var text = hasDelimiter ? Array(style.pool[options.delimiter.range]) : []
    let isHebrew = Script.isHebrewAnd(term)
    let endsInSpace = String(decoding: term, as: UTF8.self).last?.isWhitespace ?? true
    let bringsSpace = term.first == 0x20 || isHebrew && endsInSpace
    if !bringsSpace, text.last != 0x20 { text.append(0x20) }
    text += term
    if !isHebrew, !endsInSpace { text.append(0x20) }
    return style.pool.add(text)
  }

  private func nameVariables(of element: Int) -> [UInt8] {
    (document.attribute(.variable, of: element).map(document.words) ?? [])
      .compactMap { VariableCode.table[$0] }
      .filter { $0 >= VariableCode.firstName && $0 < VariableCode.firstDate }
      .map { UInt8($0) }
  }

  private mutating func readName(_ element: Int, into block: inout NamesBlock) {
    readNameOptions(of: element, into: &block.own)
    let node = common(.group, element)
    block.name = NamePartFormat(
      formatting: node.formatting, prefix: node.prefix, suffix: node.suffix)
    for child in document.children(of: element) where document.elements[child].name == .namePart {
      let node = common(.group, child)
      let format = NamePartFormat(
        formatting: node.formatting, prefix: node.prefix, suffix: node.suffix)
      switch document.value(.name, of: child) {
      case "family": block.family = format
      case "given": block.given = format
      default: break
      }
    }
  }

  private mutating func readEtAl(_ element: Int, into block: inout NamesBlock) {
    let node = common(.group, element)
    block.etAlFormat = NamePartFormat(
      formatting: node.formatting, prefix: node.prefix, suffix: node.suffix)
    if let term = document.value(.term, of: element), let id = style.terms.id(term) {
      block.etAl = style.terms.text(id, .long) ?? .empty
    }
  }

  /// Reads the options that an element sets; the outer ones come later, by inheritance.
  mutating func readNameOptions(of element: Int, into options: inout NameOptions) {
    let isName = document.elements[element].name == .name
    for index in document.elements[element].attributes {
      let attribute = document.attributes[Int(index)]
      let value = document.string(attribute.value)
      switch attribute.name {
      case .and: options.and = value == "text" ? .text : value == "symbol" ? .symbol : options.and
      case .nameDelimiter: options.delimiter = text(attribute)
      case .delimiter where isName: options.delimiter = text(attribute)
      case .namesDelimiter: options.namesDelimiter = text(attribute)
      case .delimiterPrecedesEtAl: options.delimiterPrecedesEtAl = precedes(value)
      case .delimiterPrecedesLast: options.delimiterPrecedesLast = precedes(value)
      case .etAlMin: options.etAlMin = number(value)
      case .etAlUseFirst: options.etAlUseFirst = number(value)
      case .etAlSubsequentMin: options.etAlSubsequentMin = number(value)
      case .etAlSubsequentUseFirst: options.etAlSubsequentUseFirst = number(value)
      case .etAlUseLast: options.etAlUseLast = value == "true"
      case .nameForm: options.form = form(value)
      case .form where isName: options.form = form(value)
      case .initialize: options.initialize = value != "false"
      case .initializeWith: options.initializeWith = text(attribute)
      case .nameAsSortOrder:
        options.nameAsSortOrder =
          value == "all" ? .all : value == "first" ? .first : NameOptions.SortOrder.none
      case .sortSeparator: options.sortSeparator = text(attribute)
      default: break
      }
    }
  }

  /// A count; what is no number counts as absent.
  func number(_ value: String) -> Int? {
    Vocabulary.number(value).map { min(max($0, 0), Vocabulary.greatestNumber) }
  }

  private func precedes(_ value: String) -> NameOptions.Precedes {
    switch value {
    case "always": .always
    case "never": .never
    case "after-inverted-name": .afterInvertedName
    default: .contextual
    }
  }

  private func form(_ value: String) -> NameOptions.Form {
    switch value {
    case "short": .short
    case "count": .count
    default: .long
    }
  }
}
