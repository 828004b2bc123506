/// The entities of HTML that texts are written with.
enum EntityNames {
  /// The character of `amp`, `eacute`, `#233` or `#xE9`; nil for an unknown name.
  static func text(of name: Substring) -> String? {
    if name.first == "#" {
      let digits = name.dropFirst()
      let number =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
    return others[String(name)] ?? latin[String(name)] ?? greek[String(name)]
  }

  private static let others: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "OElig": "Œ", "oelig": "œ",
    "Scaron": "Š", "scaron": "š", "Yuml": "Ÿ", "fnof": "ƒ", "circ": "ˆ", "tilde": "˜",
    "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}",
    "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}", "ndash": "–", "mdash": "—",
    "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„",
    "dagger": "†", "Dagger": "‡", "bull": "•", "hellip": "…", "permil": "‰", "prime": "′",
    "Prime": "″", "lsaquo": "‹", "rsaquo": "›", "euro": "€", "trade": "™", "larr": "←",
    "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔", "minus": "−", "radic": "√", "infin": "∞",
    "asymp": "≈", "ne": "≠", "equiv": "≡", "le": "≤", "ge": "≥", "sum": "∑", "prod": "∏",
    "part": "∂", "int": "∫", "deg": "°", "hyphen": "‐",
  ]

  /// U+00A0 to U+00FF, in their order.
  private static let latin = table(
    from: 0xA0,
    """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
    uuml yacute thorn yuml
    """)

  /// U+0391 to U+03C9, in their order.
  private static let greek = table(
    from: 0x391,
    """
    Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - \
    Sigma Tau Upsilon Phi Chi Psi Omega - - - - - - - alpha beta gamma delta epsilon zeta eta \
    theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega
    """)

  private static func table(from first: UInt32, _ names: String) -> [String: String] {
    var table: [String: String] = [:]
    for (offset, name) in names.split(separator: " ").enumerated() {
      guard let scalar = Unicode.Scalar(first + UInt32(offset)) else { continue }
      table[String(name)] = String(Character(scalar))
    }
    return table
  }
}
