extension LaTeXFloat {
  /// The table of a `tabular`; nil where cells span several, which Markdown cannot draw.
  func table(in range: Range<Int>) -> (DrawnTable, place: Range<Int>)? {
    guard let (columns, body, place) = tabular(in: range) else { return nil }
    for command in ["\\multicolumn", "\\multirow", "\\begin", "\\caption"]
    where contains(command, in: body) {
      return nil
    }
    var rows: [[DrawnTable.Cell]] = []
    var header: [DrawnTable.Cell]?
    for line in lines(of: body) {
      let (row, isRuled) = withoutRules(line)
      if isRuled, rows.count == 1, header == nil { header = rows.removeFirst() }
      guard source[row].contains(where: { !isBlank($0) }) else { continue }
      rows.append(cells(of: row))
    }
    let count = max(columns.count, rows.map(\.count).max() ?? 0, header?.count ?? 0)
    guard count > 0, count <= 50, !rows.isEmpty else { return nil }
    func filled(_ row: [DrawnTable.Cell]) -> [DrawnTable.Cell] {
      row + Array(repeating: [], count: count - row.count)
    }
    let table = DrawnTable(
      alignments: columns + Array(repeating: .none, count: count - columns.count),
      header: header.map(filled), rows: rows.map(filled), range: range)
    return (table, place)
  }

  /// The columns of the environment that draws, what stands in it, and its place.
  private func tabular(in range: Range<Int>)
    -> (columns: [Table.Alignment], body: Range<Int>, place: Range<Int>)?
  {
    for name in ["tabular", "tabularx", "longtable"] {
      let opening = Array("\\begin{\(name)}".utf8)
      let closing = Array("\\end{\(name)}".utf8)
      guard let begin = find(opening, in: range),
        let end = find(closing, in: begin..<range.upperBound)
      else { continue }
      var place = begin + opening.count
      var groups: [Range<Int>] = []
      while place < end, source[place] == UInt8(ascii: "{") || source[place] == UInt8(ascii: "[") {
        guard let close = bracket(closing: place, until: end) else { return nil }
        if source[place] == UInt8(ascii: "{") { groups.append(place + 1..<close) }
        place = close + 1
      }
      guard let columns = groups.last else { return nil }
      return (alignments(source[columns]), place..<end, begin..<end + closing.count)
    }
    return nil
  }

  private func alignments(_ columns: ArraySlice<UInt8>) -> [Table.Alignment] {
    var depth = 0
    return columns.compactMap { byte in
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      guard depth == 0 else { return nil }
      return switch byte {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"), UInt8(ascii: "S"): .right
      case UInt8(ascii: "p"), UInt8(ascii: "m"), UInt8(ascii: "X"): Table.Alignment.none
      default: nil
      }
    }
  }

  /// The rows between `\\`.
  private func lines(of body: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = body.lowerBound
    var place = start
    while place + 1 < body.upperBound {
      guard source[place] == UInt8(ascii: "\\") else {
        place += 1
        continue
      }
      if source[place + 1] == UInt8(ascii: "\\") {
        lines.append(start..<place)
        start = place + 2
      }
      place += 2
    }
    return lines + [start..<body.upperBound]
  }

  /// A row without the commands that draw lines before it, and whether there was one.
  private func withoutRules(_ row: Range<Int>) -> (Range<Int>, Bool) {
    let rules = [
      "\\hline", "\\toprule", "\\midrule", "\\bottomrule", "\\addlinespace", "\\cmidrule",
      "\\cline",
      "\\endhead", "\\endfirsthead",
    ].map { Array($0.utf8) }
    var start = row.lowerBound
    var isRuled = false
    while start < row.upperBound {
      if isBlank(source[start]) {
        start += 1
        continue
      }
      guard let rule = rules.first(where: { source[start..<row.upperBound].starts(with: $0) })
      else {
        break
      }
      isRuled = true
      start += rule.count
      while start < row.upperBound, "({[".utf8.contains(source[start]),
        let close = bracket(closing: start, until: row.upperBound)
      {
        start = close + 1
      }
    }
    return (start..<row.upperBound, isRuled)
  }

  /// The stretches between ampersands, a line each.
  private func cells(of row: Range<Int>) -> [DrawnTable.Cell] {
    var cells: [DrawnTable.Cell] = [[]]
    var start = row.lowerBound
    func end(_ place: Int) {
      let (first, last) = trimmed(start..<place)
      if first < last { cells[cells.count - 1].append(first..<last) }
      start = place + 1
    }
    var place = start
    while place < row.upperBound {
      switch source[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "&"):
        end(place)
        cells.append([])
      case UInt8(ascii: "\n"): end(place)
      default: break
      }
      place += 1
    }
    end(row.upperBound)
    return cells
  }

  private func trimmed(_ range: Range<Int>) -> (Int, Int) {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, isBlank(source[first]) { first += 1 }
    while last > first, isBlank(source[last - 1]) { last -= 1 }
    return (first, last)
  }

  private func contains(_ command: String, in range: Range<Int>) -> Bool {
    find(Array(command.utf8), in: range) != nil
  }

  private func find(_ needle: [UInt8], in range: Range<Int>) -> Int? {
    guard range.count >= needle.count else { return nil }
    return (range.lowerBound...range.upperBound - needle.count).first {
      source[$0] == needle[0] && source[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }

  /// The bracket that closes the one at `open`.
  private func bracket(closing open: Int, until limit: Int) -> Int? {
    let closer: UInt8 =
      switch source[open] {
      case UInt8(ascii: "("): UInt8(ascii: ")")
      case UInt8(ascii: "["): UInt8(ascii: "]")
      default: UInt8(ascii: "}")
      }
    var depth = 0
    for place in open..<limit {
      if source[place] == source[open] { depth += 1 }
      if source[place] == closer {
        depth -= 1
        if depth == 0 { return place }
      }
    }
    return nil
  }
}
