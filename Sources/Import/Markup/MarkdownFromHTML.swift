/// Markdown with the meaning of a piece of HTML, such as an abstract from a rich-text field.
///
/// Keeps paragraphs, line breaks, emphasis, links, lists, quotations, superscripts and subscripts;
/// of other elements the text stays, of `script` and `style` nothing. The HTML need not be
/// well-formed.
package func markdown(fromHTML html: String) -> String {
  var writer = MarkdownFromHTML()
  writer.read(html)
  return writer.finished
}

private struct MarkdownFromHTML {
  private var blocks: [String] = []
  private var line = ""
  private var lists: [(isOrdered: Bool, count: Int)] = []
  private var quotations = 0
  private var links: [String?] = []
  private var skipped: String?

  var finished: String {
    (blocks + [line.trimmed].filter { !$0.isEmpty }).joined(separator: "\n\n")
  }

  mutating func read(_ html: String) {
    var rest = Substring(html)
    while let open = rest.firstIndex(of: "<") {
      text(rest[..<open])
      let after = rest.index(after: open)
      if rest[after...].hasPrefix("!--") {
        rest = rest[after...].end(of: "-->").map { rest[$0...] } ?? ""
      } else if after < rest.endIndex, rest[after].isLetter || rest[after] == "/",
        let close = rest[after...].firstIndex(of: ">")
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
    for character in decoded(source) {
      if character.isWhitespace, character != "\u{A0}" {
        if !line.isEmpty, line.last != " ", line.last != "\n" { line.append(" ") }
      } else {
        if "\\`*_[]<>".contains(character) { line.append("\\") }
        if line.isEmpty, "#+-=|~".contains(character) { line.append("\\") }
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
    switch name {
    case "script", "style": if !isEnd { skipped = name }
    case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table": endBlock()
    case "br": line = line.trimmed + "\\\n"
    case "em", "i": mark("*", isEnd: isEnd)
    case "strong", "b": mark("**", isEnd: isEnd)
    case "sup": mark("^", isEnd: isEnd)
    case "sub": mark("~", isEnd: isEnd)
    case "blockquote":
      endBlock()
      quotations = max(0, quotations + (isEnd ? -1 : 1))
    case "ul", "ol":
      endBlock()
      if isEnd { lists = lists.dropLast() } else { lists.append((name == "ol", 0)) }
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

  /// Markdown wants a mark at the text, without white space between.
  private mutating func mark(_ mark: String, isEnd: Bool) {
    guard isEnd else {
      line.append(mark)
      return
    }
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
    var text = line.trimmed
    while text.hasSuffix("\\\n") || text.hasSuffix("\\") {
      text = String(text.dropLast(text.hasSuffix("\n") ? 2 : 1)).trimmed
    }
    line = ""
    if !text.isEmpty {
      blocks.append(String(repeating: "> ", count: quotations) + text)
    }
    guard startsItem, var list = lists.popLast() else { return }
    list.count += 1
    lists.append(list)
    line =
      String(repeating: "   ", count: lists.count - 1)
      + (list.isOrdered ? "\(list.count). " : "- ")
  }

  /// The target of a link, if it is one that a reader may follow.
  private func target(of tag: Substring) -> String? {
    guard let start = tag.end(of: "href=") else { return nil }
    let value = tag[start...]
    let text: Substring =
      if let quote = value.first, quote == "\"" || quote == "'" {
        value.dropFirst().prefix { $0 != quote }
      } else {
        value.prefix { !$0.isWhitespace }
      }
    let target = decoded(text).trimmed
    let isSafe = ["https://", "http://", "mailto:"].contains { target.lowercased().hasPrefix($0) }
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
    if name.endIndex < rest.endIndex, rest[name.endIndex] == ";", let text = entity(name) {
      result += text
      rest = rest[rest.index(after: name.endIndex)...]
    } else {
      result += "&"
      rest = rest[rest.index(after: start)...]
    }
  }
  return result + rest
}

private func entity(_ name: Substring) -> String? {
  if name.hasPrefix("#") {
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
  return switch name {
  case "amp": "&"
  case "lt": "<"
  case "gt": ">"
  case "quot": "\""
  case "apos": "'"
  case "nbsp": "\u{A0}"
  case "ndash": "–"
  case "mdash": "—"
  case "lsquo": "‘"
  case "rsquo": "’"
  case "ldquo": "“"
  case "rdquo": "”"
  case "laquo": "«"
  case "raquo": "»"
  case "hellip": "…"
  case "copy": "©"
  case "reg": "®"
  case "deg": "°"
  case "middot": "·"
  case "bull": "•"
  case "times": "×"
  case "shy": "\u{AD}"
  case "zwnj": "\u{200C}"
  case "zwj": "\u{200D}"
  case "rlm": "\u{200F}"
  case "lrm": "\u{200E}"
  default: nil
  }
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
