/// What stands in an environment that floats: pictures or a table, a caption, a label.
struct LaTeXFloat {
  let source: [UInt8]
  let content: Range<Int>

  /// What the caption holds, its label left to be read with it.
  var caption: Range<Int>? { command("\\caption", from: content.lowerBound)?.argument }

  /// The label, where it is not part of the caption.
  func label(in scanner: borrowing MarkScanner) -> String? {
    guard let label = command("\\label", from: content.lowerBound)?.argument,
      caption.map({ !$0.contains(label.lowerBound) }) ?? true
    else { return nil }
    return String(decoding: source[label], as: UTF8.self)
  }

  var images: [(path: Range<Int>, width: String?)] {
    var images: [(path: Range<Int>, width: String?)] = []
    var start = content.lowerBound
    while let found = command("\\includegraphics", from: start) {
      let isPlain = source[found.argument].allSatisfy { $0 > 0x20 && $0 != 0x3C && $0 != 0x3E }
      if !isPlain || found.argument.isEmpty { return [] }
      images.append((found.argument, found.options.flatMap(width)))
      start = found.whole.upperBound
    }
    return images
  }

  /// `80%` of `width=0.8\textwidth`.
  private func width(_ options: Range<Int>) -> String? {
    for option in source[options].split(separator: UInt8(ascii: ",")) {
      let text = String(decoding: option, as: UTF8.self).filter { $0 != " " }
      guard text.hasPrefix("width="), let end = text.firstIndex(of: "\\"),
        ["\\textwidth", "\\linewidth", "\\columnwidth"].contains(String(text[end...]))
      else { continue }
      let factor = text[..<end].dropFirst("width=".count)
      guard let share = factor.isEmpty ? 1 : Double(factor), (0.01...1).contains(share) else {
        return nil
      }
      return "\(Int((share * 100).rounded()))%"
    }
    return nil
  }

  private struct Command {
    var argument: Range<Int>
    /// What stands in square brackets before it.
    var options: Range<Int>?
    var whole: Range<Int>
  }

  /// The first command of that name with an argument.
  private func command(_ name: String, from start: Int) -> Command? {
    let name = Array(name.utf8)
    var begin = start
    while begin + name.count < content.upperBound {
      guard source[begin] == name[0], source[begin..<begin + name.count].elementsEqual(name) else {
        begin += 1
        continue
      }
      var place = begin + name.count
      if source[place] == UInt8(ascii: "*") { place += 1 }
      var options: Range<Int>?
      if place < content.upperBound, source[place] == UInt8(ascii: "["),
        let close = source[place..<content.upperBound].firstIndex(of: UInt8(ascii: "]"))
      {
        options = place + 1..<close
        place = close + 1
      }
      guard place < content.upperBound, source[place] == UInt8(ascii: "{"),
        let close = source.closingBrace(of: place, until: content.upperBound)
      else {
        begin += name.count
        continue
      }
      return Command(argument: place + 1..<close, options: options, whole: begin..<close + 1)
    }
    return nil
  }

  /// Whether nothing but commands that say how to set it stands there besides caption, label,
  /// pictures and `table`: no word is to be lost.
  func isUnderstood(besides table: Range<Int>?) -> Bool {
    var place = content.lowerBound
    if place < content.upperBound, source[place] == UInt8(ascii: "[") {
      place = source[place..<content.upperBound].firstIndex(of: UInt8(ascii: "]")) ?? place
    }
    while place < content.upperBound {
      if let table, table.contains(place) {
        place = table.upperBound
        continue
      }
      switch source[place] {
      case UInt8(ascii: "%"):
        place =
          source[place..<content.upperBound].firstIndex(of: UInt8(ascii: "\n"))
          ?? content.upperBound
      case UInt8(ascii: "\\"):
        let name = place + 1
        place += 1
        while place < content.upperBound, isASCIILetter(source[place]) { place += 1 }
        let word = String(decoding: source[name..<place], as: UTF8.self)
        guard Self.settings.contains(word) else { return false }
        if Self.lengths.contains(word) { place = lengthEnd(place) }
        while place < content.upperBound, "[{*".utf8.contains(source[place]) {
          guard let end = argumentEnd(place) else { return false }
          place = end
        }
      case let byte where isASCIILetter(byte) || isASCIIDigit(byte) || byte >= 0x80: return false
      default: place += 1
      }
    }
    return true
  }

  /// Commands whose words are read elsewhere, or that have none.
  private static let settings: Set<String> = [
    "caption", "label", "includegraphics", "centering", "small", "footnotesize", "scriptsize",
    "tiny", "normalsize", "large", "vspace", "hspace", "setlength", "renewcommand", "captionsetup",
    "resizebox", "scalebox", "hfill", "hskip", "vskip", "par", "noindent", "textwidth",
    "linewidth", "columnwidth", "arraystretch", "tabcolsep", "centerline",
    "tightlist", "itemsep", "parskip", "parsep", "topsep",
  ]

  /// Those of them that a length may follow, as in `\itemsep0em`.
  private static let lengths: Set<String> = [
    "hskip", "vskip", "itemsep", "parskip", "parsep", "topsep",
  ]

  private func lengthEnd(_ place: Int) -> Int {
    let digits = source[place..<content.upperBound].prefix { " =-.0123456789".utf8.contains($0) }
    guard digits.contains(where: isASCIIDigit) else { return place }
    return min(digits.endIndex + 2, content.upperBound)
  }

  /// The offset after a star, or after what stands in brackets.
  private func argumentEnd(_ place: Int) -> Int? {
    switch source[place] {
    case UInt8(ascii: "{"): source.closingBrace(of: place, until: content.upperBound).map { $0 + 1 }
    case UInt8(ascii: "["):
      source[place..<content.upperBound].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
    default: place + 1
    }
  }
}
