import Bibliography

extension StyleCompiler {
  /// Compiles the rendering elements inside an element; `names` is the block they substitute.
  mutating func compileChildren(of element: Int, within names: NamesBlock?) -> Range<Int32> {
    var compiled: [StyleNode] = []
    for child in document.children(of: element) {
      if let node = compile(child, within: names) { compiled.append(node) }
    }
    return add(compiled)
  }

  /// Siblings lie in a row, behind all that is inside them.
  mutating func add(_ siblings: [StyleNode]) -> Range<Int32> {
    let start = Int32(style.nodes.count)
    style.nodes += siblings
    return start..<Int32(style.nodes.count)
  }

  private mutating func compile(_ element: Int, within names: NamesBlock?) -> StyleNode? {
    switch document.elements[element].name {
    case .text: return compileText(element)
    case .number: return compileNumber(element)
    case .label: return compileLabel(element, variable: nil)
    case .date: return compileDate(element)
    case .names: return compileNames(element, within: names)
    case .group:
      var node = common(.group, element)
      node.children = compileChildren(of: element, within: names)
      return node
    case .choose: return compileChoose(element, within: names)
    default: return nil
    }
  }

  private mutating func compileChoose(_ element: Int, within names: NamesBlock?) -> StyleNode {
    var node = StyleNode(kind: .choose)
    var branches: [StyleNode] = []
    var isSettled = false
    for child in document.children(of: element) where !isSettled {
      var branch = StyleNode(kind: .branch)
      switch document.elements[child].name {
      case .if, .elseIf:
        let condition = condition(child)
        switch type.flatMap(condition.settled) {
        case false?: continue
        // What comes behind it is never reached.
        case true?: isSettled = true
        case nil:
          branch.a = Int32(style.conditions.count)
          style.conditions.append(condition)
        }
      case .else: break
      default: continue
      }
      branch.children = compileChildren(of: child, within: names)
      branches.append(branch)
    }
    node.children = add(branches)
    return node
  }

  /// A node with the formatting, affixes and delimiter of an element.
  mutating func common(_ kind: StyleNode.Kind, _ element: Int) -> StyleNode {
    var node = StyleNode(kind: kind)
    for index in document.elements[element].attributes {
      let attribute = document.attributes[Int(index)]
      switch attribute.name {
      case .prefix: node.prefix = text(attribute)
      case .suffix: node.suffix = text(attribute)
      case .delimiter: node.delimiter = text(attribute)
      default: readFormatting(attribute, into: &node.formatting)
      }
    }
    return node
  }

  mutating func text(_ attribute: XMLDocument.Attribute) -> Slice {
    style.pool.add(document.decoded(attribute.value))
  }

  func readFormatting(_ attribute: XMLDocument.Attribute, into formatting: inout Formatting) {
    readFormatting(attribute, in: document, into: &formatting)
  }

  func readFormatting(
    _ attribute: XMLDocument.Attribute, in document: XMLDocument, into formatting: inout Formatting
  ) {
    func choose(_ property: Formatting.Property, _ values: [String]) {
      if let index = values.firstIndex(of: document.string(attribute.value)) {
        formatting[property] = UInt32(index) + 1
      }
    }
    switch attribute.name {
    case .fontStyle: choose(.style, ["normal", "italic", "oblique"])
    case .fontVariant: choose(.variant, ["normal", "small-caps"])
    case .fontWeight: choose(.weight, ["normal", "bold", "light"])
    case .textDecoration: choose(.decoration, ["none", "underline"])
    case .verticalAlign: choose(.verticalAlign, ["baseline", "sup", "sub"])
    case .quotes: formatting.hasQuotes = document.string(attribute.value) == "true"
    case .stripPeriods: formatting.stripsPeriods = document.string(attribute.value) == "true"
    case .textCase:
      formatting.textCase =
        switch document.string(attribute.value) {
        case "lowercase": .lowercase
        case "uppercase": .uppercase
        case "capitalize-first": .capitalizeFirst
        case "capitalize-all": .capitalizeAll
        case "title": .title
        case "sentence": .sentence
        default: .none
        }
    case .display:
      formatting.display =
        switch document.string(attribute.value) {
        case "block": 1
        case "left-margin": 2
        case "right-inline": 3
        case "indent": 4
        default: 0
        }
    default: break
    }
  }

  private mutating func compileText(_ element: Int) -> StyleNode? {
    var node = common(.value, element)
    if let name = document.value(.variable, of: element) {
      node.kind = .variable
      node.a = Int32(VariableCode.table[name] ?? -1)
      node.form = document.value(.form, of: element) == "short" ? 1 : 0
      node.b = Int32(words(before: style.pool[node.prefix.range]))
    } else if let name = document.value(.macro, of: element) {
      node.kind = .macro
      node.a = macros[name] ?? -1
    } else if let name = document.value(.term, of: element) {
      node.kind = .term
      let form = document.value(.form, of: element).flatMap { TermForm(name: $0) } ?? .long
      let isPlural = document.value(.plural, of: element) == "true"
      node.a = style.terms.id(name) ?? -1
      node.text = node.a < 0 ? .empty : style.terms.text(node.a, form, isPlural: isPlural) ?? .empty
    } else if let value = document.attribute(.value, of: element) {
      node.text = style.pool.add(document.decoded(value))
      if style.pool[node.text.range].contains(where: { RichText.isSpecial($0) }) { node.form = 1 }
    } else {
      return nil
    }
    return node
  }

  /// How much of a prefix are words, no resolver's address: the beginning of
  /// `. DOI:https://doi.org/`.
  private func words(before prefix: ArraySlice<UInt8>) -> Int {
    guard prefix.contains(UInt8(ascii: "/")) else { return prefix.count }
    guard prefix.first != UInt8(ascii: "h"), let address = prefix.firstRange(of: "http".utf8)
    else { return 0 }
    return address.lowerBound - prefix.startIndex
  }

  private mutating func compileNumber(_ element: Int) -> StyleNode {
    var node = common(.number, element)
    node.a = Int32(VariableCode.table[document.value(.variable, of: element) ?? ""] ?? -1)
    let form: NumberForm =
      switch document.value(.form, of: element) {
      case "ordinal": .ordinal
      case "long-ordinal": .longOrdinal
      case "roman": .roman
      default: .numeric
      }
    node.form = form.rawValue
    return node
  }

  /// A label; that of names has no variable of its own.
  mutating func compileLabel(_ element: Int, variable: Int32?) -> StyleNode {
    var node = common(.label, element)
    node.a =
      variable ?? Int32(VariableCode.table[document.value(.variable, of: element) ?? ""] ?? -1)
    let form = document.value(.form, of: element).flatMap { TermForm(name: $0) } ?? .long
    node.form = form.rawValue
    let plural: PluralRule =
      switch document.value(.plural, of: element) {
      case "always": .always
      case "never": .never
      default: .contextual
      }
    node.b = plural.rawValue
    return node
  }

  private func condition(_ element: Int) -> Condition {
    var condition = Condition()
    func mask(_ value: XMLDocument.Text) -> UInt128 {
      var mask: UInt128 = 0
      for word in document.words(of: value) {
        guard let code = VariableCode.table[word] else {
          condition.hasUnknown = true
          continue
        }
        mask |= VariableCode.bit(code)
      }
      return mask
    }
    for index in document.elements[element].attributes {
      let attribute = document.attributes[Int(index)]
      let value = attribute.value
      switch attribute.name {
      case .match:
        condition.match =
          switch document.string(value) {
          case "any": .any
          case "none": .none
          default: .all
          }
      case .type:
        condition.asksType = true
        for word in document.words(of: value) {
          if let type = ItemType(name: word) { condition.types |= 1 << UInt64(type.rawValue) }
        }
      case .variable: condition.variables = mask(value)
      case .isNumeric: condition.numeric = mask(value)
      case .isUncertainDate: condition.uncertainDates = mask(value)
      case .locator:
        condition.asksLocator = true
        for word in document.words(of: value) {
          if let label = LocatorLabel(name: word) { condition.locators |= label.bit }
        }
      case .position:
        for word in document.words(of: value) {
          switch word {
          case "first": condition.positions |= 1
          case "subsequent": condition.positions |= 2
          case "ibid": condition.positions |= 4
          case "ibid-with-locator": condition.positions |= 8
          case "near-note": condition.positions |= 16
          default: condition.hasUnknown = true
          }
        }
      case .disambiguate:
        condition.asksDisambiguate = true
        condition.disambiguate = document.string(value) == "true"
      default: break
      }
    }
    condition.settle()
    return condition
  }
}

extension LocatorLabel {
  /// This label in a set of labels.
  var bit: UInt64 { 1 << UInt64(LocatorLabel.allCases.firstIndex(of: self) ?? 63) }
}
