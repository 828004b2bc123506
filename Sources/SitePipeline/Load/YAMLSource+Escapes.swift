import Reporting

extension YAMLSource {
  /// A command of LaTeX in double quotes, of whose first letters YAML makes a control character:
  /// `"\alpha"` is a bell and `lpha`.
  struct SwallowedCommand {
    /// With its backslash.
    var text: String
    /// What YAML makes of it.
    var value: String
    var range: SourceRange
  }

  func swallowedCommands(inQuoted range: Range<Int>) -> [SwallowedCommand] {
    var commands: [SwallowedCommand] = []
    var offset = range.lowerBound
    while offset + 1 < range.upperBound {
      guard bytes[offset] == UInt8(ascii: "\\") else {
        offset += 1
        continue
      }
      let name = bytes[(offset + 1)..<range.upperBound].prefix {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
      }
      if let first = name.first, let control = Self.controls[first], name.count > 1,
        !Self.isOfText(first) || Self.isCommand(name)
      {
        let text = String(decoding: name, as: UTF8.self)
        commands.append(
          SwallowedCommand(
            text: "\\" + text, value: String(control) + text.dropFirst(),
            range: self.range(offset, offset + 1 + name.count)))
      }
      offset += 2
    }
    return commands
  }

  /// The letters that begin a control character (YAML 1.2 §5.7).
  private static let controls: [UInt8: Unicode.Scalar] = [
    UInt8(ascii: "a"): "\u{07}", UInt8(ascii: "b"): "\u{08}", UInt8(ascii: "t"): "\t",
    UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{0B}", UInt8(ascii: "f"): "\u{0C}",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: "N"): "\u{85}",
    UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
  ]

  /// Whether authors write the character: then only a command that LaTeX has is one.
  private static func isOfText(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "n") || letter == UInt8(ascii: "t")
  }

  private static func isCommand(_ name: ArraySlice<UInt8>) -> Bool {
    commands.contains(String(decoding: name, as: UTF8.self))
  }

  private static let commands: Set<String> = [
    "nu", "ne", "neq", "nabla", "neg", "not", "notin", "ni", "newcommand", "newline", "noindent",
    "nolimits", "normalsize", "tau", "theta", "times", "text", "textbf", "textit", "textrm",
    "textsc", "textsf", "texttt", "textsuperscript", "textsubscript", "to", "tilde", "tan", "tanh",
    "top", "triangle", "tfrac", "tt", "tiny", "tag", "textmu", "textdegree",
  ]
}

extension String {
  /// The value of a scalar with its commands, which are in the order of the text, as they were typed.
  func restoring(_ commands: [YAMLSource.SwallowedCommand]) -> String {
    var text = ""
    var rest = self[...]
    for command in commands {
      guard let place = rest.firstRange(of: command.value) else { continue }
      text += rest[..<place.lowerBound] + command.text
      rest = rest[place.upperBound...]
    }
    return text + rest
  }
}

extension Diagnostic {
  static func swallowed(_ command: YAMLSource.SwallowedCommand) -> Diagnostic {
    Diagnostic(
      .warning, "yaml-latex-in-quotes",
      "'\(command.text)' in double quotes is a control character in YAML; read as LaTeX",
      at: command.range, hint: "Put the value in single quotes, or write the backslash twice")
  }
}
