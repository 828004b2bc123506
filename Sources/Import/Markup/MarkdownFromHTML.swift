/// Markdown with the meaning of a piece of HTML, such as an abstract from a rich-text field.
///
/// Keeps headings, paragraphs, line breaks, emphasis, links, lists, quotations, tables, code,
/// superscripts and subscripts; of other elements the text stays, of `script`, `style` and `head`
/// nothing. The HTML need not be well-formed.
///
/// - Parameters:
///   - html: the HTML, a piece or a whole page.
///   - image: the file name that an image gets, by its address; without one it is left out.
/// - Returns: the Markdown.
package func markdown(
  fromHTML html: String, image: (String) -> String? = { _ in nil }
) -> String {
  withoutActuallyEscaping(image) { image in
    var writer = MarkdownFromHTML(image: image)
    writer.read(html)
    return writer.finished
  }
}

private struct MarkdownFromHTML {
  let image: (String) -> String?
  private var blocks: [String] = []
  private var line = ""
  /// What stands before the line of an item of a list.
  private var itemMark = ""
  /// The mark that has just been closed, and how long the line was then.
  private var closed: (mark: String, length: Int)?
  private var lists: [(isOrdered: Bool, count: Int)] = []
  /// Deeper lists and quotations stand at this level: it is written in front of each line, and what
  /// is opened without end would become a text that grows with the square of it.
  private static let greatestDepth = 20
  private var quotations = 0
  private var links: [String?] = []
  private var skipped: String?
  private var heading = 0
  /// The rows of the table that is open.
  private var rows: [[String]]?
  /// The text of an element whose lines stand as they are.
  private var code: String?

  init(image: @escaping (String) -> String?) { self.image = image }

  var finished: String {
    blocks.joined(separator: "\n\n")
  }

  mutating func read(_ html: String) {
    var rest = Substring(html)
    // Behind this no tag has an end, and none is looked for.
    let lastEnd = html.utf8.lastIndex(of: UInt8(ascii: ">")) ?? html.startIndex
    while let open = rest.firstIndex(of: "<") {
      text(rest[..<open])
      let after = rest.index(after: open)
      if rest[after...].hasPrefix("!--") {
        rest = rest[after...].end(of: "-->").map { rest[$0...] } ?? ""
      } else if after < lastEnd, rest[after].isLetter || rest[after] == "/",
        let close = HTMLTag.end(of: rest[after...])
      {
        tag(rest[after..<close])
        rest = rest[rest.index(after: close)...]
      } else {
        text("<")
        rest = rest[after...]
      }
    }
    text(rest)
    endBlock()
  }

  private mutating func text(_ source: Substring) {
    guard skipped == nil else { return }
    if code != nil {
      code? += decoded(source)
      return
    }
    for character in decoded(source) {
      if character.isWhitespace, character != "\u{A0}" {
        if !line.isEmpty, line.last != " ", line.last != "\n" { line.append(" ") }
      } else {
        if "\\`*_[]<>$@^~{}".contains(character) { line.append("\\") }
        line.append(character)
      }
    }
  }

  private mutating func tag(_ source: Substring) {
    let isEnd = source.first == "/"
    let body = isEnd ? source.dropFirst() : source
    let name = body.prefix { $0.isLetter || $0.isNumber }.lowercased()
    if let skipped {
      if isEnd, name == skipped { self.skipped = nil }
      return
    }
    if code != nil, name != "pre" { return }
    switch name {
    case "script", "style", "head", "noscript", "template": if !isEnd { skipped = name }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      endBlock()
      // The title of the page is the only heading of the first level.
      heading = isEnd ? 0 : max(2, Int(name.suffix(1)) ?? 2)
    case "pre": preformatted(isEnd: isEnd)
    case "table", "tr", "td", "th", "caption": table(name, isEnd: isEnd)
    case "img": addImage(body)
    case "p", "div", "section", "article", "figure", "figcaption", "header", "footer", "dt", "dd":
      if rows == nil { endBlock() }
    case "br" where rows != nil: line += " "
    case "br": breakLine()
    case "em", "i": mark("*", isEnd: isEnd)
    case "strong", "b": mark("**", isEnd: isEnd)
    case "sup": mark("^", isEnd: isEnd)
    case "sub": mark("~", isEnd: isEnd)
    case "blockquote":
      endBlock()
      quotations = max(0, quotations + (isEnd ? -1 : 1))
    case "ul", "ol":
      endBlock()
      if isEnd { _ = lists.popLast() } else { lists.append((name == "ol", 0)) }
    case "li": endBlock(startsItem: !isEnd)
    case "a":
      if !isEnd {
        let target = target(of: body)
        links.append(target)
        if target != nil { line.append("[") }
      } else if let target = links.popLast(), let target {
        line.append("](<\(target)>)")
      }
    default: break
    }
  }

  /// A line has one break at most: another one begins a paragraph.
  private mutating func breakLine() {
    if line.hasSuffix("\\\n") { return endBlock() }
    while line.last?.isWhitespace == true { line.removeLast() }
    if !line.isEmpty { line += "\\\n" }
  }

  /// Markdown wants a mark at the text, without white space between.
  private mutating func mark(_ mark: String, isEnd: Bool) {
    guard isEnd else {
      if let closed, closed == (mark, line.utf8.count) {
        // Two emphases that touch are one: their marks would be read as others.
        line.removeLast(mark.count)
      } else {
        line.append(mark)
      }
      return
    }
    defer { closed = line.last == " " ? nil : (mark, line.utf8.count) }
    if line.hasSuffix(mark) {
      line.removeLast(mark.count)
    } else if line.last == " " {
      line.removeLast()
      line += mark + " "
    } else {
      line += mark
    }
  }

  private mutating func endBlock(startsItem: Bool = false) {
    // A break at the end of a paragraph is none.
    if line.hasSuffix("\\\n") { line.removeLast(2) }
    let text = line.trimmed
    line = ""
    if !text.isEmpty, heading > 0 {
      blocks.append(String(repeating: "#", count: heading) + " " + text)
    } else if !text.isEmpty {
      blocks.append(
        String(repeating: "> ", count: min(quotations, Self.greatestDepth)) + itemMark
          + MarkdownText.paragraph(text))
      itemMark = ""
    }
    guard startsItem, var list = lists.popLast() else { return }
    list.count += 1
    lists.append(list)
    itemMark =
      String(repeating: "   ", count: min(lists.count, Self.greatestDepth) - 1)
      + (list.isOrdered ? "\(list.count). " : "- ")
  }

  private mutating func preformatted(isEnd: Bool) {
    if !isEnd {
      endBlock()
      code = ""
    } else if let text = code {
      code = nil
      let fence = text.contains("```") ? "~~~~" : "```"
      blocks.append(fence + "\n" + text.trimmed + "\n" + fence)
    }
  }

  /// Rows of cells, the first of them the head; a table in a table joins its cell.
  private mutating func table(_ name: String, isEnd: Bool) {
    func cell() -> String { line.trimmed.filter { $0 != "\n" } }
    switch (name, isEnd) {
    case ("table", false) where rows == nil:
      endBlock()
      rows = []
    case ("tr", false) where rows != nil:
      line = ""
      rows?.append([])
    case ("td", true), ("th", true):
      guard let last = rows?.indices.last else { return }
      rows?[last].append(cell().split(separator: "|").joined(separator: "\\|"))
      line = ""
    case ("td", false), ("th", false): if rows != nil { line = "" }
    case ("table", true):
      endTable()
    case ("caption", true):
      let text = cell()
      if !text.isEmpty { blocks.append(text) }
      line = ""
    default: break
    }
  }

  private mutating func endTable() {
    let table = (rows ?? []).filter { !$0.isEmpty }
    rows = nil
    line = ""
    if !table.isEmpty { blocks.append(pipeTable(table)) }
  }

  private mutating func addImage(_ tag: Substring) {
    guard let source = value("src", of: tag), let name = image(source) else { return }
    let text = (value("alt", of: tag) ?? "").filter { !"[]\\".contains($0) && !$0.isNewline }
    line += "![\(text)](<\(name)>)"
  }

  private func value(_ attribute: String, of tag: Substring) -> String? {
    HTMLTag.value(of: attribute, in: tag).map { decoded($0).trimmed }
  }

  /// The target of a link, if it is one that a reader may follow.
  private func target(of tag: Substring) -> String? {
    guard let target = value("href", of: tag) else { return nil }
    let isSafe = ["https://", "http://"].contains { target.lowercased().hasPrefix($0) }
    return isSafe && !target.contains { "<>".contains($0) || $0.isNewline } ? target : nil
  }
}

/// Text with the entities of HTML replaced by their characters.
private func decoded(_ source: Substring) -> String {
  guard source.contains("&") else { return String(source) }
  var result = ""
  var rest = source
  while let start = rest.firstIndex(of: "&") {
    result += rest[..<start]
    let name = rest[rest.index(after: start)...].prefix { $0.isLetter || $0.isNumber || $0 == "#" }
    if name.endIndex < rest.endIndex, rest[name.endIndex] == ";",
      let text = EntityNames.text(of: name)
    {
      result += text
      rest = rest[rest.index(after: name.endIndex)...]
    } else {
      result += "&"
      rest = rest[rest.index(after: start)...]
    }
  }
  return result + rest
}

extension StringProtocol {
  /// Where `text` ends when it is found, else nil.
  fileprivate func end(of text: String) -> Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].prefix(text.count).lowercased() == text {
        return index(start, offsetBy: text.count)
      }
      formIndex(after: &start)
    }
    return nil
  }
}
