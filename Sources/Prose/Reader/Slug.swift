/// Makes anchors of titles, in any script.
enum Slug {
  /// Letters, marks and digits in lower case; hyphens where blanks or hyphens stood.
  static func make(of title: String) -> String {
    var slug = String.UnicodeScalarView()
    var isPending = false
    for scalar in title.unicodeScalars {
      if isPart(scalar) {
        if isPending, !slug.isEmpty { slug.append("-") }
        isPending = false
        if scalar.value < 0x80 {
          slug.append(contentsOf: isUpper(scalar) ? lower(scalar) : String(scalar).unicodeScalars)
        } else {
          slug.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
      } else if scalar.properties.isWhitespace || scalar == "-" || scalar == "–" || scalar == "—" {
        isPending = true
      }
    }
    return slug.isEmpty ? "section" : String(slug)
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return isASCIILetter(UInt8(scalar.value)) || isASCIIDigit(UInt8(scalar.value))
        || scalar == "_"
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    // Joiners shape the letters of Urdu and Persian.
    case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
    default: false
    }
  }

  private static func isUpper(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }

  private static func lower(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    String(Unicode.Scalar(UInt8(scalar.value) | 0x20)).unicodeScalars
  }
}
