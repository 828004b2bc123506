/// A block of code in LaTeX: what its options say, and the code.
struct LaTeXListing {
  /// The lines between the first and the last.
  private(set) var code: Range<Int>
  private(set) var caption: Range<Int>?
  private var language: String?
  private var label: String?
  private let source: [UInt8]

  init(source: [UInt8], environment: LaTeXEnvironment) {
    self.source = source
    code = environment.content
    if let close = bracket(UInt8(ascii: "["), UInt8(ascii: "]")) {
      readOptions(code.lowerBound + 1..<close)
      code = close + 1..<code.upperBound
    }
    if environment.name == "minted", let close = bracket(UInt8(ascii: "{"), UInt8(ascii: "}")) {
      language = String(decoding: source[code.lowerBound + 1..<close], as: UTF8.self)
      code = close + 1..<code.upperBound
    }
    trim()
  }

  /// One more than the longest run of backticks in the code, at least three.
  var fenceLength: Int {
    let runs = source[code].split { $0 != UInt8(ascii: "`") }
    return max(3, (runs.map(\.count).max() ?? 0) + 1)
  }

  /// The language and the label as pandoc's attributes of a block of code.
  var attributes: String {
    let name = language.map { $0.lowercased() }.flatMap { Self.isWord($0) ? $0 : nil }
    let id = label.flatMap { Self.isWord($0) ? $0 : nil }
    let parts = [name.map { "." + $0 }, id.map { "#" + $0 }].compactMap(\.self)
    return parts.isEmpty ? "" : " {\(parts.joined(separator: " "))}"
  }

  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || "-_:+".utf8.contains($0) }
  }

  /// The bracket that closes the one right after `\begin{…}`, in the same line.
  private func bracket(_ open: UInt8, _ close: UInt8) -> Int? {
    guard let first = source[code].first, first == open else { return nil }
    var depth = 0
    for place in code {
      if source[place] == UInt8(ascii: "{") { depth += 1 }
      if source[place] == UInt8(ascii: "}") { depth -= 1 }
      if source[place] == close, depth == 0 { return place }
    }
    return nil
  }

  /// `language=Python, caption={…}, label=lst:a`.
  private mutating func readOptions(_ options: Range<Int>) {
    var depth = 0
    var start = options.lowerBound
    for place in options.lowerBound...options.upperBound {
      let byte = place < options.upperBound ? source[place] : UInt8(ascii: ",")
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      guard byte == UInt8(ascii: ","), depth <= 0 || place == options.upperBound else { continue }
      readOption(start..<place)
      start = place + 1
    }
  }

  private mutating func readOption(_ option: Range<Int>) {
    guard let equals = source[option].firstIndex(of: UInt8(ascii: "=")) else { return }
    var (first, last) = (equals + 1, option.upperBound)
    while first < last, isBlank(source[first]) { first += 1 }
    while last > first, isBlank(source[last - 1]) { last -= 1 }
    if last > first + 1, source[first] == UInt8(ascii: "{"), source[last - 1] == UInt8(ascii: "}") {
      (first, last) = (first + 1, last - 1)
    }
    let value = String(decoding: source[first..<last], as: UTF8.self)
    let key = String(decoding: source[option.lowerBound..<equals], as: UTF8.self)
    switch key.filter({ !$0.isWhitespace }) {
    case "caption" where first < last: caption = first..<last
    case "label": label = value
    case "language": language = value
    default: break
    }
  }

  /// Takes the rest of the first line away, and what stands before `\end` in the last.
  private mutating func trim() {
    var (first, last) = (code.lowerBound, code.upperBound)
    while first < last, source[first] == UInt8(ascii: " ") || source[first] == 0x0D { first += 1 }
    if first < last, source[first] == UInt8(ascii: "\n") { first += 1 }
    while last > first, source[last - 1] == UInt8(ascii: " ") { last -= 1 }
    if last > first, source[last - 1] == UInt8(ascii: "\n") { last -= 1 }
    code = first..<last
  }
}
