import Bibliography

/// Makes the compiled form of a style in a language.
///
/// Lenient by design: what a style gets wrong has been reported when it was read, and means here
/// what CSL's default means. `StyleCompiler+Nodes.swift` compiles rendering elements,
/// `StyleCompiler+Names.swift` names, `StyleCompiler+Options.swift` citation and bibliography.
struct StyleCompiler {
  let document: XMLDocument
  var style = CompiledStyle()
  var macros: [String: Int32] = [:]
  var localizedDates: [(document: XMLDocument, element: Int)] = []
  var comma: Slice
  /// Works of other types need no elements; nil where all are wanted.
  let type: ItemType?

  static func compile(
    _ source: Style, locales: [Locale], language: String?, overrides: [Locale],
    type: ItemType? = nil
  ) -> CompiledStyle {
    var compiler = StyleCompiler(source, type)
    compiler.readLocales(source, locales, language, overrides)
    compiler.readStyle()
    return compiler.style
  }

  private init(_ source: Style, _ type: ItemType?) {
    document = source.document
    self.type = type
    comma = style.pool.add(", ".utf8)
  }

  /// Merges the locales from the weakest to the strongest (CSL 1.0.2, "Locale Fallback").
  private mutating func readLocales(
    _ source: Style, _ locales: [Locale], _ language: String?, _ overrides: [Locale]
  ) {
    let chosen = language ?? source.defaultLocale ?? "en-US"
    style.options.language = chosen
    style.options.isTurkish = chosen.hasPrefix("tr") || chosen.hasPrefix("az")
    style.options.isEnglish = (source.defaultLocale ?? "en").hasPrefix("en")
    let fallbacks = Locale.fallbacks(for: chosen)
    var merged: [(locale: Locale, isOfStyle: Bool)] = []
    for language in fallbacks.reversed() {
      merged += locales.filter { $0.language == language }.map { ($0, false) }
    }
    let primary = chosen.split(separator: "-").first.map(String.init) ?? chosen
    for wanted in primary == chosen ? ["", chosen] : ["", primary, chosen] {
      merged += source.locales.filter { $0.language == wanted }.map { ($0, true) }
    }
    merged += overrides.map { ($0, true) }
    var dates: [String: (XMLDocument, Int)] = [:]
    for (locale, isOfStyle) in merged {
      style.terms.merge(locale.terms, isOfStyle: isOfStyle, pool: &style.pool)
      for date in locale.dates {
        dates[locale.document.value(.form, of: date) ?? "text"] = (locale.document, date)
      }
      if let value = locale.punctuationInQuote { style.options.punctuationInQuote = value }
      if let value = locale.limitsDayOrdinalsToDay1 {
        style.options.limitsDayOrdinalsToDay1 = value
      }
    }
    let delimiter = style.terms.text(.pageRangeDelimiter)
    style.pageRangeDelimiter = delimiter.isEmpty ? style.pool.add("\u{2013}".utf8) : delimiter
    let and = style.terms.text(FixedTerm.and.rawValue, .symbol) ?? .empty
    style.ampersand = and.isEmpty ? style.pool.add("&".utf8) : and
    style.options.runsRightToLeft =
      style.pool[style.terms.text(.and).range].hasRightToLeftLetters
    localizedDates = dates.values.map { (document: $0.0, element: $0.1) }
  }

  private mutating func readStyle() {
    style.options.isNote = document.value(.class, of: 0) == "note"
    var options = NameOptions()
    readNameOptions(of: 0, into: &options)
    readStyleOptions()
    var definitions: [Int] = []
    for child in document.children(of: 0) where document.elements[child].name == .macro {
      guard let name = document.value(.name, of: child), macros[name] == nil else { continue }
      macros[name] = Int32(definitions.count)
      definitions.append(child)
    }
    for definition in definitions {
      style.macros.append(compileChildren(of: definition, within: nil))
    }
    var areas: [NameOptions] = [options, options]
    for child in document.children(of: 0) {
      switch document.elements[child].name {
      case .citation:
        style.citation = readLayout(child, names: &areas[0], outer: options)
      case .bibliography:
        style.bibliography = readLayout(child, names: &areas[1], outer: options)
      default: break
      }
    }
    arrangeNodes()
    style.groupDelimiter = style.options.isNote ? style.citation.delimiter : comma
    for block in style.names {
      for area in 0..<2 {
        let options = ResolvedNameOptions(block.own.inheriting(areas[area]), comma: comma)
        style.namesLayouts[area].append(layout(of: block, options))
      }
    }
    style.quotationMarks = QuotationMarks(style.terms, pool: style.pool)
    style.holdsRaised = Superscripts.stand(in: style.pool.span)
    findUses()
    findSteps()
  }

  private mutating func arrangeNodes() {
    var arrangement = NodeArrangement(style)
    if var bibliography = style.bibliography {
      arrangement.place(&bibliography)
      style.bibliography = bibliography
    }
    arrangement.place(&style.citation)
    style.nodes = arrangement.nodes
    style.conditions = arrangement.conditions
    style.names = arrangement.names
    style.macros = arrangement.macros
  }

  private mutating func readStyleOptions() {
    for index in document.elements[0].attributes {
      let attribute = document.attributes[Int(index)]
      switch (attribute.name, document.string(attribute.value)) {
      case (.initializeWithHyphen, let value):
        style.options.initializesWithHyphen = value != "false"
      case (.demoteNonDroppingParticle, "never"): style.options.demotion = .never
      case (.demoteNonDroppingParticle, "sort-only"): style.options.demotion = .sortOnly
      case (.pageRangeFormat, "chicago"), (.pageRangeFormat, "chicago-15"):
        style.options.pageRangeFormat = .chicago15
      case (.pageRangeFormat, "chicago-16"): style.options.pageRangeFormat = .chicago16
      case (.pageRangeFormat, "expanded"): style.options.pageRangeFormat = .expanded
      case (.pageRangeFormat, "minimal"): style.options.pageRangeFormat = .minimal
      case (.pageRangeFormat, "minimal-two"): style.options.pageRangeFormat = .minimalTwo
      default: break
      }
    }
  }

  /// Notes which layouts place the year-suffix themselves, test `disambiguate` or the position.
  private mutating func findUses() {
    let isYearSuffix: (StyleNode) -> Bool = {
      ($0.kind == .variable || $0.kind == .number)
        && ($0.a == VariableCode.code(.yearSuffix) || $0.a == VariableCode.code(.citationLabel))
    }
    style.usesCitationLabel = style.nodes.contains {
      $0.kind == .variable && $0.a == VariableCode.code(.citationLabel)
    }
    style.citation.usesYearSuffix = uses(style.citation.children, isYearSuffix)
    style.citation.usesLocator = uses(style.citation.children) {
      ($0.kind == .variable || $0.kind == .number) && $0.a == VariableCode.code(.locator)
    }
    style.citation.usesDisambiguate = uses(style.citation.children) {
      [conditions = style.conditions]
      in
      $0.kind == .branch && $0.a >= 0 && conditions[Int($0.a)].asksDisambiguate
    }
    style.citation.usesPosition =
      style.namesLayouts[0].contains(where: \.options.abbreviatesSubsequentOtherwise)
      || uses(style.citation.children) { [conditions = style.conditions] in
        $0.kind == .branch && $0.a >= 0 && conditions[Int($0.a)].positions != 0
      }
    if let bibliography = style.bibliography {
      let usesYearSuffix = uses(bibliography.children, isYearSuffix)
      style.bibliography?.usesYearSuffix = usesYearSuffix
    }
  }

  private func uses(_ children: Range<Int32>, _ test: (StyleNode) -> Bool) -> Bool {
    var seen = [Bool](repeating: false, count: style.macros.count)
    var open = Array(children)
    while let place = open.popLast() {
      let node = style.nodes[Int(place)]
      if test(node) { return true }
      open += node.children
      if node.kind == .names { open += style.names[Int(node.a)].substitute }
      if node.kind == .macro, node.a >= 0, !seen[Int(node.a)] {
        seen[Int(node.a)] = true
        open += style.macros[Int(node.a)]
      }
    }
    return false
  }
}
