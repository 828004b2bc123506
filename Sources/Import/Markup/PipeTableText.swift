/// A table whose first row is its head, as a pipe table.
///
/// The head gets as many cells as the longest row; shorter rows stay as they are, since Markdown
/// fills them, and a table of one long row and many short ones would grow with the square of it.
///
/// - Parameters:
///   - rows: the cells, as Markdown.
///   - alignments: to which side the columns are set, by the words of HTML.
/// - Returns: the lines of the table.
func pipeTable(_ rows: [[String]], alignments: [String?] = []) -> String {
  let width = rows.map(\.count).max() ?? 0
  guard width > 0 else { return "" }
  let head = rows[0] + Array(repeating: "", count: width - rows[0].count)
  let lines = ([head] + rows.dropFirst()).map { "| " + $0.joined(separator: " | ") + " |" }
  let rules = (0..<width).map { column in
    switch column < alignments.count ? alignments[column] : nil {
    case "left": " :-- |"
    case "right": " --: |"
    case "center": " :-: |"
    default: " --- |"
    }
  }
  let rule = "|" + rules.joined()
  return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
}
