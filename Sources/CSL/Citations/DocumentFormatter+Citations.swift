import Bibliography
import Reporting

extension DocumentFormatter {
  /// One citation: its cites sorted, evaluated, grouped, collapsed and joined.
  mutating func formatCitation(_ index: Int) -> FormattedText {
    let cites = sorted(index)
    evaluator.tree.removeAll()
    let root = evaluator.tree.makeContainer()
    if cites.first?.form == .authorOnly || cites.first?.form == .composite {
      appendAuthor(cites[0], to: root)
    }
    if cites.first?.form != .authorOnly { appendCitation(cites, to: root) }
    let text = serializer.format(root, of: evaluator.tree)
    if let item = trace?.item, cites.contains(where: { $0.state.item == item }) {
      note("Citation \(index + 1), joined", evaluator.tree.description(of: root))
      note("Citation \(index + 1), formatted", text.html)
    }
    return text
  }

  /// The names that the running text takes over.
  private mutating func appendAuthor(_ cite: ResolvedCite, to root: Int32) {
    evaluator.begin(cite.state, in: .citation)
    let whole = evaluator.evaluateCite()
    let names =
      evaluator.tree.find(.names, in: whole) ?? evaluator.tree.find(.substitute, in: whole)
    // A style of numbers names nobody.
    guard let names else { return }
    evaluator.tree.nodes[Int(names)].next = -1
    evaluator.tree.append(names, to: root)
  }

  private mutating func appendCitation(_ cites: [ResolvedCite], to root: Int32) {
    let layout = style.citation
    var evaluated: [EvaluatedCite] = []
    evaluated.reserveCapacity(cites.count)
    for (index, cite) in cites.enumerated() {
      evaluated.append(
        compared(cite, index, of: cites.count) ?? evaluate(cite, index, isCompared: cites.count > 1)
      )
      note("Cite, evaluated", tree: evaluated[index].root, of: cite.state.item)
    }
    if style.options.isNote, cites.count == 1, cites[0].form != .normal,
      evaluator.tree.nodes[Int(evaluated[0].root)].first < 0
    {
      // A note has to say something.
      var named = cites[0]
      named.form = .normal
      evaluated[0] = evaluate(named, 0, isCompared: false)
    }
    if evaluated.count > 1 {
      group(&evaluated)
      collapse(&evaluated)
    }
    let body = evaluator.tree.makeContainer(layout.formatting)
    if !layout.prefix.isEmpty { evaluator.appendAffix(layout.prefix, .prefix, to: body) }
    let start = evaluator.tree.nodes[Int(body)].last
    var previous: Int?
    for index in evaluated.indices
    where evaluator.tree.nodes[Int(evaluated[index].root)].first >= 0 {
      if let previous {
        appendDelimiter(between: evaluated[previous], evaluated[index], to: body)
      }
      if document.marksCites, evaluated.count > 1 { markCite(evaluated[index]) }
      evaluator.tree.append(evaluated[index].root, to: body)
      previous = index
    }
    guard evaluator.tree.nodes[Int(body)].last != start else { return }
    if !layout.suffix.isEmpty { evaluator.appendAffix(layout.suffix, .suffix, to: body) }
    // Behind the author whom the running text takes over.
    if evaluator.tree.nodes[Int(root)].first >= 0 {
      evaluator.tree.appendByte(0x20, tag: .delimiter, to: root)
    }
    evaluator.tree.append(body, to: root)
  }

  private mutating func markCite(_ cite: EvaluatedCite) {
    evaluator.tree.nodes[Int(cite.root)].format.isCite = true
    evaluator.tree.nodes[Int(cite.root)].info = Int32(cite.cite.state.item)
  }

  /// A cite that disambiguation has evaluated.
  private mutating func compared(_ cite: ResolvedCite, _ index: Int, of count: Int)
    -> EvaluatedCite?
  {
    guard let tree = comparedTree(for: cite) else { return nil }
    let root = evaluator.tree.makeContainer(sharing: tree, tag: .cite)
    var result = EvaluatedCite(cite: cite, root: root)
    if count > 1 { result.read(evaluator.tree) }
    return result
  }

  private mutating func evaluate(_ cite: ResolvedCite, _ index: Int, isCompared: Bool)
    -> EvaluatedCite
  {
    let suppressesAuthor = cite.form == .suppressAuthor || cite.form == .composite
    evaluator.begin(cite.state, in: .citation)
    evaluator.suppressesAuthor = suppressesAuthor
    defer { evaluator.suppressesAuthor = false }
    let root = evaluator.evaluateCite()
    if suppressesAuthor, !evaluator.suppressesAuthor {
      evaluator.tree.dropLeadingPunctuation(of: root)
    }
    var result = EvaluatedCite(cite: cite, root: root)
    if isCompared { result.read(evaluator.tree) }
    if style.options.isNote, index == 0 && cite.prefix.isEmpty || endsSentence(cite.prefix) {
      evaluator.capitalizeFirstTerm(in: root)
    }
    addAffixes(cite, to: root)
    return result
  }

  /// Whether a prefix is a sentence, of two words at least.
  private func endsSentence(_ prefix: Slice) -> Bool {
    var text = evaluator.pool[prefix.range]
    while text.last == 0x20 { text.removeLast() }
    while let last = text.last, last == UInt8(ascii: "\"") || last == UInt8(ascii: ")") {
      text.removeLast()
    }
    if text.suffix(3).elementsEqual([0xE2, 0x80, 0x9D]) { text.removeLast(3) }
    guard let last = text.last else { return false }
    return (last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?"))
      && text.drop { $0 == 0x20 }.contains(0x20)
  }

  /// The author's own texts round a cite, with a space between.
  private mutating func addAffixes(_ cite: ResolvedCite, to root: Int32) {
    evaluator.richText.keepsPunctuation = true
    defer { evaluator.richText.keepsPunctuation = false }
    if !cite.prefix.isEmpty {
      let node = evaluator.tree.makeContainer(tag: .citePrefix)
      evaluator.richText.append(
        cite.prefix.range, of: evaluator.pool, to: node, in: &evaluator.tree)
      let last = evaluator.pool[cite.prefix.range.upperBound - 1]
      if last != 0x20, CiteAffix.wantsSpace(after: evaluator.pool[cite.prefix.range]) {
        evaluator.tree.appendByte(0x20, to: node)
      }
      evaluator.tree.insert(node, after: -1, in: root)
    }
    if !cite.suffix.isEmpty {
      let node = evaluator.tree.makeContainer(tag: .citeSuffix)
      if CiteAffix.wantsSpace(before: evaluator.pool[cite.suffix.range]) {
        evaluator.tree.appendByte(0x20, to: node)
      }
      evaluator.richText.append(
        cite.suffix.range, of: evaluator.pool, to: node, in: &evaluator.tree)
      evaluator.tree.append(node, to: root)
    }
  }

  /// Evaluates a cite of a group again, without the names it shares with the one before.
  mutating func withoutAuthor(_ cite: EvaluatedCite) -> EvaluatedCite {
    var bare = cite.cite
    bare.form = .suppressAuthor
    var result = evaluate(bare, 0, isCompared: false)
    result.names = cite.names
    result.year = cite.year
    result.groupsWithPrevious = cite.groupsWithPrevious
    return result
  }

  private mutating func appendDelimiter(
    between previous: EvaluatedCite, _ cite: EvaluatedCite, to body: Int32
  ) {
    let layout = style.citation
    let delimiter: Slice =
      switch cite.joint {
      case .cite:
        previous.endsCollapse ? layout.afterCollapseDelimiter ?? layout.delimiter : layout.delimiter
      case .group: layout.citeGroupDelimiter ?? style.groupDelimiter
      case .yearSuffix: layout.yearSuffixDelimiter ?? layout.citeGroupDelimiter ?? layout.delimiter
      case .range: style.terms.text(.citationRangeDelimiter)
      }
    if cite.joint == .cite,
      evaluator.pool[previous.cite.suffix.range].last == UInt8(ascii: ",")
        || evaluator.pool[cite.cite.prefix.range].first == UInt8(ascii: ",")
    {
      // The author's own comma joins them.
      if evaluator.pool[cite.cite.prefix.range].first != UInt8(ascii: ",") {
        evaluator.tree.appendByte(0x20, tag: .delimiter, to: body)
      }
      return
    }
    if cite.joint == .range, delimiter.isEmpty {
      evaluator.tree.appendText(ArraySlice("\u{2013}".utf8), tag: .delimiter, to: body)
    } else {
      evaluator.appendAffix(delimiter, .delimiter, to: body)
    }
  }
}

/// How the text round a cite is spaced.
enum CiteAffix {
  static func wantsSpace(after prefix: ArraySlice<UInt8>) -> Bool {
    // The decoder makes something else of what is left of the letter before.
    let text = String(decoding: prefix.suffix(4), as: UTF8.self)
    guard let last = text.unicodeScalars.last else { return false }
    switch last {
    case "(", "[", "-", "/", "\u{A0}", "‘", "’", "“": return false
    default: return !last.standsWithoutBlanks
    }
  }

  static func trimmed(_ text: String.UTF8View) -> ArraySlice<UInt8> {
    var result = Array(text)[...]
    while result.first == 0x20 { result.removeFirst() }
    while result.last == 0x20 { result.removeLast() }
    return result
  }

  static func wantsSpace(before suffix: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: suffix.prefix(4), as: UTF8.self)
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    case " ", ",", ".", ";", ":", "!", "?", ")", "]", "،", "؛", "؟", "۔": return false
    default: return !first.isEastAsianMark
    }
  }
}

/// A cite as a tree, with what grouping and collapsing compare.
struct EvaluatedCite {
  /// What joins a cite to the one before it.
  enum Joint { case cite, group, yearSuffix, range }

  var cite: ResolvedCite
  var root: Int32
  /// Hashes of its names and its year; 0 without.
  var names: UInt64 = 0
  var year: UInt64 = 0
  var joint = Joint.cite
  /// Whether it is the last of a collapsed group.
  var endsCollapse = false
  var groupsWithPrevious = false

  mutating func read(_ tree: OutputTree) {
    if let node = tree.find(.names, in: root) ?? tree.find(.substitute, in: root) {
      var hash = TextHash()
      hash.add(node, tree)
      names = hash.value
    }
    if let node = tree.find(.year, in: root) {
      var hash = TextHash()
      hash.add(node, tree)
      year = hash.value
    }
  }
}
