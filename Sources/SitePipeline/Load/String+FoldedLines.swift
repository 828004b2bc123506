import Reporting

extension String {
  /// Without the blanks that YAML makes of ends of lines where Chinese and Japanese have none.
  var joiningFoldedLines: String {
    guard utf8.span.greatest >= 0xE3 else { return self }
    let scalars = Array(unicodeScalars)
    var joined = UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isBetween =
        scalar == " " && index > 0 && index + 1 < scalars.count
        && scalars[index - 1].standsWithoutBlanks && scalars[index + 1].standsWithoutBlanks
      if !isBetween { joined.append(scalar) }
    }
    return String(joined)
  }
}
