import Foundation

/// The plain inline text of an element as Markdown, where nothing can be cited: titles, abstracts.
func markdownInline(_ element: MarkupElement) -> String {
  JATSInline(references: nil, notes: [], showsPictures: false).text(element)
}

/// A title in one line.
func markdownTitle(_ element: MarkupElement) -> String {
  markdownInline(element).replacing("\\\n", with: " ").foldingSpace
}

/// Writes the inline content of JATS as Markdown.
struct JATSInline {
  let references: JATSReferences?
  /// The ids of the notes of the article.
  let notes: Set<String>
  /// The ids that can be led to.
  var anchors: Set<String> = []
  var showsPictures = true

  /// A piece of a line; citations stay apart until their neighbours are known.
  private enum Piece {
    case text(String)
    case marked(InlineMark, String)
    case citation(ids: [String], text: String)

    var isEmpty: Bool { if case .text("") = self { true } else { false } }

    var isCitation: Bool { if case .citation = self { true } else { false } }

    /// What it is between the brackets of a citation, where nothing is marked but by stars.
    var part: JATSCites.Part? {
      switch self {
      case .text(let text): .words(text)
      case .citation(let ids, let text): .works(ids, words: text)
      case .marked(let mark, let text):
        mark == .emphasis || mark == .strong
          ? .words(mark.rawValue + text + mark.rawValue) : nil
      }
    }

    /// The character with which it begins when it is written.
    var beginning: Character? {
      switch self {
      case .text(let text): text.first
      case .marked(let mark, _): mark.rawValue.first
      case .citation: "["
      }
    }
  }

  func text(_ element: MarkupElement) -> String {
    joined(pieces(element)).foldingLines
  }

  private func pieces(_ element: MarkupElement) -> [Piece] {
    element.children.flatMap { child -> [Piece] in
      switch child {
      case .text(let text): [.text(MarkdownText.escaped(text))]
      case .element(let element): pieces(of: element)
      }
    }
  }

  private func pieces(of element: MarkupElement) -> [Piece] {
    switch element.name {
    case "italic": return marked(.emphasis, pieces(element))
    case "bold": return marked(.strong, pieces(element))
    case "strike": return marked(.struck, pieces(element))
    case "sup":
      // A number set high may be a citation or a note, which have their own form.
      let inside = pieces(element)
      let isApparatus =
        !element.elements.isEmpty && element.elements.allSatisfy { $0.name == "xref" }
      return isApparatus ? citedAlone(inside) : marked(.raised, inside)
    case "sub": return marked(.lowered, pieces(element))
    case "sc": return [.text("[" + joined(pieces(element)) + "]{.smallcaps}")]
    case "monospace": return [.text("`" + element.text.foldingSpace + "`")]
    case "break": return [.text("\\\n")]
    case "xref": return crossReference(element)
    case "fn":
      guard let id = element.attribute("id") else {
        // Nothing leads to such a note: it stands where it was.
        return [.text(" ("), .text(text(element)), .text(")")]
      }
      return [.text("[^\(Self.anchor(id))]")]
    case "ext-link", "uri": return [.text(link(element))]
    case "inline-formula", "math":
      return Self.formula(element).map { [.text("$\($0)$")] } ?? pieces(element)
    case "tex-math": return [.text("$\(Self.tex(element))$")]
    case "inline-graphic", "graphic":
      guard showsPictures else { return [] }
      let words = element.first("alt-text")?.content?.foldingSpace ?? ""
      let text = words.filter { !"[]\\".contains($0) }
      return Self.fileName(of: element).map { [.text("![\(text)](<\($0)>)")] } ?? []
    case "label", "object-id": return []
    default: return pieces(element)
    }
  }

  private func marked(_ mark: InlineMark, _ pieces: [Piece]) -> [Piece] {
    let text = joined(pieces)
    let core = text.trimmed
    guard !core.isEmpty else { return [.text(text)] }
    let before = text.first?.isWhitespace == true ? " " : ""
    let after = text.last?.isWhitespace == true ? " " : ""
    return [.text(before), .marked(mark, core), .text(after)].filter { !$0.isEmpty }
  }

  private func crossReference(_ element: MarkupElement) -> [Piece] {
    let ids = (element.attribute("rid") ?? "").split(separator: " ").map(String.init)
    guard let id = ids.first else { return pieces(element) }
    if let references, references.cited(id) != nil {
      return [.citation(ids: ids.compactMap(references.cited), text: joined(pieces(element)))]
    }
    if notes.contains(id) { return [.text("[^\(Self.anchor(id))]")] }
    let text = joined(pieces(element))
    guard anchors.contains(id) else { return [.text(text)] }
    if let reference = ownReference(element, to: id, text) { return [.text(reference)] }
    return [.text("[\(text)](#\(Self.anchor(id)))")]
  }

  /// The cross reference from which a file of ours has made an element: its words are those of
  /// fascicle, and a link that an author has written is of no type.
  private func ownReference(_ element: MarkupElement, to id: String, _ text: String) -> String? {
    let anchor = Self.anchor(id)
    guard id.hasPrefix("b-"), element.attribute("ref-type") != nil,
      ["fig:", "tbl:", "tab:", "sec:", "eq:", "eqn:", "lst:"].contains(where: anchor.hasPrefix)
    else { return nil }
    return text.allSatisfy(\.isNumber) ? "[-@{\(anchor)}]" : "@{\(anchor)}"
  }

  private func link(_ element: MarkupElement) -> String {
    let text = joined(pieces(element))
    return Self.target(of: element).map { "[\(text)](<\($0)>)" } ?? text
  }

  /// Where a link leads on the web; nil when it does not.
  private static func target(of link: MarkupElement) -> String? {
    var target = link.attribute("xlink:href") ?? link.text.foldingSpace
    if link.attribute("ext-link-type") == "doi", target.hasPrefix("10.") {
      target = "https://doi.org/" + target
    }
    let isOfTheWeb = target.hasPrefix("https://") || target.hasPrefix("http://")
    return isOfTheWeb && !target.contains { "<> ".contains($0) } ? target : nil
  }

  /// Works that are cited by themselves, such as numbers set high, with the words between them.
  private func citedAlone(_ pieces: [Piece]) -> [Piece] {
    guard let references, pieces.contains(where: { $0.isCitation }) else { return pieces }
    let parts = pieces.compactMap(\.part)
    guard parts.count == pieces.count,
      let citation = JATSCites.citation(of: parts, in: references)
    else { return marked(.raised, pieces) }
    return [.text(citation)]
  }

  /// Joins pieces; works that are cited between brackets become one citation of ours, which brings
  /// its own brackets; elsewhere the printed words stay, as a link to the first reference.
  private func joined(_ pieces: [Piece]) -> String {
    var result = ""
    var index = 0
    while index < pieces.count {
      switch pieces[index] {
      case .marked(let mark, var core):
        index += 1
        // Two emphases that touch are one: their marks would be read as others.
        while index < pieces.count, case .marked(mark, let more) = pieces[index] {
          core += more
          index += 1
        }
        result += mark.around(
          core, after: result, before: index < pieces.count ? pieces[index].beginning : nil)
      case .text(let text):
        result += text
        index += 1
      case .citation(let ids, let text):
        if let end = bracketed(pieces[index...], after: &result) {
          index = end
        } else {
          result += cited(ids, text)
          index += 1
        }
      }
    }
    return result
  }

  /// A reference to works outside of brackets; a citation if it brings some of its own.
  private func cited(_ ids: [String], _ text: String) -> String {
    if let references, text.hasPrefix("(") || text.hasPrefix("\\["),
      let citation = JATSCites.citation(of: [.works(ids, words: text)], in: references)
    {
      return citation
    }
    return "[\(text)](#ref-\(Self.signs(ids.first ?? "")))"
  }

  /// Writes a citation in place of brackets of which the text before has the first; the index after
  /// the piece with the second, or nil and nothing written.
  private func bracketed(_ pieces: ArraySlice<Piece>, after text: inout String) -> Int? {
    guard let references, var bracket = OpenBracket(at: text) else { return nil }
    var parts: [JATSCites.Part] = [.words(String(text[bracket.range.upperBound...]))]
    // So many works are cited at once that a bracket which nobody closes is not looked for for ever.
    for index in pieces.indices.prefix(200) {
      guard case .text(let words) = pieces[index], let end = bracket.end(in: words) else {
        guard let part = pieces[index].part else { return nil }
        parts.append(part)
        continue
      }
      parts.append(.words(String(words[..<end.lowerBound])))
      guard let citation = JATSCites.citation(of: parts, in: references) else { return nil }
      text.removeSubrange(bracket.range.lowerBound...)
      text += citation + words[end.upperBound...]
      return index + 1
    }
    return nil
  }

  /// The notes inside an element, in order.
  static func notes(in element: MarkupElement) -> [MarkupElement] {
    element.descendants(named: "fn").filter { $0.attribute("id") != nil }
  }

  /// The elements inside whose files go with the text: pictures that it shows, supplements, and
  /// links that are none of the web, of which it keeps the words.
  static func files(in element: MarkupElement) -> [MarkupElement] {
    element.elements.flatMap { element -> [MarkupElement] in
      switch element.name {
      case "graphic", "inline-graphic": [element]
      case "inline-supplementary-material", "inline-media", "media", "supplementary-material":
        [element]
      case "ext-link", "uri":
        (target(of: element) == nil && element.attribute("xlink:href") != nil ? [element] : [])
          + files(in: element)
      case "inline-formula", "math": formula(element) == nil ? files(in: element) : []
      // A note is written elsewhere, with its own.
      case "fn" where element.attribute("id") != nil: []
      case "monospace", "tex-math", "label", "object-id": []
      default: files(in: element)
      }
    }
  }

  /// The name that a graphic's file gets beside the article.
  static func fileName(of graphic: MarkupElement) -> String? {
    graphic.attribute("xlink:href").flatMap(fileName)
  }

  /// The last part of the name of a file or of an address.
  static func fileName(_ target: String) -> String? {
    guard let name = target.split(separator: "/").last.map(String.init) else { return nil }
    guard target.contains("://"), let decoded = name.removingPercentEncoding,
      !decoded.contains("/")
    else { return name }
    return decoded
  }

  /// An id as Markdown's attributes and notes take it; of our own files without what is put before
  /// it there, and with the colon of `tbl:sizes` and the letters of other scripts.
  static func anchor(_ id: String) -> String {
    id.hasPrefix("b-")
      ? signs(String(id.dropFirst(2)).fromXMLName, ofAllScripts: true) : signs(id)
  }

  private static func signs(_ id: String, ofAllScripts: Bool = false) -> String {
    String(
      String.UnicodeScalarView(
        id.unicodeScalars.map { isSign($0, ofAllScripts: ofAllScripts) ? $0 : "-" }))
  }

  private static func isSign(_ scalar: Unicode.Scalar, ofAllScripts: Bool) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ":", ".": true
    case _ where scalar.isASCII || !ofAllScripts: false
    default:
      scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  /// A formula in LaTeX, as it is given or made from its MathML; nil when it has neither.
  static func formula(_ element: MarkupElement) -> String? {
    if let tex = element.descendants(named: "tex-math").first { return Self.tex(tex).nilWhenEmpty }
    let math = element.name == "math" ? element : element.descendants(named: "math").first
    return math.flatMap { Import.tex(fromMathML: $0).nilWhenEmpty }
  }

  /// LaTeX without the document that some publishers put around each formula.
  static func tex(_ element: MarkupElement) -> String {
    var text = Substring(element.text)
    for mark in ["\\begin{document}", "\\end{document}"] {
      guard let start = text.firstRange(of: mark) else { continue }
      text = mark.contains("begin") ? text[start.upperBound...] : text[..<start.lowerBound]
    }
    return String(text).trimmed.trimmingDollars
  }
}

extension String {
  fileprivate var trimmingDollars: String {
    var text = Substring(self)
    while text.utf8.count > 1, text.first == "$", text.last == "$" {
      text.removeFirst()
      text.removeLast()
    }
    return String(text).trimmed
  }

  /// White space folded, but for hard line breaks.
  fileprivate var foldingLines: String {
    split(separator: "\\\n", omittingEmptySubsequences: false).map { String($0).foldingSpace }
      .joined(separator: "\\\n")
  }
}

/// A bracket that has been opened at the end of a text.
private struct OpenBracket {
  let range: Range<String.Index>
  private let (open, close): (String, String)
  /// How many like it are open inside.
  private var depth = 0

  /// The last bracket within so many characters as words before a citation may have.
  init?(at text: String) {
    guard let place = text.suffix(80).lastIndex(where: { "()[]".contains($0) }) else { return nil }
    switch text[place] {
    case "(": (range, open, close) = (place..<text.index(after: place), "(", ")")
    case "[" where text[..<place].last == "\\":
      (range, open, close) = (text.index(before: place)..<text.index(after: place), "\\[", "\\]")
    default: return nil
    }
  }

  /// Where it is closed in the next words after it.
  mutating func end(in words: String) -> Range<String.Index>? {
    for index in words.indices {
      if words[index...].hasPrefix(open) { depth += 1 }
      guard words[index...].hasPrefix(close) else { continue }
      if depth == 0 { return index..<words.index(index, offsetBy: close.count) }
      depth -= 1
    }
    return nil
  }
}

extension String {
  /// The same in one line, as headings and cells of tables have to be.
  var withBreaksAsTags: String { replacing("\\\n", with: "<br>") }
}

extension MarkupElement {
  /// What cross references of its text name.
  var referenced: Set<String> {
    Set(
      ownDescendants(named: "xref").flatMap { reference in
        (reference.attribute("rid") ?? "").split(separator: " ").map(String.init)
      })
  }
}
