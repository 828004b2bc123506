extension LaTeXReader {
  /// A formula in dollars, as rich text: `$^{13}$C` is `<sup>13</sup>C`, `$\alpha$` is α.
  ///
  /// CSL has no formulas; letters become italic, and what needs more than one line is written in
  /// one.
  mutating func readMath() {
    let isDisplay = position + 1 < input.endIndex && input[position + 1] == UInt8(ascii: "$")
    let start = position + (isDisplay ? 2 : 1)
    guard start < input.endIndex, let end = endOfMath(from: start) else {
      output.append("$")
      position += 1
      return
    }
    append(formula: input[start..<end]) { $0.read() }
    position = end + 1
    // One dollar alone may end it too.
    if isDisplay, position < input.endIndex, input[position] == UInt8(ascii: "$") { position += 1 }
  }

  /// A formula between `\(` and `\)`, or `\[` and `\]`; without an end the bracket is text.
  mutating func readFormula(named bracket: String, until end: String) {
    guard let close = input[position...].prefix(longestSearch).firstRange(of: end.utf8) else {
      output.append(bracket)
      return
    }
    append(formula: input[position..<close.lowerBound]) { $0.read() }
    position = close.upperBound
  }

  /// The formula in the argument of `\ensuremath`.
  mutating func readFormulaArgument() {
    position = append(formula: input[position...]) { $0.readArgument() }
  }

  /// Passes over the half of `\ifmmode … \else … \fi` that stands in formulas.
  mutating func skipMathBranch() {
    guard
      let end = input[position...].prefix(longestSearch).firstRange(of: "\\else".utf8)
        ?? input[position...].prefix(longestSearch).firstRange(of: "\\fi".utf8)
    else { return }
    position = end.upperBound
    skipSpace()
  }

  /// Appends what is read of a formula; the result is where the reading has ended.
  @discardableResult
  private mutating func append(
    formula: ArraySlice<UInt8>, reading: (inout LaTeXMath) -> String
  ) -> Int {
    var math = LaTeXMath(formula)
    let outputStart = output.bytes.count
    output.append(String(Self.trimmed(reading(&math))))
    output.protect(from: outputStart)
    unknownCommands += math.unknownCommands
    return math.position
  }

  /// Without the space around a relation that has nothing beside it: `$\sim$5` is "∼5".
  ///
  /// What would begin a tag keeps the space behind it.
  private static func trimmed(_ formula: String) -> Substring {
    var text = formula[...]
    if text.hasPrefix(" ") { text.removeFirst() }
    if text.hasSuffix(" "), !text.hasSuffix("< ") { text.removeLast() }
    return text
  }

  /// Further on no mark is looked for that ends what has begun here.
  private var longestSearch: Int { 2_000 }

  /// What a command prints in a formula, for those who forget its dollars.
  static func symbolOfFormula(_ name: String) -> String? { LaTeXMath.symbol(named: name) }

  private func endOfMath(from start: Int) -> Int? {
    var index = start
    while index < input.endIndex {
      if input[index] == UInt8(ascii: "$") { return index }
      index += input[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}

/// Turns the source of a formula into rich text on one line.
private struct LaTeXMath {
  private let input: ArraySlice<UInt8>
  private(set) var position: Int
  private(set) var unknownCommands: [LaTeXReader.UnknownCommand] = []
  private var depth = 0

  init(_ input: ArraySlice<UInt8>) {
    self.input = input
    position = input.startIndex
  }

  mutating func read() -> String {
    var text = ""
    while position < input.endIndex {
      text += readAtom()
      if position < input.endIndex, input[position] == UInt8(ascii: "}") { position += 1 }
    }
    // Neighbouring letters are one stretch of italics.
    return text.replacing("</i><i>", with: "")
  }

  private mutating func readAtom() -> String {
    let byte = input[position]
    position += 1
    switch byte {
    case 0x09...0x0D, 0x20, UInt8(ascii: "$"), UInt8(ascii: "&"): return ""
    case UInt8(ascii: "~"): return "\u{A0}"
    case UInt8(ascii: "{"):
      position -= 1
      return readArgument()
    case UInt8(ascii: "^"): return superscript(readArgument())
    case UInt8(ascii: "_"): return "<sub>" + readArgument() + "</sub>"
    case UInt8(ascii: "\\"): return readCommand()
    case UInt8(ascii: "-"): return "−"
    case UInt8(ascii: "*"): return "∗"
    case UInt8(ascii: "'"): return "′"
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"):
      return " " + String(Unicode.Scalar(byte)) + " "
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return "<i>" + String(Unicode.Scalar(byte)) + "</i>"
    default:
      let start = position - 1
      while position < input.endIndex, byte >= 0xC0, input[position] & 0xC0 == 0x80 {
        position += 1
      }
      return String(decoding: input[start..<position], as: UTF8.self)
    }
  }

  private func superscript(_ text: String) -> String {
    switch text {
    case "∘": "°"
    case "′": "′"
    default: "<sup>" + text + "</sup>"
    }
  }

  /// A group in braces, or one atom.
  mutating func readArgument() -> String {
    while position < input.endIndex, LaTeXReader.isSpace(input[position]) { position += 1 }
    guard position < input.endIndex else { return "" }
    depth += 1
    defer { depth -= 1 }
    guard depth < 40 else {
      defer { position = input.endIndex }
      return String(decoding: input[position...], as: UTF8.self)
    }
    guard input[position] == UInt8(ascii: "{") else { return readAtom() }
    position += 1
    var text = ""
    while position < input.endIndex, input[position] != UInt8(ascii: "}") { text += readAtom() }
    position += 1
    position = min(position, input.endIndex)
    return text
  }

  /// What a command formats that has no argument, as `\rm` does.
  private mutating func readRestOfGroup() -> String {
    depth += 1
    defer { depth -= 1 }
    var text = ""
    while depth < 40, position < input.endIndex, input[position] != UInt8(ascii: "}") {
      text += readAtom()
    }
    return text
  }

  private func upright(_ text: String) -> String {
    text.replacing("<i>", with: "").replacing("</i>", with: "")
  }

  private mutating func readCommand() -> String {
    let start = position
    while position < input.endIndex, LaTeXReader.isLetter(input[position]) { position += 1 }
    guard position > start else {
      guard position < input.endIndex else { return "" }
      position += 1
      let byte = input[start]
      let isSpace = [",", ";", ":", " ", "!"].contains(String(Unicode.Scalar(byte)))
      return isSpace ? (byte == UInt8(ascii: "!") ? "" : "\u{2009}") : String(Unicode.Scalar(byte))
    }
    let name = String(decoding: input[start..<position], as: UTF8.self)
    switch name {
    case "mathrm", "text", "textrm", "mathsf", "mathtt", "operatorname", "mbox", "hbox",
      "textit", "texttt", "textsf", "textnormal", "mathup":
      return upright(readArgument())
    case "mathbf", "boldsymbol", "bm", "textbf": return "<b>" + upright(readArgument()) + "</b>"
    case "rm", "sf", "tt": return upright(readRestOfGroup())
    case "bf": return "<b>" + upright(readRestOfGroup()) + "</b>"
    case "mathit", "mathcal", "mathscr", "mathfrak", "mathnormal", "ensuremath":
      return readArgument()
    case "mathbb": return doubleStruck(readArgument())
    case "frac", "tfrac", "dfrac": return readArgument() + "/" + readArgument()
    case "sqrt": return "√" + readArgument()
    case "left", "right", "big", "Big", "displaystyle", "textstyle", "scriptstyle", "limits",
      "nolimits", "mathop", "mathrel", "mathbin", "ifmmode", "fi":
      return ""
    case "else":
      let rest = input[position...].prefix(2_000)
      position = rest.firstRange(of: "\\fi".utf8)?.upperBound ?? position
      return ""
    case "quad", "qquad": return " "
    default:
      if let mark = Self.marks[name] { return accented(readArgument(), mark) }
      if let symbol = Self.symbol(named: name) { return symbol }
      switch LaTeXCommand(name) {
      case .lastArgument(let count):
        for _ in 1..<count { _ = readArgument() }
        return readArgument()
      case .dropped(let count):
        for _ in 0..<count { _ = readArgument() }
        return ""
      default: break
      }
      unknownCommands.append(.init(name: name, isPrinted: false, place: start - 1..<position))
      return ""
    }
  }

  /// The upright letters of `upgreek` are those of a text, names of functions are their own words,
  /// and what else is text in a text is so in a formula.
  static func symbol(named name: String) -> String? {
    if let symbol = symbols[name]
      ?? (name.hasPrefix("up") ? symbols[String(name.dropFirst(2))] : nil)
    {
      return symbol
    }
    if functions.contains(name) { return name }
    if case .text(let text)? = LaTeXCommand(name) { return text }
    return nil
  }

  private func accented(_ text: String, _ mark: Unicode.Scalar) -> String {
    guard text.hasSuffix("</i>") else { return text + String(mark) }
    return text.dropLast(4) + String(mark) + "</i>"
  }

  private func doubleStruck(_ text: String) -> String {
    let letter = upright(text)
    switch letter {
    case "C": return "ℂ"
    case "H": return "ℍ"
    case "N": return "ℕ"
    case "P": return "ℙ"
    case "Q": return "ℚ"
    case "R": return "ℝ"
    case "Z": return "ℤ"
    default: return letter
    }
  }

  private static let marks: [String: Unicode.Scalar] = [
    "hat": "\u{302}", "widehat": "\u{302}", "tilde": "\u{303}", "widetilde": "\u{303}",
    "bar": "\u{304}", "overline": "\u{305}", "dot": "\u{307}", "ddot": "\u{308}",
    "vec": "\u{20D7}", "underline": "\u{332}", "check": "\u{30C}", "acute": "\u{301}",
    "grave": "\u{300}", "breve": "\u{306}",
  ]

  private static let functions: Set<String> = [
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim",
    "exp", "gcd", "hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min",
    "mod", "Pr", "sec", "sin", "sinh", "sup", "tan", "tanh",
  ]

  private static let symbols: [String: String] = [
    "less": "<", "greater": ">", "lt": " < ", "gt": " > ", "lesssim": " ≲ ", "gtrsim": " ≳ ",
    "mathsemicolon": ";", "mathcolon": ":", "colon": ":", "mathplus": "+", "mid": " ∣ ",
    "vert": "|", "Vert": "‖", "lbrace": "{", "rbrace": "}", "backslash": "\\", "degr": "°",
    "arcmin": "′", "arcsec": "″", "Re": "ℜ", "Im": "ℑ", "imath": "ı", "jmath": "ȷ", "varpi": "ϖ",
    "varrho": "ϱ", "diamond": "⋄", "triangle": "△",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
    "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ",
    "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ",
    "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
    "ell": "ℓ", "hbar": "ℏ", "infty": "∞", "partial": "∂", "nabla": "∇", "aleph": "ℵ",
    "times": "×", "pm": "±", "mp": "∓", "cdot": "⋅", "div": "÷", "ast": "∗", "star": "⋆",
    "circ": "∘", "bullet": "•", "sim": " ∼ ", "simeq": " ≃ ", "approx": " ≈ ", "equiv": " ≡ ",
    "leq": " ≤ ", "le": " ≤ ", "geq": " ≥ ", "ge": " ≥ ", "neq": " ≠ ", "ne": " ≠ ",
    "ll": " ≪ ", "gg": " ≫ ", "propto": " ∝ ", "to": " → ", "rightarrow": " → ",
    "leftarrow": " ← ", "leftrightarrow": " ↔ ", "Rightarrow": " ⇒ ", "mapsto": " ↦ ",
    "hookrightarrow": " ↪ ", "in": " ∈ ", "notin": " ∉ ", "subset": " ⊂ ", "subseteq": " ⊆ ",
    "cup": " ∪ ", "cap": " ∩ ", "emptyset": "∅", "forall": "∀", "exists": "∃", "neg": "¬",
    "wedge": " ∧ ", "vee": " ∨ ", "oplus": " ⊕ ", "otimes": " ⊗ ", "sum": "∑", "prod": "∏",
    "int": "∫", "prime": "′", "dagger": "†", "perp": "⊥", "parallel": "∥", "angle": "∠",
    "langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉",
    "ldots": "…", "dots": "…", "cdots": "⋯", "setminus": "∖", "odot": "⊙", "Box": "□",
  ]
}
