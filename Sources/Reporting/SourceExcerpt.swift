/// A source line as it is shown under a diagnostic, and the line that marks the offending text.
///
/// ```
/// orcid: 0000-0002-1825-0098
///        ^~~~~~~~~~~~~~~~~~~
/// ```
struct SourceExcerpt {
  /// The line, shortened with `…` around the marked text when it is a whole paragraph.
  private(set) var line = ""
  private(set) var marker = ""

  /// Columns a terminal gives us before lines wrap.
  private static let width = 96
  private static let before = 40

  init(of bytes: Range<Int>, in source: SourceText) {
    let (shown, isCutBefore, isCutAfter) = source.surroundings(of: bytes.lowerBound)
    let scalars = Array(source[shown].unicodeScalars)
    let markedBytes = bytes.clamped(to: shown)
    let marked = source[shown.lowerBound..<markedBytes.lowerBound].unicodeScalars.count
    let markedEnd = marked + source[markedBytes].unicodeScalars.count
    let window = Self.window(around: marked, of: scalars.count)

    if window.lowerBound > 0 || isCutBefore { append("…", mark: " ") }
    for index in window {
      let scalar = scalars[index] == "\t" ? " " : visible(scalars[index])
      let mark: Character = index == marked ? "^" : index > marked && index < markedEnd ? "~" : " "
      append(scalar, mark: mark)
    }
    if window.upperBound < scalars.count || isCutAfter { append("…", mark: " ") }
    if marked >= window.upperBound { marker.append("^") }
    while marker.last == " " { marker.removeLast() }
  }

  private mutating func append(_ scalar: Unicode.Scalar, mark: Character) {
    line.unicodeScalars.append(scalar)
    let columns = columns(of: scalar)
    guard columns > 0 else { return }
    marker.append(mark)
    if columns == 2 { marker.append(mark == "^" ? "~" : mark) }
  }

  /// The scalars shown when the line is too long for a terminal.
  private static func window(around marked: Int, of count: Int) -> Range<Int> {
    guard count > width else { return 0..<count }
    let start = min(max(0, marked - before), count - width)
    return start..<start + width
  }
}

/// How many columns of a terminal a scalar takes.
private func columns(of scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
