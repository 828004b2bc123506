import Reporting

/// Turns LaTeX source, as the fields of BibTeX hold it, into rich text.
struct LaTeXReader: ~Copyable {
  /// A command that is not known: its arguments stay, and its name is left out unless it stands
  /// within a word without any, as in `C:\Users`.
  struct UnknownCommand {
    var name: String
    var isPrinted: Bool
    /// Bytes of the file, if the input is a stretch of it.
    var place: Range<Int>
  }

  let input: ArraySlice<UInt8>
  var position: Int
  var output = LaTeXText()
  var unknownCommands: [UnknownCommand] = []
  /// Where character references of HTML stand.
  var references: [Range<Int>] = []
  /// Where elements of HTML begin.
  var tags: [Range<Int>] = []
  private let source: SourceBytes
  private var depth = 0
  private var quotationDepth = 0
  /// Deeper nesting than any title has; what lies deeper is taken without formatting.
  private let depthLimit = 40

  init(_ range: Range<Int>, of source: SourceBytes) {
    input = source.bytes[range]
    self.source = source
    position = range.lowerBound
  }

  /// The whole input as text; runs of space are one space, none stands at the ends.
  mutating func read() -> LaTeXText {
    output.bytes.reserveCapacity(input.count)
    skipSpace()
    while position < input.endIndex {
      readGroup()
      // A brace too many closes nothing.
      position += 1
    }
    output.trimEnd()
    return output
  }

  /// The command, group or formula at the beginning alone, with the arguments of a command that
  /// nobody knows.
  mutating func readPiece() -> LaTeXText {
    guard position < input.endIndex else { return output }
    if input[position] == UInt8(ascii: "\\") {
      if let closing = readCommand() { output.append(closing) }
      // The group may be empty and only end the name.
      while position < input.endIndex, input[position] == UInt8(ascii: "{"),
        !unknownCommands.isEmpty || input[position...].starts(with: "{}".utf8)
      { readBracedGroup() }
    } else {
      readSpecial(input[position])
    }
    position = min(position, input.endIndex)
    return output
  }

  // MARK: Groups

  /// Reads up to the brace that closes the group, or to the end of the input.
  private mutating func readGroup() {
    var closings: [String] = []
    loop: while position < input.endIndex {
      let run = position..<endOfRun()
      appendRun(run)
      position = run.upperBound
      guard position < input.endIndex else { break }
      let byte = input[position]
      if mayOpenTag(byte), readTag() { continue }
      switch byte {
      case UInt8(ascii: "}"): break loop
      case UInt8(ascii: "\\"):
        if let closing = readCommand() { closings.append(closing) }
      default: readSpecial(byte)
      }
    }
    for closing in closings.reversed() { output.append(closing) }
  }

  /// Where a run of bytes ends that mean themselves: also a single space between two words.
  private func endOfRun() -> Int {
    let table = BibTeXByte.kinds
    let (bytes, kinds) = (source.bytes.span, table.span)
    let ends: BibTeXByte = [.bracket, .lineEnd, .special, .hyphen]
    var index = position
    var last = BibTeXByte.space
    while index < input.endIndex {
      let kind = kinds[Int(bytes[index])]
      guard kind.isDisjoint(with: ends), kind.isDisjoint(with: last.intersection(.space)) else {
        break
      }
      last = kind
      index += 1
    }
    return last == .space && index > position ? index - 1 : index
  }

  private mutating func appendRun(_ run: Range<Int>) {
    guard !run.isEmpty else { return }
    if source.isUTF8 {
      output.bytes += input[run]
    } else {
      output.append(source.text(input[run]))
    }
  }

  private mutating func readSpecial(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"):
      let start = output.bytes.count
      readBracedGroup()
      output.protect(from: start)
    case UInt8(ascii: "$"): readMath()
    case UInt8(ascii: "~"):
      position += 1
      output.append("\u{A0}")
    case UInt8(ascii: "-"): readDashes()
    case UInt8(ascii: "&"):
      position += 1
      readReference()
    case UInt8(ascii: "`"): readQuote(byte, single: "‘", double: "“")
    case UInt8(ascii: "'"): readQuote(byte, single: "’", double: "”")
    case UInt8(ascii: "<"):
      position += 1
      output.bytes.append(byte)
    default:
      skipSpace()
      // Before what was left out nothing stands that it could part.
      if let last = output.bytes.last, last != 0x20 { output.bytes.append(0x20) }
    }
  }

  private mutating func readBracedGroup() {
    position += 1
    depth += 1
    defer { depth -= 1 }
    guard depth < depthLimit else {
      appendRest()
      return
    }
    readGroup()
    // Nobody may have closed it.
    if position < input.endIndex { position += 1 }
  }

  /// What lies too deep: the bytes as they stand, without braces.
  private mutating func appendRest() {
    while position < input.endIndex {
      let byte = input[position]
      if byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}") { output.bytes.append(byte) }
      position += 1
    }
  }

  private mutating func readDashes() {
    let start = position
    while position < input.endIndex, position - start < 3, input[position] == UInt8(ascii: "-") {
      position += 1
    }
    switch position - start {
    case 3: output.append("—")
    case 2: output.append("–")
    default: output.bytes.append(UInt8(ascii: "-"))
    }
  }

  private mutating func readQuote(_ byte: UInt8, single: String, double: String) {
    position += 1
    if position < input.endIndex, input[position] == byte {
      position += 1
      output.append(double)
    } else {
      output.append(single)
    }
  }

  // MARK: Commands

  /// Reads a command; the result closes the group if the command changed its font.
  private mutating func readCommand() -> String? {
    let start = position
    let name = readCommandName()
    guard let command = LaTeXCommand(name) else {
      readUnknownCommand(name, from: start)
      return nil
    }
    switch command {
    case .text(let text):
      if text == " ", output.bytes.last == 0x20 { return nil }
      output.append(text)
    case .accent(let accent):
      let outputStart = output.bytes.count
      readArgument()
      if output.bytes.count == outputStart, isBeforeDotlessLetter { readArgument() }
      let letters = output.cut(from: outputStart)
      output.append(accent.applied(to: letters))
    case .address: readAddress()
    case .format(let open, let close):
      let outputStart = output.bytes.count
      output.append(open)
      let content = output.bytes.count
      readArgument()
      if output.bytes.count == content {
        _ = output.cut(from: outputStart)
      } else {
        output.keep(from: content)
        output.append(close)
      }
    case .declaration(let open, let close):
      output.append(open)
      return close
    case .dropped(let arguments): drop(arguments)
    case .lastArgument(let count):
      drop(count - 1)
      readArgument()
    case .quotation:
      output.append(quotationDepth % 2 == 0 ? "“" : "‘")
      quotationDepth += 1
      let content = output.bytes.count
      readArgument()
      output.keep(from: content)
      quotationDepth -= 1
      output.append(quotationDepth % 2 == 0 ? "”" : "’")
    case .term:
      let outputStart = output.bytes.count
      readArgument()
      let key = String(decoding: output.cut(from: outputStart), as: UTF8.self)
      output.append(BiblatexTerm.text(for: key) ?? key)
    case .formula(let end?): readFormula(named: name, until: end)
    case .formula(nil): readFormulaArgument()
    case .mathConditional: skipMathBranch()
    }
    return nil
  }

  /// The name after the backslash; the space that ends a name of letters is no text.
  mutating func readCommandName() -> String {
    position += 1
    let start = position
    while position < input.endIndex, Self.isLetter(input[position]) { position += 1 }
    if position > start {
      let name = String(decoding: input[start..<position], as: UTF8.self)
      if position + 1 < input.endIndex, input[position] == UInt8(ascii: "*"),
        input[position + 1] == UInt8(ascii: "{")
      {
        position += 1
      }
      skipSpace()
      return name
    }
    guard position < input.endIndex else { return "" }
    position += 1
    return input[start] < 0x80 ? String(Unicode.Scalar(input[start])) : ""
  }

  /// Whether `\i` or `\j` follows: in `\'{}\i` the accent is still meant for it.
  private var isBeforeDotlessLetter: Bool {
    let rest = input[position...].prefix(3)
    return (rest.starts(with: "\\i".utf8) || rest.starts(with: "\\j".utf8))
      && !(rest.count == 3 && rest.last.map(Self.isLetter) ?? false)
  }

  private mutating func readUnknownCommand(_ name: String, from start: Int) {
    if name.isEmpty {
      // A backslash before a letter that is not ASCII, or at the end.
      if start + 1 < input.endIndex { position = start + 1 }
      return
    }
    guard let first = name.utf8.first, Self.isLetter(first) else {
      output.append(name)
      return
    }
    if let symbol = Self.symbolOfFormula(name) {
      output.append(symbol)
    } else {
      let place = start..<start + 1 + name.utf8.count
      let isInWord = start > input.startIndex && Self.isWordEnd(input[start - 1])
      skipOption()
      let hasArgument = position < input.endIndex && input[position] == UInt8(ascii: "{")
      let isPrinted = isInWord && !hasArgument
      if isPrinted { output.append("\\" + name) }
      unknownCommands.append(UnknownCommand(name: name, isPrinted: isPrinted, place: place))
    }
    // A name ended by a space has no argument there; the space parts two words.
    if position < input.endIndex, input[position] != UInt8(ascii: "{"),
      input[position - 1] == 0x20, output.bytes.last != 0x20, !output.isEmpty
    {
      output.bytes.append(0x20)
    }
  }

  /// An argument without its braces: a group, a command or one character.
  private mutating func readArgument() {
    skipSpace()
    skipOption()
    guard position < input.endIndex else { return }
    switch input[position] {
    case UInt8(ascii: "{"): readBracedGroup()
    case UInt8(ascii: "}"): break
    case UInt8(ascii: "\\"):
      depth += 1
      defer { depth -= 1 }
      guard depth < depthLimit else {
        appendRest()
        return
      }
      if let closing = readCommand() { output.append(closing) }
    default:
      let start = position
      position += 1
      while position < input.endIndex, input[position] & 0xC0 == 0x80, input[start] >= 0xC0 {
        position += 1
      }
      appendRun(start..<position)
    }
  }

  /// The argument of `\url`, in which `~` is no space and `--` no dash.
  private mutating func readAddress() {
    let start = position
    guard start < input.endIndex, input[start] == UInt8(ascii: "{") else { return readArgument() }
    var depth = 0
    repeat {
      switch input[position] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\\"): position += 1
      default: break
      }
      position += 1
    } while depth > 0 && position < input.endIndex
    position = min(position, input.endIndex)
    let outputStart = output.bytes.count
    let end = depth == 0 ? position - 1 : position
    output.append(LaTeXAddress.plain(source.text(input[(start + 1)..<max(start + 1, end)])))
    output.keep(from: outputStart)
  }

  private mutating func drop(_ arguments: Int) {
    let start = output.bytes.count
    for _ in 0..<arguments { readArgument() }
    _ = output.cut(from: start)
  }

  /// An option such as `[de]`, which says nothing to us.
  private mutating func skipOption() {
    guard position < input.endIndex, input[position] == UInt8(ascii: "[") else { return }
    // Only one that an argument follows is an option; other brackets are text.
    guard let end = input[position...].firstIndex(of: UInt8(ascii: "]")),
      end + 1 < input.endIndex, input[end + 1] == UInt8(ascii: "{")
    else { return }
    position = end + 1
  }

  // MARK: Bytes

  mutating func skipSpace() {
    while position < input.endIndex, Self.isSpace(input[position]) { position += 1 }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a byte ends a word or the name of a drive, and no command needs to stand behind it.
  private static func isWordEnd(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: ":")).contains(byte) || byte >= 0x80
  }

  /// Whether a byte may mean something other than itself.
  static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"),
      UInt8(ascii: "~"), UInt8(ascii: "-"), UInt8(ascii: "&"), UInt8(ascii: "`"), UInt8(ascii: "'"),
      UInt8(ascii: "<"), 0x20,
      0x09...0x0D:
      true
    default: false
    }
  }
}
