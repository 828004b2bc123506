import Prose

/// Formulas as JATS: MathML as the page has it and the TeX that the author wrote, or TeX alone.
extension JATSBody {
  func writeFormula(_ math: Math, to xml: inout XMLWriter) {
    guard let mathML = mathML(math) else {
      xml.element("tex-math", [], math.tex)
      return
    }
    xml.mixed("alternatives") { xml in
      xml.fragment(Self.withPrefix(mathML))
      xml.element("tex-math", [], math.tex)
    }
  }

  /// The same elements with the prefix that the tag set asks for, since a DTD knows no namespaces.
  static func withPrefix(_ mathML: String) -> [UInt8] {
    let namespace = Array(" xmlns=\"http://www.w3.org/1998/Math/MathML\"".utf8)
    let source = Array(mathML.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count * 5 / 4)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "<") {
        let isClosing = index + 1 < source.count && source[index + 1] == UInt8(ascii: "/")
        bytes += (isClosing ? "</mml:" : "<mml:").utf8
        index += isClosing ? 2 : 1
      } else if source[index] == UInt8(ascii: " "), source[index...].starts(with: namespace) {
        bytes += " xmlns:mml=\"http://www.w3.org/1998/Math/MathML\"".utf8
        index += namespace.count
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return bytes
  }
}
