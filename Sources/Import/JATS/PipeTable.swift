/// A table of XHTML as a pipe table; a cell over several columns or rows leaves empty cells.
struct PipeTable {
  private var rows: [[String]] = []
  /// To which side a column is set, as the first of its cells that says so has it.
  private var alignments: [String?] = []
  /// Cells span at most so many columns and rows, and only columns up to such a number: wider than
  /// any page, and few enough for a table of such cells alone.
  private static let (greatestSpan, greatestWidth) = (100, 1_000)

  /// - Parameters:
  ///   - table: the table.
  ///   - text: what a cell holds, as Markdown.
  init(_ table: MarkupElement, text: (MarkupElement) -> String) {
    /// For each column how many rows below are taken, by a cell over several rows.
    var taken: [Int] = []
    for row in table.outermost("tr", outside: "table") {
      var cells: [String] = []
      func skipTaken() {
        while cells.count < taken.count, taken[cells.count] > 0 {
          taken[cells.count] -= 1
          cells.append("")
        }
      }
      for cell in row.elements where cell.name == "td" || cell.name == "th" {
        skipTaken()
        let spans = cells.count < Self.greatestWidth
        let columns = spans ? Self.span(cell, "colspan") : 1
        let below = spans ? Self.span(cell, "rowspan") - 1 : 0
        for column in 0..<columns {
          cells.append(column == 0 ? text(cell).withBreaksAsTags : "")
          while alignments.count < cells.count { alignments.append(nil) }
          if column == 0, alignments[cells.count - 1] == nil {
            alignments[cells.count - 1] = cell.attribute("align")?.lowercased()
          }
          while taken.count < cells.count { taken.append(0) }
          taken[cells.count - 1] = below
        }
      }
      skipTaken()
      rows.append(cells)
    }
  }

  private static func span(_ cell: MarkupElement, _ name: String) -> Int {
    min(max(cell.attribute(name).flatMap { Int($0) } ?? 1, 1), greatestSpan)
  }

  var markdown: String { pipeTable(rows, alignments: alignments) }
}
