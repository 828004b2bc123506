extension MarkScanner {
  /// Columns under a line of dashes with gaps; without a header a second such line ends it.
  func simpleTable(in line: Range<Int>) -> DrawnTable? {
    let next = line.upperBound + 1
    guard next < end else { return nil }
    if isRule(line) { return multilineTable(in: line) }
    if let columns = columns(in: line) {
      return simpleTable(columns, header: nil, dashes: line, start: line.lowerBound)
    }
    let dashes = next..<lineEnd(from: next)
    guard let columns = columns(in: dashes) else { return nil }
    let table = simpleTable(columns, header: line, dashes: dashes, start: line.lowerBound)
    return table?.rows.isEmpty == false ? table : nil
  }

  private func simpleTable(
    _ columns: [Range<Int>], header: Range<Int>?, dashes: Range<Int>, start: Int
  ) -> DrawnTable? {
    var table = DrawnTable(
      alignments: header.map { alignments(of: $0, columns) }
        ?? Array(repeating: .none, count: columns.count),
      header: header.map { cells(of: $0, columns) }, rows: [], range: start..<dashes.upperBound)
    var next = dashes.upperBound + 1
    while next < end {
      let line = next..<lineEnd(from: next)
      table.range = start..<line.upperBound
      if self.columns(in: line) != nil { return table }
      guard source[line].contains(where: { !isBlank($0) }) else {
        table.range = start..<max(line.lowerBound - 1, start)
        break
      }
      table.rows.append(cells(of: line, columns))
      next = line.upperBound + 1
    }
    return header == nil ? nil : table
  }

  /// The stretches of dashes in a line of at least two.
  private func columns(in line: Range<Int>) -> [Range<Int>]? {
    var columns: [Range<Int>] = []
    var offset = line.lowerBound
    while offset < line.upperBound {
      let start = offset
      while byte(offset) == UInt8(ascii: "-") { offset += 1 }
      if offset > start {
        guard offset - start >= 2 else { return nil }
        columns.append(start - line.lowerBound..<offset - line.lowerBound)
      } else if isBlank(source[offset]) {
        offset += 1
      } else {
        return nil
      }
    }
    return columns.count >= 2 ? columns : nil
  }

  /// A cell reaches from the begin of its dashes to the begin of the next.
  private func cells(of line: Range<Int>, _ columns: [Range<Int>]) -> [DrawnTable.Cell] {
    let offsets = scalarOffsets(of: line)
    return columns.indices.map { column in
      let from = column == 0 ? 0 : columns[column].lowerBound
      let to = column + 1 < columns.count ? columns[column + 1].lowerBound : offsets.count - 1
      let last = offsets.count - 1
      return [trimmed(offsets[min(from, last)]..<offsets[min(max(from, to), last)])]
    }
  }

  /// A header that ends with its dashes but begins after them stands at the right.
  private func alignments(of header: Range<Int>, _ columns: [Range<Int>]) -> [Table.Alignment] {
    let texts = cells(of: header, columns)
    return columns.indices.map { column in
      let text = texts[column][0]
      let begins = text.lowerBound - header.lowerBound == columns[column].lowerBound
      let ends = text.upperBound - header.lowerBound == columns[column].upperBound
      return switch (begins, ends) {
      case (true, true): .none
      case (true, false): .left
      case (false, true): .right
      case (false, false): .center
      }
    }
  }

  // MARK: - Tables of several lines a row

  /// A rule, the header, dashes with gaps, rows with blank lines between them, a rule.
  private func multilineTable(in rule: Range<Int>) -> DrawnTable? {
    var next = rule.upperBound + 1
    var header: [Range<Int>] = []
    while next < end, header.count < 10 {
      let line = next..<lineEnd(from: next)
      next = line.upperBound + 1
      guard source[line].contains(where: { !isBlank($0) }) else { return nil }
      guard let columns = columns(in: line) else {
        header.append(line)
        continue
      }
      guard let first = header.first else { return nil }
      var table = DrawnTable(
        alignments: alignments(of: first, columns), header: merged(header, columns), rows: [],
        range: rule.lowerBound..<line.upperBound)
      return readRows(columns, from: next, into: &table) ? table : nil
    }
    return nil
  }

  /// Reads rows up to the closing rule; false if there is none.
  private func readRows(
    _ columns: [Range<Int>], from start: Int, into table: inout DrawnTable
  ) -> Bool {
    var row: [Range<Int>] = []
    var next = start
    while next < end {
      let line = next..<lineEnd(from: next)
      next = line.upperBound + 1
      let isEnd = isRule(line)
      if isEnd || source[line].allSatisfy(isBlank) {
        if row.isEmpty, !isEnd { return false }
        if !row.isEmpty { table.rows.append(merged(row, columns)) }
        row = []
        guard isEnd else { continue }
        table.range = table.range.lowerBound..<line.upperBound
        return true
      }
      row.append(line)
    }
    return false
  }

  /// The cells of several lines, each line with its share.
  private func merged(_ lines: [Range<Int>], _ columns: [Range<Int>]) -> [DrawnTable.Cell] {
    lines.reduce(into: columns.map { _ in [] }) { row, line in
      for (column, cell) in cells(of: line, columns).enumerated() { row[column] += cell }
    }
  }

  /// A line of ten dashes or more and nothing else.
  private func isRule(_ line: Range<Int>) -> Bool {
    let text = source[trimmed(line)]
    return text.count >= 10 && text.allSatisfy { $0 == UInt8(ascii: "-") }
  }
}
