/// A table of XHTML as a pipe table; a cell over several columns or rows leaves empty cells.
struct PipeTable {
  private var rows: [[String]] = []

  init(_ table: MarkupElement, inline: JATSInline) {
    /// For each column how many rows below are taken, by a cell over several rows.
    var taken: [Int] = []
    for row in table.descendants(named: "tr") {
      var cells: [String] = []
      func skipTaken() {
        while cells.count < taken.count, taken[cells.count] > 0 {
          taken[cells.count] -= 1
          cells.append("")
        }
      }
      for cell in row.elements where cell.name == "td" || cell.name == "th" {
        skipTaken()
        let columns = Self.span(cell, "colspan")
        let below = Self.span(cell, "rowspan") - 1
        for column in 0..<columns {
          cells.append(column == 0 ? Self.text(cell, inline) : "")
          while taken.count < cells.count { taken.append(0) }
          taken[cells.count - 1] = below
        }
      }
      skipTaken()
      rows.append(cells)
    }
  }

  private static func span(_ cell: MarkupElement, _ name: String) -> Int {
    min(max(cell.attribute(name).flatMap { Int($0) } ?? 1, 1), 100)
  }

  private static func text(_ cell: MarkupElement, _ inline: JATSInline) -> String {
    inline.text(cell).split(separator: "\\\n").joined(separator: " ")
  }

  var markdown: String {
    let width = rows.map(\.count).max() ?? 0
    guard width > 0 else { return "" }
    let lines = rows.map { row in
      "| " + (row + Array(repeating: "", count: width - row.count)).joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: " --- |", count: width)
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }
}
