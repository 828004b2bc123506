/// LaTeX with the meaning of presentation MathML, as `$ … $` takes it.
func tex(fromMathML element: MarkupElement) -> String {
  if let source = element.descendants(named: "annotation").first(where: {
    ["application/x-tex", "tex", "latex"].contains($0.attribute("encoding")?.lowercased())
  }) {
    return source.text.trimmed
  }
  return TeXFromMathML.text(of: element).foldingSpace
}

private enum TeXFromMathML {
  static func text(of element: MarkupElement) -> String {
    let parts = element.elements
    func part(_ index: Int) -> String {
      index < parts.count ? text(of: parts[index]) : ""
    }
    switch element.name {
    case "mi": return identifier(element)
    case "mn", "mo": return symbols(element.text.foldingSpace)
    case "mtext", "ms":
      return "\\text{" + symbols(element.text.foldingSpace, spelled: false) + "}"
    case "mspace": return "\\ "
    case "msup": return base(parts.first) + "^{" + part(1) + "}"
    case "msub": return base(parts.first) + "_{" + part(1) + "}"
    case "msubsup": return base(parts.first) + "_{" + part(1) + "}^{" + part(2) + "}"
    case "mfrac": return "\\frac{" + part(0) + "}{" + part(1) + "}"
    case "msqrt": return "\\sqrt{" + joined(parts) + "}"
    case "mroot": return "\\sqrt[" + part(1) + "]{" + part(0) + "}"
    case "mover": return over(parts, part(0), part(1))
    case "munder":
      return takesLimits(parts.first)
        ? part(0) + "_{" + part(1) + "}" : "\\underset{" + part(1) + "}{" + part(0) + "}"
    case "munderover": return part(0) + "_{" + part(1) + "}^{" + part(2) + "}"
    case "mfenced": return fenced(element)
    case "mtable":
      let rows = parts.map { row in row.elements.map(text).joined(separator: " & ") }
      return "\\begin{matrix} " + rows.joined(separator: " \\\\ ") + " \\end{matrix}"
    case "semantics": return part(0)
    case "annotation", "annotation-xml", "mphantom": return ""
    default: return joined(parts)
    }
  }

  private static func joined(_ elements: [MarkupElement]) -> String {
    elements.map(text).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What carries an index; several symbols stand in braces.
  private static func base(_ element: MarkupElement?) -> String {
    let text = element.map(text) ?? ""
    return text.count == 1 || text.hasPrefix("\\math") ? text : "{" + text + "}"
  }

  private static func identifier(_ element: MarkupElement) -> String {
    let name = element.text.foldingSpace
    let text = symbols(name)
    switch element.attribute("mathvariant") {
    case "bold", "bold-italic": return "\\mathbf{" + text + "}"
    case "script": return "\\mathcal{" + text + "}"
    case "double-struck": return "\\mathbb{" + text + "}"
    case "normal" where name.count == 1: return "\\mathrm{" + text + "}"
    default: break
    }
    guard name.count > 1 else { return text }
    return functions.contains(name) ? "\\" + name : "\\mathrm{" + text + "}"
  }

  private static let functions: Set<String> = [
    "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh",
    "log", "ln", "lg", "exp", "lim", "limsup", "liminf", "max", "min", "sup", "inf", "det", "dim",
    "ker", "arg", "deg", "gcd", "Pr",
  ]

  private static func takesLimits(_ element: MarkupElement?) -> Bool {
    guard let text = element?.text.foldingSpace else { return false }
    return ["∑", "∏", "∫", "⋃", "⋂", "lim", "max", "min", "sup", "inf"].contains(text)
  }

  private static func over(_ parts: [MarkupElement], _ base: String, _ mark: String) -> String {
    let accent: String? =
      switch parts.last?.text.foldingSpace {
      case "^", "ˆ", "\u{302}": "\\hat"
      case "~", "˜", "\u{303}": "\\tilde"
      case "¯", "‾", "\u{304}", "―", "_": "\\bar"
      case "→", "⃗": "\\vec"
      case "˙", ".", "\u{307}": "\\dot"
      case "¨", "\u{308}": "\\ddot"
      default: nil
      }
    if let accent, parts.count == 2 { return accent + "{" + base + "}" }
    return takesLimits(parts.first)
      ? base + "^{" + mark + "}" : "\\overset{" + mark + "}{" + base + "}"
  }

  private static func fenced(_ element: MarkupElement) -> String {
    let separators = Array(element.attributes["separators"] ?? ",").filter { !$0.isWhitespace }
    var inside = ""
    for (index, part) in element.elements.enumerated() {
      if index > 0, let last = separators.last {
        inside +=
          " " + symbols(String(index - 1 < separators.count ? separators[index - 1] : last)) + " "
      }
      inside += text(of: part)
    }
    return "\\left" + symbols(element.attributes["open"] ?? "(") + " " + inside + " \\right"
      + symbols(element.attributes["close"] ?? ")")
  }

  /// Characters as LaTeX takes them; in text, marks of formulas stay words.
  private static func symbols(_ text: String, spelled: Bool = true) -> String {
    var result = ""
    for character in text {
      switch character {
      case "{", "}", "%", "&", "#", "_", "$": result += "\\\(character)"
      case "\\": result += spelled ? "\\backslash " : "\\textbackslash "
      case "−" where spelled: result += "-"
      case "\u{2061}", "\u{2062}", "\u{2063}", "\u{2064}": break
      case "\u{A0}", "\u{2003}", "\u{2009}": result += "\\ "
      default: result.append(character)
      }
    }
    return result
  }
}
