/// Texts of which it is only asked whether they are among them, each known by 64 bits: no two in a
/// million are taken for each other.
struct TextSet: Sendable, Codable {
  /// Sorted.
  @Raw private var marks: [Fingerprint]

  init(_ texts: some Sequence<String> = []) {
    marks = texts.map { Fingerprint($0) }.sorted()
  }

  func contains(_ text: String) -> Bool {
    let mark = Fingerprint(text)
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle] < mark { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low] == mark
  }
}
