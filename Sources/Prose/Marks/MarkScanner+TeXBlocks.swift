/// Headings, lists, quotations and code that are written in LaTeX, rewritten as Markdown.
extension MarkScanner {
  /// `\begin{equation}…\end{equation}` is a formula; blocks are rewritten where they begin a line;
  /// other environments are left out.
  mutating func scanEnvironment(after nameEnd: Int) {
    guard let environment = environments.environment(at: index, until: index + 20_000, in: source)
    else { return leaveOut(after: nameEnd, name: "begin") }
    let (content, range) = (environment.content, environment.range)
    // Numbers are ours to give: each environment becomes the one without.
    switch environment.name {
    case "equation", "displaymath", "math", "subequations":
      putMath(content, over: range, isDisplay: true)
    case "align", "flalign": putMath(content, over: range, isDisplay: true, in: "align*")
    case "alignat": putMath(content, over: range, isDisplay: true, in: "alignat*")
    case "gather", "multline": putMath(content, over: range, isDisplay: true, in: "gather*")
    case "eqnarray": putMath(content, over: range, isDisplay: true, in: "array", columns: "{rcl}")
    case let name where putFloat(name, content, over: range): break
    case _ where beginsUnindentedLine(index) && blockPrefixes.isEmpty && isReadable(environment):
      put(environment)
      finishBlocks(range)
    default: put(.leftOut(.tex), over: range)
    }
  }

  private func beginsUnindentedLine(_ offset: Int) -> Bool {
    offset == start || source[offset - 1] == UInt8(ascii: "\n")
  }

  /// `\section{…}`, with the words on one line.
  mutating func putHeading(_ name: String, after nameEnd: Int) {
    let brace = byte(nameEnd) == UInt8(ascii: "*") ? nameEnd + 1 : nameEnd
    guard beginsUnindentedLine(index), blockPrefixes.isEmpty, let close = argumentEnd(brace),
      source[brace + 1..<close].contains(where: { !isBlank($0) })
    else { return leaveOut(after: nameEnd, name: name) }
    let level =
      switch name {
      case "subsection": 2
      case "subsubsection": 3
      case "paragraph": 4
      default: 1
      }
    let range = index..<close + 1
    flush(upTo: index)
    text.put("\n\n\(String(repeating: "#", count: level)) ".utf8, for: range)
    found.headings.append(brace + 1..<close)
    putWords(brace + 1..<close)
    finishBlocks(range)
  }

  // MARK: - Environments

  /// Whether every word of an environment would be kept, and its like may stand in each other.
  private mutating func isReadable(_ environment: LaTeXEnvironment) -> Bool {
    switch environment.name {
    case "quote", "quotation", "center", "flushleft", "flushright", "abstract": return true
    case "itemize", "enumerate", "description":
      let (before, items) = environment.items(in: source, environments)
      return !items.isEmpty
        && LaTeXFloat(source: source, content: before).isUnderstood(besides: nil)
        && (environment.name != "description" || haveTerms(items))
    default: return environment.isVerbatim
    }
  }

  /// Writes an environment after what stands before it in the same item.
  private mutating func put(_ environment: LaTeXEnvironment) {
    flush(upTo: environment.range.lowerBound)
    if blockPrefixes.isEmpty { text.put("\n".utf8, for: environment.range) }
    switch environment.name {
    case "itemize", "enumerate", "description": putList(environment)
    case "quote", "quotation":
      putLine(at: environment.range.lowerBound)
      putParts(of: environment.content, marker: "> ", prefix: "> ")
    case _ where environment.isVerbatim: putCode(environment)
    default:
      putLine(at: environment.range.lowerBound)
      putParts(of: environment.content, marker: "", prefix: "")
    }
    index = environment.range.upperBound
    copied = index
  }

  private mutating func putList(_ environment: LaTeXEnvironment) {
    let items = environment.items(in: source, environments).items
    let marker = environment.name == "enumerate" ? "1. " : "- "
    let haveTerms = haveTerms(items)
    for item in items {
      putLine(at: item.lowerBound)
      if haveTerms, let term = label(of: item) {
        putDefinition(item, term)
      } else {
        putParts(
          of: item, marker: marker, prefix: String(repeating: " ", count: marker.utf8.count))
      }
    }
  }

  /// Whether each item says what it is about, so that together they are definitions.
  private func haveTerms(_ items: [Range<Int>]) -> Bool {
    items.allSatisfy { label(of: $0) != nil }
  }

  private mutating func putDefinition(_ item: Range<Int>, _ term: Range<Int>) {
    guard hasRoom(for: item) else { return }
    putLine(at: item.lowerBound)
    putWords(term)
    putLine(at: term.upperBound)
    text.put("+  ".utf8, for: item)
    text.put(Mark(kind: .definition, range: item.lowerBound..<term.upperBound))
    putParts(of: term.upperBound + 1..<item.upperBound, marker: "", prefix: "   ")
  }

  /// What stands in square brackets at the beginning of an item.
  private func label(of item: Range<Int>) -> Range<Int>? {
    guard let open = source[item].firstIndex(where: { !isBlank($0) }),
      source[open] == UInt8(ascii: "["),
      let close = source[open..<item.upperBound].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    return open + 1..<close
  }

  /// Begins a line of the list or quotation.
  private mutating func putLine(at offset: Int) {
    text.put("\n\(blockPrefixes.joined())".utf8, for: offset..<offset)
  }

  /// Writes the paragraphs and environments of an item, the first behind a marker, the other lines
  /// behind as much.
  private mutating func putParts(of content: Range<Int>, marker: String, prefix: String) {
    text.put(marker.utf8, for: content.lowerBound..<content.lowerBound)
    blockPrefixes.append(prefix)
    var isFirst = true
    var place = content.lowerBound
    while let begin = source[place..<content.upperBound].firstIndex(where: { !isBlank($0) }) {
      if let environment = block(at: begin, until: content.upperBound) {
        put(environment)
        place = environment.range.upperBound
      } else {
        place = paragraphEnd(from: begin, until: content.upperBound)
        if !isFirst {
          putLine(at: begin)
          putLine(at: begin)
        }
        putParagraph(begin..<place)
      }
      isFirst = false
    }
    blockPrefixes.removeLast()
  }

  /// How many lists and quotations may stand in each other; LaTeX takes four lists of a kind.
  private static let blockDepth = 6

  /// An environment within another that is rewritten like it.
  private mutating func block(at offset: Int, until limit: Int) -> LaTeXEnvironment? {
    guard blockPrefixes.count < Self.blockDepth,
      let environment = environments.environment(at: offset, until: limit, in: source),
      isReadable(environment)
    else { return nil }
    return environment
  }

  /// A paragraph ends before an empty line, and before a line that begins an environment.
  private mutating func paragraphEnd(from begin: Int, until limit: Int) -> Int {
    var next = min(lineEnd(from: begin) + 1, limit)
    while next < limit {
      let last = min(lineEnd(from: next), limit)
      guard let first = source[next..<last].firstIndex(where: { !isBlank($0) }),
        block(at: first, until: limit) == nil
      else { return next }
      next = min(last + 1, limit)
    }
    return limit
  }

  /// Writes a paragraph line by line; what spans lines may do so.
  private mutating func putParagraph(_ range: Range<Int>) {
    beginText(until: range.upperBound)
    index = afterComments(range.lowerBound, until: range.upperBound)
    copied = index
    while index < range.upperBound {
      scanText(until: min(lineEnd(from: index), range.upperBound))
      flush(upTo: min(index, range.upperBound))
      segmentEnd = range.upperBound
      guard index < range.upperBound, source[index] == UInt8(ascii: "\n") else { continue }
      index = afterComments(index, until: range.upperBound)
      copied = index
      if index < range.upperBound { putLine(at: index) }
    }
  }

  /// The offset after blanks, and after lines that are comments of TeX.
  private func afterComments(_ offset: Int, until limit: Int) -> Int {
    var next = offset
    while next < limit, isBlank(source[next]) || source[next] == UInt8(ascii: "%") {
      next = isBlank(source[next]) ? next + 1 : lineEnd(from: next)
    }
    return min(next, limit)
  }

  // MARK: - Code

  /// A fenced block of code; its caption stands before it.
  private mutating func putCode(_ environment: LaTeXEnvironment) {
    let options = LaTeXListing(source: source, environment: environment)
    if let caption = options.caption {
      putLine(at: caption.lowerBound)
      putWords(caption)
      putLine(at: caption.upperBound)
    }
    putLine(at: options.code.lowerBound)
    let fence = String(repeating: "`", count: options.fenceLength)
    text.put("\(fence)\(options.attributes)".utf8, for: environment.range)
    var start = options.code.lowerBound
    while start < options.code.upperBound {
      let last = min(lineEnd(from: start), options.code.upperBound)
      putLine(at: start)
      index = start
      copied = start
      flush(upTo: last)
      start = last + 1
    }
    putLine(at: options.code.upperBound)
    text.put(fence.utf8, for: environment.range)
  }
}
