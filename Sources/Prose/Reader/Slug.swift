/// Makes anchors of titles, in any script.
enum Slug {
  /// Letters, marks and digits in lower case; hyphens where blanks or hyphens stood.
  static func make(of title: String) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(title.utf8.count)
    var isPending = false
    for scalar in title.unicodeScalars {
      if isPart(scalar) {
        if isPending, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
        isPending = false
        if scalar.value >= 0x80 {
          slug += scalar.properties.lowercaseMapping.utf8
        } else {
          let isUpper = ("A"..."Z").contains(scalar)
          slug.append(UInt8(scalar.value) | (isUpper ? 0x20 : 0))
        }
      } else if scalar.properties.isWhitespace || scalar == "-" || scalar == "–" || scalar == "—" {
        isPending = true
      }
    }
    return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
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
}
