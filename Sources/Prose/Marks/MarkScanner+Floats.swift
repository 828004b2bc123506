/// Figures and tables that are written in LaTeX, rewritten as Markdown.
extension MarkScanner {
  /// Rewrites `figure` and `table`, which begin a line; false for one that is drawn otherwise.
  mutating func putFloat(_ name: String, _ content: Range<Int>, over range: Range<Int>) -> Bool {
    guard isFirstOfLine(range.lowerBound), byte(range.lowerBound - 1) != UInt8(ascii: " ") else {
      return false
    }
    let float = LaTeXFloat(source: source, content: content)
    switch name {
    case "figure": return putFigure(float, over: range)
    case "center": return putFigure(float, over: range) || putTable(float, over: range)
    case "table", "longtable", "tabular", "tabularx": return putTable(float, over: range)
    default: return false
    }
  }

  private mutating func putFigure(_ float: LaTeXFloat, over range: Range<Int>) -> Bool {
    let images = float.images
    guard !images.isEmpty, images.count < 20, float.isUnderstood(besides: nil) else {
      return false
    }
    flush(upTo: range.lowerBound)
    for (number, image) in images.enumerated() {
      text.put((number == 0 ? "\n\n![" : "\n![").utf8, for: range)
      if number == images.count - 1, let caption = float.caption { putWords(caption) }
      text.put("](<".utf8, for: range)
      text.copy(image.path, of: source)
      text.put(">)".utf8, for: range)
      var attributes = Attributes.none
      if let width = image.width { attributes.pairs = [.init(key: "width", value: width)] }
      if number == images.count - 1 { attributes.id = float.label(in: self) }
      putAttributes(attributes, for: range)
    }
    finishBlocks(range)
    return true
  }

  private mutating func putTable(_ float: LaTeXFloat, over range: Range<Int>) -> Bool {
    guard let (table, place) = float.table(in: range), float.isUnderstood(besides: place) else {
      return false
    }
    flush(upTo: range.lowerBound)
    text.put("\n".utf8, for: range)
    put(table, indent: range.lowerBound..<range.lowerBound)
    if float.caption != nil {
      text.put("\nTable: ".utf8, for: range)
      if let caption = float.caption { putWords(caption) }
      var attributes = Attributes.none
      attributes.id = float.label(in: self)
      text.put(" ".utf8, for: range)
      putAttributes(attributes, for: range)
    }
    finishBlocks(range)
    return true
  }

  mutating func putAttributes(_ attributes: Attributes, for range: Range<Int>) {
    guard attributes != .none, hasRoom(for: range) else { return }
    note(attributes)
    text.put(Mark(kind: .attributes(attributes), range: range))
  }

  /// The words of a caption, with their marks, on one line.
  mutating func putWords(_ words: Range<Int>) {
    var start = words.lowerBound
    while start < words.upperBound {
      let end = min(lineEnd(from: start), words.upperBound)
      index = start
      copied = start
      beginText(until: end)
      scanText(until: end)
      flush(upTo: end)
      text.put(" ".utf8, for: end..<end)
      start = end + 1
    }
  }

  /// Goes on after what was rewritten as blocks of its own.
  mutating func finishBlocks(_ range: Range<Int>) {
    text.put("\n\n".utf8, for: range.upperBound..<range.upperBound)
    index = range.upperBound
    copied = index
    beginText(until: max(paragraphEnd, index))
    lines.paragraphLines = 0
  }
}
