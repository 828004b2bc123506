import Reporting

/// A table drawn with characters, taken apart.
struct DrawnTable {
  /// The stretches of the source that make up one cell, a line each.
  typealias Cell = [Range<Int>]

  var alignments: [Table.Alignment]
  var header: [Cell]?
  var rows: [[Cell]]
  var range: Range<Int>
}

extension MarkScanner {
  /// Rewrites the tables of pandoc that cmark does not know as those it does.
  mutating func scanTable(_ content: Int, in line: Range<Int>) {
    guard lines.paragraphLines == 1, content - line.lowerBound <= 3,
      source[line.lowerBound..<content].allSatisfy({ $0 == UInt8(ascii: " ") })
    else { return }
    if let table = gridTable(content, in: line) ?? simpleTable(in: line) {
      put(table, indent: line.lowerBound..<content)
    } else if let drawing = drawing(content, in: line) {
      putCode(drawing)
    } else {
      return
    }
    lines.paragraphLines = 0
  }

  // MARK: - Grid tables

  /// `+---+---+` over `| a | b |`, a header above `+===+===+`.
  private func gridTable(_ content: Int, in line: Range<Int>) -> DrawnTable? {
    // Two pluses side by side have no column between them.
    guard let border = border(in: line), zip(border, border.dropFirst()).allSatisfy({ $1 > $0 + 1 })
    else { return nil }
    var table = DrawnTable(
      alignments: alignments(in: line), header: nil, rows: [], range: content..<line.upperBound)
    var row = [DrawnTable.Cell](repeating: [], count: border.count - 1)
    var next = line.upperBound + 1
    while next < end {
      let current = next..<lineEnd(from: next)
      let offsets = scalarOffsets(of: current)
      guard let first = source[current].first(where: { $0 != UInt8(ascii: " ") }) else { break }
      if first == UInt8(ascii: "+") {
        guard self.border(in: current) == border else { return nil }
        if source[current].contains(UInt8(ascii: "=")), table.header == nil, table.rows.isEmpty {
          table.header = row
          table.alignments = alignments(in: current)
        } else {
          // Double lines further down part the foot of a table from its body.
          table.rows.append(row)
        }
        row = Array(repeating: [], count: border.count - 1)
        table.range = content..<current.upperBound
      } else if first == UInt8(ascii: "|") {
        for column in 0..<border.count - 1 {
          guard border[column + 1] < offsets.count,
            byte(offsets[border[column + 1]]) == UInt8(ascii: "|")
          else { return nil }
          row[column].append(trimmed(offsets[border[column]] + 1..<offsets[border[column + 1]]))
        }
      } else {
        break
      }
      next = current.upperBound + 1
    }
    return table.rows.isEmpty && table.header == nil ? nil : table
  }

  /// The lines of a table whose cells span columns or rows.
  private func drawing(_ content: Int, in line: Range<Int>) -> Range<Int>? {
    guard border(in: line) != nil else { return nil }
    var drawing = content..<line.upperBound
    var last = line
    while last.upperBound + 1 < end {
      let next = last.upperBound + 1..<lineEnd(from: last.upperBound + 1)
      guard let first = source[next].first(where: { $0 != UInt8(ascii: " ") }),
        "+|".utf8.contains(first)
      else { break }
      last = next
      drawing = content..<next.upperBound
    }
    let end = trimmed(last)
    return last != line && byte(end.lowerBound) == UInt8(ascii: "+")
      && byte(end.upperBound - 1) == UInt8(ascii: "+") ? drawing : nil
  }

  /// Shows a table that no cells of ours can be made of as it is drawn.
  private mutating func putCode(_ drawing: Range<Int>) {
    report.add(.tableWithSpans(SourceRange(path: path, bytes: drawing)))
    flush(upTo: drawing.lowerBound)
    let fence = "~~~~~~~~"
    text.put("\(fence)\n".utf8, for: drawing.lowerBound..<drawing.lowerBound)
    text.copy(drawing, of: source)
    text.put("\n\(fence)".utf8, for: drawing.upperBound..<drawing.upperBound)
    index = drawing.upperBound
    copied = index
    beginText(until: paragraphEnd)
  }

  /// The columns at which the pluses of a line of `+--:+` stand; nil for another line.
  private func border(in line: Range<Int>) -> [Int]? {
    var columns: [Int] = []
    let last = trimmed(line).upperBound
    for offset in line.lowerBound..<max(line.lowerBound, last) {
      switch source[offset] {
      case UInt8(ascii: "+"): columns.append(offset - line.lowerBound)
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ":"): continue
      case UInt8(ascii: " ") where columns.isEmpty: continue
      default: return nil
      }
    }
    return columns.count >= 2 ? columns : nil
  }

  private func alignments(in border: Range<Int>) -> [Table.Alignment] {
    source[border].split(separator: UInt8(ascii: "+")).filter { $0.contains { !isBlank($0) } }
      .map { part in
        switch (part.first == UInt8(ascii: ":"), part.last == UInt8(ascii: ":")) {
        case (true, true): .center
        case (true, false): .left
        case (false, true): .right
        case (false, false): .none
        }
      }
  }

  // MARK: - Both

  /// Where each scalar of a line begins, and where the line ends.
  func scalarOffsets(of line: Range<Int>) -> [Int] {
    line.filter { source[$0] & 0xC0 != 0x80 } + [line.upperBound]
  }

  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, isBlank(source[first]) { first += 1 }
    while last > first, isBlank(source[last - 1]) { last -= 1 }
    return first..<last
  }

  /// Sets a table as GitHub draws it: one line a row.
  mutating func put(_ table: DrawnTable, indent: Range<Int>) {
    flush(upTo: table.range.lowerBound)
    let columns = table.alignments.count
    putRow(table.header ?? Array(repeating: [], count: columns))
    putLine(indent)
    for alignment in table.alignments {
      let dashes =
        switch alignment {
        case .none: "|---"
        case .left: "|:--"
        case .center: "|:-:"
        case .right: "|--:"
        }
      text.put(dashes.utf8, for: table.range.lowerBound..<table.range.lowerBound)
    }
    text.put("|".utf8, for: table.range.lowerBound..<table.range.lowerBound)
    for row in table.rows {
      putLine(indent)
      putRow(row)
    }
    text.put("\n".utf8, for: table.range.upperBound..<table.range.upperBound)
    index = table.range.upperBound
    copied = index
    beginText(until: paragraphEnd)
  }

  private mutating func putLine(_ indent: Range<Int>) {
    text.put("\n".utf8, for: indent.lowerBound..<indent.lowerBound)
    text.copy(indent, of: source)
  }

  private mutating func putRow(_ cells: [DrawnTable.Cell]) {
    for cell in cells {
      text.put("| ".utf8, for: copied..<copied)
      for line in cell where !line.isEmpty { putCell(line) }
    }
    text.put("|".utf8, for: copied..<copied)
  }

  /// One line of a cell, with its marks; a bar inside it is escaped.
  private mutating func putCell(_ line: Range<Int>) {
    index = line.lowerBound
    copied = index
    beginText(until: line.upperBound)
    escapesBars = true
    scanText(until: line.upperBound)
    flush(upTo: line.upperBound)
    escapesBars = false
    text.put(" ".utf8, for: line.upperBound..<line.upperBound)
  }

  /// Begins a stretch of text of its own: nothing that is open reaches into it.
  mutating func beginText(until offset: Int) {
    closers.removeAll(keepingCapacity: true)
    fruitless = Fruitless()
    segmentEnd = offset
  }
}

extension Diagnostic {
  fileprivate static func tableWithSpans(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "table-with-spans",
      "This table has no straight rows and columns; it is printed as it is drawn", at: range,
      hint: "Give each row a cell for every column")
  }
}
