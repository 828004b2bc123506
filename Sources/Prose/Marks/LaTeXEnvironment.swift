/// `\begin{name}…\end{name}`.
struct LaTeXEnvironment {
  /// Without the star that only takes its number away.
  var name: String
  var content: Range<Int>
  var range: Range<Int>

  /// Whether what stands in it is no TeX.
  private static func isVerbatim(_ name: String) -> Bool {
    ["verbatim", "Verbatim", "lstlisting", "minted", "alltt"].contains(name)
  }

  var isVerbatim: Bool { Self.isVerbatim(name) }

  /// The environment that begins at `offset` and has an end before `limit`; others of the same name
  /// may stand in it.
  init?(in source: [UInt8], at offset: Int, until limit: Int) {
    let command = "\\begin{".utf8
    guard offset + command.count < limit, source[offset..<limit].starts(with: command),
      let brace = source.closingBrace(
        of: offset + command.count - 1, until: min(limit, offset + 60))
    else { return nil }
    let full = source[offset + command.count..<brace]
    name = String(decoding: full.last == UInt8(ascii: "*") ? full.dropLast() : full, as: UTF8.self)
    let opening = Array("\\begin{".utf8) + full + [UInt8(ascii: "}")]
    let closing = Array("\\end{".utf8) + full + [UInt8(ascii: "}")]
    var depth = 1
    var place = brace + 1
    while place + closing.count <= limit {
      guard source[place] == UInt8(ascii: "\\") else {
        place += 1
        continue
      }
      if source[place..<limit].starts(with: closing) {
        depth -= 1
        if depth == 0 {
          content = brace + 1..<place
          range = offset..<place + closing.count
          return
        }
      } else if Self.isVerbatim(name) {
        place += 1
        continue
      } else if source[place..<limit].starts(with: opening) {
        depth += 1
      }
      place += 2
    }
    return nil
  }

  /// The stretches after each `\item` of a list, and what stands before the first.
  func items(in source: [UInt8]) -> (before: Range<Int>, items: [Range<Int>]) {
    let item = Array("\\item".utf8)
    var starts: [Int] = []
    var depth = 0
    var mayHoldCode = true
    var place = content.lowerBound
    while place < content.upperBound {
      guard source[place] == UInt8(ascii: "\\") else {
        place += 1
        continue
      }
      let rest = source[place..<content.upperBound]
      if rest.starts(with: "\\begin{".utf8) {
        if mayHoldCode, isCode(rest) {
          let code = LaTeXEnvironment(in: source, at: place, until: content.upperBound)
          mayHoldCode = code != nil
          place = code?.range.upperBound ?? place + 2
          continue
        }
        depth += 1
      } else if rest.starts(with: "\\end{".utf8) {
        depth -= 1
      } else if depth == 0, rest.starts(with: item),
        !isASCIILetter(rest.dropFirst(item.count).first ?? 0)
      {
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

  private func isCode(_ text: ArraySlice<UInt8>) -> Bool {
    let name = text.dropFirst("\\begin{".utf8.count).prefix { isASCIILetter($0) }
    return Self.isVerbatim(String(decoding: name, as: UTF8.self))
  }
}
