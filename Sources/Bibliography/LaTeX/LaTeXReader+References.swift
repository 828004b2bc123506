extension LaTeXReader {
  /// Reads what follows an ampersand: a character reference of HTML, or text.
  ///
  /// Publishers leave references in exports, and LaTeX could not print them. Behind a backslash the
  /// ampersand is text.
  mutating func readReference() {
    let start = position - 1
    let name = input[position...].prefix(8).prefix {
      Self.isLetter($0) || Self.isDigit($0) || $0 == UInt8(ascii: "#")
    }
    guard let end = input[name.endIndex...].first, end == UInt8(ascii: ";"),
      let character = Self.character(named: String(decoding: name, as: UTF8.self))
    else {
      output.bytes.append(UInt8(ascii: "&"))
      return
    }
    position = name.endIndex + 1
    references.append(start..<position)
    output.append(String(character))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func character(named name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
    return number.flatMap { $0 < 0x20 || $0 == 0x7F ? nil : Unicode.Scalar($0) }
  }

  /// Those of Latin-1, in its order from U+00A0 on (HTML 4 §24.2.1), and what exports are full of.
  private static let named: [String: Unicode.Scalar] = {
    let latin = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
      sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
      Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
      szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
      iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
      ucirc uuml yacute thorn yuml
      """
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "’", "ndash": "–", "mdash": "—",
      "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…", "bull": "•",
      "thinsp": "\u{2009}", "ensp": "\u{2002}", "emsp": "\u{2003}", "minus": "−",
    ]
    for (index, name) in latin.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(UInt8(0xA0 + index))
    }
    return named
  }()
}
