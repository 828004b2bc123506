/// `\begin{name}…\end{name}`.
struct LaTeXEnvironment {
  /// Without the star that only takes its number away.
  var name: String
  var content: Range<Int>
  var range: Range<Int>

  /// Whether what stands in an environment of that name is no TeX.
  static func isVerbatim(_ name: String) -> Bool {
    ["verbatim", "Verbatim", "lstlisting", "minted", "alltt"].contains(name)
  }

  var isVerbatim: Bool { Self.isVerbatim(name) }

  /// The stretches after each `\item` of a list, and what stands before the first.
  func items(in source: [UInt8], _ all: LaTeXEnvironments) -> (
    before: Range<Int>, items: [Range<Int>]
  ) {
    let item = Array("\\item".utf8)
    var starts: [Int] = []
    var place = content.lowerBound
    while place < content.upperBound {
      guard source[place] == UInt8(ascii: "\\") else {
        place += 1
        continue
      }
      if let end = all.end(of: place), end < content.upperBound {
        place = end
        continue
      }
      let rest = source[place..<content.upperBound]
      if rest.starts(with: item), !isASCIILetter(rest.dropFirst(item.count).first ?? 0) {
        starts.append(place)
      }
      place += 2
    }
    let ends = starts.dropFirst() + [content.upperBound]
    return (
      content.lowerBound..<(starts.first ?? content.upperBound),
      zip(starts, ends).map { $0 + item.count..<$1 }
    )
  }
}
