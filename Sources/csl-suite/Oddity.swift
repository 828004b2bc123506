/// A style that asks for entries without text or for doubled punctuation, and how often that shows
/// on the sample items.
struct Oddity: Hashable, Comparable, CustomStringConvertible {
  var style: String
  /// `empty` or `marks`.
  var kind: String
  var count: Int

  init(style: String, kind: String, count: Int) {
    self.style = style
    self.kind = kind
    self.count = count
  }

  /// A line of a list: style, kind, count and reason, with tabs between; nil for a comment.
  init?(line: Substring) {
    let fields = line.split(separator: "\t")
    guard !line.hasPrefix("#"), fields.count == 4, let count = Int(fields[2]) else { return nil }
    self.init(style: String(fields[0]), kind: String(fields[1]), count: count)
  }

  var description: String { "\(style)\t\(kind)\t\(count)" }

  static func < (a: Oddity, b: Oddity) -> Bool { a.description < b.description }
}
