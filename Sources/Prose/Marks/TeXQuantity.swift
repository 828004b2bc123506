/// Numbers and units as siunitx takes them, set as a page shows them: `\SI{5e3}{\kilo\metre}` is
/// 5 × 10³ km.
enum TeXQuantity {
  /// Nil where a number or a unit is not understood, so that nothing wrong is printed.
  static func text(_ command: String, _ arguments: [String]) -> String? {
    switch (command, arguments.count) {
    case ("num", 1): number(arguments[0])
    case ("si", 1), ("unit", 1): unit(arguments[0])
    case ("ang", 1): angle(arguments[0])
    case ("SI", 2), ("qty", 2): quantity(number(arguments[0]), unit(arguments[1]))
    case ("numrange", 2): range(arguments)
    case ("SIrange", 3), ("qtyrange", 3): quantity(range(arguments), unit(arguments[2]))
    default: nil
    }
  }

  /// How many arguments a command has.
  static func argumentCount(of command: String) -> Int {
    switch command {
    case "SIrange", "qtyrange": 3
    case "SI", "qty", "numrange": 2
    default: 1
    }
  }

  private static func quantity(_ number: String?, _ unit: String?) -> String? {
    guard let number, let unit else { return nil }
    return number + (["°", "′", "″"].contains(unit) ? "" : "\u{202F}") + unit
  }

  private static func range(_ arguments: [String]) -> String? {
    guard let first = number(arguments[0]), let last = number(arguments[1]) else { return nil }
    return "\(first)–\(last)"
  }

  private static func angle(_ text: String) -> String? {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    guard parts.count <= 3 else { return nil }
    var result = ""
    for (part, sign) in zip(parts, ["°", "′", "″"]) where !part.isEmpty {
      guard let number = number(part) else { return nil }
      result += number + sign
    }
    return result.isEmpty ? nil : result
  }

  private static func number(_ text: String) -> String? {
    let text = text.filter { !$0.isWhitespace }.replacing("+-", with: "±").replacing(
      "\\pm", with: "±")
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count <= 2, let digits = parts.first,
      digits.allSatisfy({ $0.isASCII && $0.isNumber || ".,()±+-".contains($0) }),
      digits.isEmpty ? parts.count == 2 : digits.contains(where: \.isNumber)
    else { return nil }
    let value = String(digits).replacing("-", with: "−")
    guard parts.count == 2 else { return value }
    guard let exponent = superscript(parts[1]) else { return nil }
    return value.isEmpty ? "10\(exponent)" : "\(value)\u{202F}×\u{202F}10\(exponent)"
  }

  private static func superscript(_ text: some StringProtocol) -> String? {
    let signs: [Character: Character] = [
      "-": "⁻", "−": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶",
      "7": "⁷", "8": "⁸", "9": "⁹",
    ]
    let digits = String(text.first == "+" ? text.dropFirst() : text[...])
    let result = digits.compactMap { signs[$0] }
    return result.isEmpty || result.count < digits.count ? nil : String(result)
  }

  // MARK: - Units

  private static func unit(_ text: String) -> String? {
    text.contains("\\") ? unit(ofCommands: text) : unit(asWritten: text)
  }

  /// `kg.m/s^2`.
  private static func unit(asWritten text: String) -> String? {
    let parts = text.replacing("~", with: ".").split(separator: ".").map(powers)
    return parts.isEmpty || parts.contains(nil)
      ? nil : parts.compactMap(\.self).joined(separator: "\u{202F}")
  }

  /// `m/s^{-2}` with its powers raised.
  private static func powers(_ text: some StringProtocol) -> String? {
    let parts = text.split(separator: "^", omittingEmptySubsequences: false)
    var result = String(parts[0])
    for part in parts.dropFirst() {
      let power = part.first == "{" ? part.dropFirst().prefix { $0 != "}" } : part.prefix(1)
      guard let raised = superscript(power) else { return nil }
      result += raised + part.dropFirst(part.first == "{" ? power.count + 2 : 1)
    }
    let isPlain = result.allSatisfy { $0.isLetter || $0.isNumber || "/%°µΩ⁻ ()".contains($0) }
    return isPlain ? result : nil
  }

  /// `\kilo\metre\per\second\squared`.
  private static func unit(ofCommands text: String) -> String? {
    var units: [String] = []
    var prefix = ""
    var (isInverse, power) = (false, 1)
    for command in text.split(whereSeparator: { "\\ .~{}".contains($0) }).map(String.init) {
      switch command {
      case "per": isInverse = true
      case "square": power = 2
      case "cubic": power = 3
      case "squared", "cubed":
        guard let last = units.popLast() else { return nil }
        let sign = command == "squared" ? "²" : "³"
        units.append(last.hasSuffix("⁻¹") ? last.dropLast() + sign : last + sign)
      default:
        if let found = prefixes[command] {
          prefix = found
        } else if let name = self.units[command] {
          let raised = isInverse ? "⁻" + (superscript(String(power)) ?? "") : ""
          units.append(
            prefix + name + (isInverse ? raised : power == 2 ? "²" : power == 3 ? "³" : ""))
          (prefix, isInverse, power) = ("", false, 1)
        } else {
          return nil
        }
      }
    }
    guard !units.isEmpty, prefix.isEmpty, !isInverse, power == 1 else { return nil }
    return units.joined(separator: "\u{202F}")
  }

  private static let prefixes = [
    "femto": "f", "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d",
    "hecto": "h", "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "kibi": "Ki",
    "mebi": "Mi", "gibi": "Gi", "tebi": "Ti",
  ]

  private static let units = [
    "metre": "m", "meter": "m", "m": "m", "gram": "g", "kilogram": "kg", "kg": "kg",
    "second": "s", "s": "s", "minute": "min", "hour": "h", "day": "d", "ampere": "A",
    "kelvin": "K", "mole": "mol", "candela": "cd", "hertz": "Hz", "Hz": "Hz", "newton": "N",
    "pascal": "Pa", "joule": "J", "watt": "W", "coulomb": "C", "volt": "V", "farad": "F",
    "ohm": "Ω", "siemens": "S", "weber": "Wb", "tesla": "T", "henry": "H", "lumen": "lm",
    "lux": "lx", "becquerel": "Bq", "gray": "Gy", "sievert": "Sv", "radian": "rad",
    "degreeCelsius": "°C", "celsius": "°C", "degree": "°", "arcminute": "′", "arcsecond": "″",
    "percent": "%", "litre": "L", "liter": "L", "tonne": "t", "bar": "bar", "byte": "B",
    "bit": "bit", "electronvolt": "eV", "eV": "eV", "decibel": "dB", "angstrom": "Å",
    "hectare": "ha", "dalton": "Da", "cm": "cm", "mm": "mm", "km": "km", "um": "µm", "nm": "nm",
    "ms": "ms", "us": "µs", "ns": "ns", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz",
  ]
}

extension MarkScanner {
  /// A number or a quantity of siunitx; what is not understood is left out.
  mutating func putQuantity(_ name: String, after nameEnd: Int) {
    var place = nameEnd
    if byte(place) == UInt8(ascii: "["), let close = closingBracket(of: place) { place = close + 1 }
    var arguments: [String] = []
    while arguments.count < TeXQuantity.argumentCount(of: name), let close = argumentEnd(place) {
      arguments.append(String(decoding: source[place + 1..<close], as: UTF8.self))
      place = close + 1
    }
    guard let quantity = TeXQuantity.text(name, arguments) else {
      return leaveOut(after: nameEnd, name: name)
    }
    put(.text(quantity), over: index..<place)
  }
}
