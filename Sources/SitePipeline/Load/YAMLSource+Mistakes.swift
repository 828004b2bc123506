import Reporting

extension YAMLSource {
  /// What the parser refuses, in an editor's words, with the cure, for what editors meet.
  func explained(_ refusal: YAMLRefusal) -> Diagnostic {
    let (problem, context) = (refusal.problem, refusal.context)
    let (place, contextAt) = (refusal.place, refusal.contextPlace)
    let there = self[place]
    if let blank = foreignBlank(inLineOf: contextAt ?? place) {
      return .foreignBlank(at: range(blank, blank))
    }
    if problem.contains("mapping values are not allowed") {
      if let line = lineWithoutColon(before: place) { return .colonMissing(at: line) }
      return .colonInText(isInCurlyQuotes: isInCurlyQuotes(place), at: range(place, place + 1))
    }
    if problem.contains("escape"), there == UInt8(ascii: "\\") {
      return .escape(at: range(place, place + 2))
    }
    if problem.contains("hexdecimal"),
      let start = bytes[..<min(place, bytes.count)].lastIndex(of: UInt8(ascii: "\\"))
    {
      return .escape(at: range(start, start + 2))
    }
    if context.hasPrefix("while parsing a flow"), let start = contextAt, endsBefore(place, start) {
      return .unclosedBracket(at: range(start, start + 1))
    }
    if context.contains("quoted scalar") {
      let start = contextAt ?? place
      return .unclosedQuote(at: range(start, start + 1))
    }
    if there == 0x09 || context.contains("tab") || problem.contains("tab") {
      return .tab(at: range(place, place + 1))
    }
    if problem.contains("cannot start any token") || problem.contains("alphabetic or numeric")
      || problem == YAMLRefusal.undefinedAlias
    {
      let start = contextAt.map { self[$0] == UInt8(ascii: "*") ? $0 : place } ?? place
      return .specialCharacter(word(at: start), at: wordRange(at: start))
    }
    if problem.contains("did not find expected") {
      if self[place - 1] == UInt8(ascii: "'") || self[place - 1] == UInt8(ascii: "\"") {
        if let start = openQuote(before: place - 1) {
          return .unclosedQuote(at: range(start, start + 1))
        }
        return .quoteInQuotes(at: range(place - 1, place))
      }
      if follows(place, anyOf: "]}\"'") {
        return .textAfterBracket(
          bytes[..<place].last { $0 != 0x20 }, at: range(place, lines.end(of: place)))
      }
      if isFirst(place) { return .indentation(at: range(place, place)) }
    }
    if problem.contains("could not find expected ':'"), let start = contextAt {
      guard let key = keyWithoutSpace(at: start) else {
        return .colonMissing(at: range(start, lines.end(of: start)))
      }
      return .colonWithoutSpace(key, at: range(start, start + key.utf8.count + 1))
    }
    if problem.contains("control characters") {
      return .controlCharacter(at: range(place, place + 1))
    }
    if problem == YAMLRefusal.tooManyLevels { return .tooDeep(at: range(place, place)) }
    return .syntax(problem, at: range(place, place))
  }

  /// `doi` of `doi:10.1234/a`, which YAML takes for text.
  private func keyWithoutSpace(at start: Int) -> String? {
    let key = bytes[min(start, bytes.count)...].prefix {
      ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    guard !key.isEmpty, self[key.endIndex] == UInt8(ascii: ":") else { return nil }
    return String(decoding: key, as: UTF8.self)
  }

  /// A blank with which a line begins that YAML takes for text, such as a no-break space.
  private func foreignBlank(inLineOf place: Int) -> Int? {
    let start = place - lines.column(of: place)
    let line = bytes[start..<max(start, lines.end(of: start))].drop { $0 == 0x20 }
    let first = String(decoding: line.prefix(4), as: UTF8.self).unicodeScalars.first
    return first.map { $0.value > 0x7F && $0.properties.isWhitespace } == true
      ? line.startIndex : nil
  }

  /// The line above that of a field, if it has no colon: YAML takes the two for one text.
  private func lineWithoutColon(before place: Int) -> SourceRange? {
    let start = place - lines.column(of: place)
    let above = bytes[region.lowerBound..<start].split(separator: UInt8(ascii: "\n")).last {
      !$0.allSatisfy(Self.isBlank)
    }
    let colon = UInt8(ascii: ":")
    guard let above, !bytes[start..<place].contains(colon), !above.contains(colon),
      let first = above.firstIndex(where: { !Self.isBlank($0) && $0 != UInt8(ascii: "-") })
    else { return nil }
    return range(first, lines.end(of: first))
  }

  /// Whether the value before a place, on its line, begins with a quotation mark that YAML takes for
  /// text.
  private func isInCurlyQuotes(_ place: Int) -> Bool {
    let line = String(
      decoding: bytes[(place - lines.column(of: place))..<place], as: UTF8.self)
    guard let colon = line.firstRange(of: ": ") else { return false }
    return line[colon.upperBound...].first { $0 != " " }.map { "“”„«‘’‚‹".contains($0) } ?? false
  }

  /// The quote before one that YAML takes for its end, if it was to end above: in a line that is
  /// indented no deeper another field or item begins.
  private func openQuote(before end: Int) -> Int? {
    var start = end
    repeat {
      guard let quote = bytes[region.lowerBound..<start].lastIndex(of: bytes[end]) else {
        return nil
      }
      start = quote
    } while self[start - 1] == UInt8(ascii: "\\")
    return endsBefore(end, start) && indentation(at: end) <= indentation(at: start) ? start : nil
  }

  /// How many spaces the line of a place begins with.
  private func indentation(at place: Int) -> Int {
    bytes[(place - lines.column(of: place))..<place].prefix { $0 == 0x20 }.count
  }

  /// Whether a place is on a later line than another.
  private func endsBefore(_ place: Int, _ start: Int) -> Bool { lines.end(of: start) < place }

  /// Whether only blanks stand before a place, on its line.
  private func isFirst(_ place: Int) -> Bool {
    bytes[..<min(place, bytes.count)].suffix(lines.column(of: place)).allSatisfy { $0 == 0x20 }
  }

  /// Whether one of the characters stands before a place, on its line.
  private func follows(_ place: Int, anyOf characters: String) -> Bool {
    var offset = place - 1
    while offset >= 0, bytes[offset] == 0x20 { offset -= 1 }
    return offset >= 0 && offset < place - 1 && characters.utf8.contains(bytes[offset])
  }
}

extension Diagnostic {
  fileprivate static func tooDeep(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-too-deep", "Lists and fields are nested more than 1,000 deep", at: range,
      hint: "Remove brackets that nothing needs")
  }

  fileprivate static func colonInText(isInCurlyQuotes: Bool, at range: SourceRange) -> Self {
    Self(
      .error, "yaml-colon-in-text", "': ' in a value without quotes", at: range,
      hint: isInCurlyQuotes
        ? "Put straight quotes (\") round the value: curly ones are part of the text"
        : "Put the value in quotes, or begin the line where the one above begins")
  }

  fileprivate static func colonWithoutSpace(_ key: String, at range: SourceRange) -> Self {
    Self(
      .error, "yaml-colon-without-space", "No space behind the colon of '\(key)'", at: range,
      hint: "Write '\(key): ' and then the value")
  }

  fileprivate static func colonMissing(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-colon-missing", "Line without the colon that a field has", at: range,
      hint: "Indent the line if it belongs to the value above it, or write 'name: value'")
  }

  fileprivate static func escape(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-escape", "Backslash in double quotes begins no character that YAML knows",
      at: range, hint: "Put the value in single quotes, or write the backslash twice")
  }

  fileprivate static func unclosedQuote(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-unclosed-quote", "Quote that begins here is not closed", at: range,
      hint: "Add the closing quote, and write a quote inside the text twice")
  }

  fileprivate static func quoteInQuotes(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-quote-in-quotes", "Quote or apostrophe inside the quotes ends the value",
      at: range, hint: "Put the value in quotes of the other kind")
  }

  fileprivate static func unclosedBracket(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-unclosed-bracket", "Bracket that begins here is not closed", at: range,
      hint: "Add the closing bracket, or put the value in quotes if the bracket is part of the text"
    )
  }

  fileprivate static func indentation(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-indentation", "Line does not go on with what stands above it", at: range,
      hint: "Begin it in the column of the lines that it belongs to, with '- ' in a list")
  }

  static func foreignBlank(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-foreign-blank", "Indented with a blank that YAML takes for text", at: range,
      hint: "Indent with ordinary spaces: what a word processor or a web page gives may be others")
  }

  fileprivate static func tab(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-tab", "Tab in the indentation", at: range, hint: "Indent with spaces")
  }

  fileprivate static func specialCharacter(_ word: String, at range: SourceRange) -> Self {
    Self(
      .error, "yaml-special-character", "'\(word)' cannot begin a value without quotes",
      at: range, hint: "Put the value in quotes")
  }

  fileprivate static func textAfterBracket(_ bracket: UInt8?, at range: SourceRange) -> Self {
    let quotes =
      switch bracket {
      case UInt8(ascii: "\""): "single quotes"
      case UInt8(ascii: "'"): "double quotes"
      default: "quotes"
      }
    return Self(
      .error, "yaml-text-after-bracket",
      "Text behind a closing bracket or quote is no part of the value", at: range,
      hint: "Put the whole value in \(quotes)")
  }

  fileprivate static func controlCharacter(at range: SourceRange) -> Self {
    Self(
      .error, "yaml-control-character", "Control character in the fields", at: range,
      hint: "Delete the invisible character")
  }

  fileprivate static func syntax(_ problem: String, at range: SourceRange) -> Self {
    Self(
      .error, "yaml-syntax", "Not readable as YAML: \(problem)", at: range,
      hint: "Check indentation, colons and quotes of this line and the one above")
  }
}
