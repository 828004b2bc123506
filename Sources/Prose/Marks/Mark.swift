import Reporting

/// Something CommonMark does not know, found in the source and hidden behind a private character.
struct Mark: Sendable {
  enum Kind: Sendable {
    /// A character of the source that would be taken for a mark.
    case literal
    case citation(Citation)
    /// `\ref{…}` and its kin.
    case reference(labels: [String], CrossReference.Form)
    case math(Math)
    /// `{#id .class key=value}`, whose place decides what it belongs to.
    case attributes(Attributes)
    /// `{=latex}`: the code before it is meant for another format.
    case rawFormat(String)
    /// The begin of a stretch that CommonMark has no delimiters for, and its end.
    case open(Pairing)
    case close(Pairing, Attributes)
    /// `\label{…}`: the name of the thing it stands in.
    case label(String)
    /// Other characters for those of the source, such as “ for ``.
    case text(String)
    /// What may be TeX or not, and is printed as Markdown has it, and reported.
    case doubtful(Doubt, String)
    /// What begins something that is never finished: printed as it stands, and reported.
    case mistake(Mistake)
    /// Left out of the text, and reported where it would have been printed.
    case leftOut(LeftOut)
    case divOpen(Attributes)
    case divClose
    /// A tag around blocks of Markdown, and the name of the one that ends it.
    case htmlOpen(HTMLTag)
    case htmlClose(String)
    /// The label made up for a note that was written where it is referred to.
    case noteLabel
    /// How the items of the list count that begins with this one.
    case numbering(List.Numbering)
    /// The colon before a definition or a table's caption.
    case definition
  }

  enum Pairing: Sendable, Equatable {
    case span, superscript, `subscript`, strong, emphasis, smallCaps, code, strikethrough
  }

  enum Doubt: Sendable {
    /// The letter that TeX would print.
    case letter(String)
    case formula
    case path
  }

  enum Mistake: Sendable { case citation, note, formula, attributes }

  enum LeftOut: Sendable {
    case template, tex, metadata, control
  }

  var kind: Kind
  /// The bytes of the source it stands for.
  var range: Range<Int>

  /// Whether it fills a line of its own, wrapped in a comment so that cmark makes it a block.
  var isWrapped: Bool {
    switch kind {
    case .divOpen, .divClose, .htmlOpen, .htmlClose, .leftOut(.metadata): true
    default: false
    }
  }
}

/// The text cmark reads, with the marks hidden in it and the way back to the source.
///
/// The n-th mark is the n-th character of the planes for private use. cmark takes such a
/// character for a letter; where emphasis asks what stands next to its delimiter, `flank` beside
/// the mark says punctuation.
struct MarkedText: Sendable {
  /// A part of the text and what it stands for.
  fileprivate struct Stretch {
    var text = 0..<0
    var source = 0..<0
  }

  /// Where the last place was found, since most are asked for in the order of reading.
  struct StretchPlace {
    fileprivate var index = 0
    fileprivate var stretch = Stretch()
  }

  /// What cmark reads.
  private(set) var bytes: [UInt8] = []
  private(set) var marks: [Mark] = []
  private var stretches: [Stretch] = []

  /// A punctuation mark of Rejang, which no journal has asked for so far.
  static let flank: [UInt8] = [0xEA, 0xA5, 0x9F]
  /// Two planes of private characters, without the four that are none.
  static let capacity = 2 * planeSize
  static let planeSize = 0xFFFE

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Takes over bytes of the source; characters that would be taken for ours are hidden in marks.
  mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    let span = source.span
    guard span.extracting(range).greatest >= 0xEA else {
      take(range, of: source)
      return
    }
    var start = range.lowerBound
    for place in range where span[place] >= 0xEA {
      guard let length = Self.lengthOfOurs(in: span, at: place), place >= start else { continue }
      take(start..<place, of: source)
      start = min(place + length, range.upperBound)
      if marks.count < Self.capacity {
        put(Mark(kind: .literal, range: place..<start))
      } else {
        put("\u{FFFD}".utf8, for: place..<start)
      }
    }
    take(start..<range.upperBound, of: source)
  }

  private mutating func take(_ range: Range<Int>, of source: [UInt8]) {
    guard !range.isEmpty else { return }
    add(source[range], for: range)
  }

  /// How long a character is that stands for a mark or a flank.
  private static func lengthOfOurs(in text: Span<UInt8>, at offset: Int) -> Int? {
    if markIndex(in: text, at: offset) != nil { return 4 }
    let isFlank =
      text.count - offset >= flank.count
      && flank.indices.allSatisfy { text[offset + $0] == flank[$0] }
    return isFlank ? flank.count : nil
  }

  /// Adds bytes that stand for `range` of the source.
  mutating func put(_ text: some Collection<UInt8>, for range: Range<Int>) {
    add(text, for: range)
  }

  private mutating func add(_ text: some Collection<UInt8>, for range: Range<Int>) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    stretches.append(Stretch(text: start..<bytes.count, source: range))
  }

  /// Hides a mark behind the next private character, which must exist.
  mutating func put(_ mark: Mark) {
    precondition(marks.count < Self.capacity)
    put(characterOf: marks.count, for: mark.range)
    marks.append(mark)
  }

  /// Adds the private character of a mark, given by its index.
  mutating func put(characterOf mark: Int, for range: Range<Int>) {
    let value = mark < Self.planeSize ? 0xF0000 + mark : 0x100000 + mark - Self.planeSize
    let start = bytes.count
    bytes.append(UInt8(0xF0 | value >> 18))
    bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
    bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | value & 0x3F))
    stretches.append(Stretch(text: start..<bytes.count, source: range))
  }

  /// The index of the mark whose character begins at `offset` of `text`, if one does.
  static func markIndex(in text: Span<UInt8>, at offset: Int) -> Int? {
    guard text[offset] >= 0xF3, text.count - offset >= 4 else { return nil }
    var value = Int(text[offset] & 0x07)
    for step in 1..<4 { value = value << 6 | Int(text[offset + step] & 0x3F) }
    return switch value {
    case 0xF0000..<0xFFFFE: value - 0xF0000
    case 0x100000..<0x10FFFE: value - 0x100000 + 0xFFFE
    default: nil
    }
  }

  /// The place in the source of an offset in `bytes`.
  func sourceOffset(of offset: Int, near last: inout StretchPlace) -> Int {
    if !last.stretch.text.contains(offset) {
      guard !stretches.isEmpty else { return offset }
      let next = last.index + 1
      let isNext = next < stretches.count && stretches[next].text.contains(offset)
      last.index = isNext ? next : stretchIndex(at: offset)
      last.stretch = stretches[last.index]
    }
    let (text, source) = (last.stretch.text, last.stretch.source)
    return min(source.lowerBound + max(offset - text.lowerBound, 0), source.upperBound)
  }

  private func stretchIndex(at offset: Int) -> Int {
    var (low, high) = (0, stretches.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].text.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
