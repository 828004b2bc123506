import Reporting

/// Walks through the bytes of a body once and hides in marks what CommonMark does not know.
///
/// It looks at code, links and most HTML only to step over them; what it hides there by mistake the
/// reader puts back. Whatever it looks for ends with the paragraph, so that one stray delimiter
/// cannot swallow the text after it.
struct MarkScanner: ~Copyable {
  /// A stretch whose end was found together with its begin.
  struct Closer {
    var offset: Int
    var length: Int
    var kind: Mark.Kind
  }

  let source: [UInt8]
  let path: String
  let options: ReadingOptions
  let start: Int
  let end: Int
  let lineEnds: LineEnds
  var index: Int
  /// The source up to here is in `text`, or a mark stands for it.
  var copied: Int
  var text = MarkedText()
  var report = Report()
  /// Where the paragraph ends, and where a list item, row or heading inside it ends.
  var paragraphEnd: Int
  var segmentEnd: Int
  var lines = LineState()
  var closers: [Closer] = []
  /// Notes written where they are referred to, to be set at the end of the text, and the marks that
  /// are their labels.
  var inlineNotes: [(mark: Int, content: Range<Int>)] = []
  /// Delimiters that are known to have no partner before `segmentEnd`.
  var fruitless = Fruitless()
  var found = Findings()
  /// The examples of the text, once one has been met.
  var examples: Examples?
  /// The environments of LaTeX, which are looked for once one has been met.
  lazy var environments = LaTeXEnvironments(in: source, from: start)
  /// Whether the text is too large for marks, or cmark would need very long for it: it is not read
  /// then.
  var isRefused = false
  var hasNoMoreComments = false
  var elements = Elements()
  var macros = TeXMacros()
  /// What begins each line of the lists and quotations of LaTeX that are being rewritten.
  var blockPrefixes: [String] = []
  /// Whether the text becomes a cell of a table, in which a bar would begin the next.
  var escapesBars = false

  init(source: [UInt8], from start: Int, path: String, options: ReadingOptions) {
    self.source = source
    self.path = path
    self.options = options
    self.start = start
    end = source.count
    lineEnds = LineEnds(of: source, from: start)
    index = start
    copied = start
    paragraphEnd = start
    segmentEnd = start
    text.reserve(source.count - start + 64)
  }

  /// What delimiters were looked for in vain in this segment.
  struct Fruitless {
    var backticks: Set<Int> = []
    var dollar = false
    var doubleDollar = false
    var angle = false
    var parenthesis = false
    var squareBracket = false
    var ends: Set<[UInt8]> = []
  }

  /// What other steps want to know about the text.
  struct Findings {
    /// Anchors the author gives, by attributes or `\label`.
    var labels: Set<String> = []
    var footnotes: [(label: String, range: Range<Int>)] = []
    var noteReferences: Set<String> = []
    /// Words in brackets that may be links to the headings of that title.
    var shortcuts: Set<String> = []
    /// Labels of links and images that have their addresses elsewhere, and those that are defined.
    var references: [(label: String, range: Range<Int>)] = []
    var definitions: Set<String> = []
    var headings: [Range<Int>] = []
    /// Whether an address seems to stand in the text without brackets.
    var hasBareAddresses = false
  }

  mutating func scan() {
    startLine()
    scanText(until: end)
    placeInlineNotes()
    flush(upTo: end)
    defineHeadings()
  }

  /// The byte at an offset; zero outside the text.
  func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < end ? source[offset] : 0
  }

  mutating func scanText(until limit: Int) {
    // Fetched once: they would be copied for each stretch.
    let isPlain = Self.isPlain
    let source = source
    while index < limit {
      guard !isRefused else {
        index = limit
        return
      }
      index += Self.plainCount(of: source.span.extracting(index..<limit), isPlain)
      guard index < limit else { return }
      switch source[index] {
      case UInt8(ascii: "\n"):
        index += 1
        startLine()
      case UInt8(ascii: "\\"): scanBackslash()
      case UInt8(ascii: "`"): scanBackticks()
      case UInt8(ascii: "<"): skipAngle()
      case UInt8(ascii: "["): scanOpeningBracket()
      case UInt8(ascii: "]"): scanClosingBracket()
      case UInt8(ascii: "@"): scanAt()
      case UInt8(ascii: "$"): scanDollar()
      case UInt8(ascii: "^"): scanCaret()
      case UInt8(ascii: "~"): scanTilde()
      case UInt8(ascii: "{"): scanBrace()
      case UInt8(ascii: ":"): scanColon()
      case UInt8(ascii: "*"): scanAsterisks()
      case UInt8(ascii: "}"), UInt8(ascii: "'"), UInt8(ascii: "\""): scanCloser()
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: put(.leftOut(.control), over: index..<index + 1)
      default: index += 1
      }
    }
  }

  /// How many of the first bytes never begin anything of ours.
  private static func plainCount(
    of bytes: Span<UInt8>, _ isPlain: borrowing InlineArray<256, Bool>
  ) -> Int {
    let isPlain = isPlain.span
    for index in bytes.indices where !isPlain[Int(bytes[index])] { return index }
    return bytes.count
  }

  private static let isPlain = InlineArray<256, Bool> { byte in
    switch UInt8(byte) {
    case 0x09, 0x0D: true
    case 0..<0x20, 0x7F: false
    case let byte: !"\\`<[]@$^~{}:*'\"".utf8.contains(byte)
    }
  }

  /// Hides a stretch of the source behind a mark and goes on after it.
  mutating func put(_ kind: Mark.Kind, over range: Range<Int>) {
    guard hasRoom(for: range) else {
      index = range.upperBound
      return
    }
    flush(upTo: range.lowerBound)
    if asksForFlank(byte(range.lowerBound - 1)) { text.put(MarkedText.flank, for: range) }
    text.put(Mark(kind: kind, range: range))
    if asksForFlank(byte(range.upperBound)) { text.put(MarkedText.flank, for: range) }
    copied = range.upperBound
    index = range.upperBound
  }

  /// Hides a stretch of lines behind a mark that is a block of its own.
  mutating func putWrapped(_ kind: Mark.Kind, over range: Range<Int>) {
    guard hasRoom(for: range) else {
      index = range.upperBound
      return
    }
    flush(upTo: range.lowerBound)
    text.put("<!--".utf8, for: range)
    text.put(Mark(kind: kind, range: range))
    text.put("-->".utf8, for: range)
    copied = range.upperBound
    index = range.upperBound
  }

  mutating func flush(upTo offset: Int) {
    if escapesBars {
      for bar in copied..<max(copied, offset)
      where source[bar] == UInt8(ascii: "|") && byte(bar - 1) != UInt8(ascii: "\\") {
        text.copy(copied..<bar, of: source)
        text.put("\\".utf8, for: bar..<bar)
        copied = bar
      }
    }
    text.copy(copied..<max(copied, offset), of: source)
    copied = max(copied, offset)
  }

  mutating func hasRoom(for range: Range<Int>) -> Bool {
    if text.marks.count < MarkedText.capacity { return true }
    if !isRefused {
      report.add(.tooManyMarks(SourceRange(path: path, bytes: range)))
      isRefused = true
    }
    return false
  }

  /// Whether a delimiter stands here whose meaning hangs on its neighbour.
  private func asksForFlank(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private mutating func scanCloser() {
    if source[index] != UInt8(ascii: "}") { countQuotationMark() }
    if close() { return }
    if options.usesTypographicPunctuation, let mark = hebrewMark {
      put(.text(mark), over: index..<index + 1)
    } else {
      index += 1
    }
  }

  /// Gershayim before the last letter of a word (`צה"ל`) and geresh behind letters of other languages
  /// (`צ'רלס`), for which quotation marks are typed.
  private var hebrewMark: String? {
    guard isHebrew(index - 2), isHebrew(index + 1) else { return nil }
    if source[index] == UInt8(ascii: "\"") {
      // Neither a letter nor a point, which stand behind an opening quotation mark.
      return (0xD6...0xD7).contains(byte(index + 3)) ? nil : "״"
    }
    let isForeign = "גזצ".unicodeScalars.contains {
      $0.utf8.elementsEqual(source[index - 2..<index])
    }
    return source[index] == UInt8(ascii: "'") && isForeign ? "׳" : nil
  }

  private func isHebrew(_ offset: Int) -> Bool {
    byte(offset) == 0xD7 && (0x90...0xAA).contains(byte(offset + 1))
  }

  /// Ends the stretch whose end was found to be here; false if there is none.
  mutating func close() -> Bool {
    while let closer = closers.last, closer.offset <= index {
      closers.removeLast()
      guard closer.offset == index else { continue }
      put(closer.kind, over: index..<index + closer.length)
      return true
    }
    return false
  }

  /// Opens a stretch here that ends at `offset`.
  mutating func open(_ pairing: Mark.Pairing, length: Int = 1, until closer: Closer) {
    closers.append(closer)
    put(.open(pairing), over: index..<index + length)
  }

  /// Addresses end with a blank and hold nothing of ours.
  private mutating func scanColon() {
    guard byte(index + 1) == UInt8(ascii: "/"), byte(index + 2) == UInt8(ascii: "/") else {
      index += 1
      return
    }
    found.hasBareAddresses = true
    var offset = index + 3
    while offset < end, !isBlank(source[offset]), !")]<>\"`".utf8.contains(source[offset]) {
      offset += 1
    }
    index = offset
  }
}

/// Spaces, tabs and line ends.
func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
}

func isASCIILetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

func isASCIIDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

func isASCIIPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}

extension Diagnostic {
  fileprivate static func tooManyMarks(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "text-too-complex",
      "More than \(MarkedText.capacity) citations, formulas and attributes in one text", at: range,
      hint: "Split the text into several files")
  }
}
