import Bibliography

extension FormattedText {
  /// The same with raised base characters for those that Unicode has in raised form.
  func raisingCharacters() -> FormattedText {
    guard var next = raisedCharacter(from: 0) else { return self }
    var raising = Raising(of: self)
    while true {
      raising.raise(next.base, at: next.place)
      guard let other = raisedCharacter(from: next.place.upperBound) else { break }
      next = other
    }
    raising.copy(upTo: bytes.count)
    return raising.result
  }

  private func raisedCharacter(from start: Int) -> (base: String, place: Range<Int>)? {
    let bytes = bytes.span
    for index in start..<bytes.count where Superscripts.begins(at: index, of: bytes) {
      return Superscripts.base(at: index, in: bytes).map { ($0.text, index..<index + $0.length) }
    }
    return nil
  }

  /// A walk over a text that copies it up to each of the characters.
  private struct Raising {
    let source: FormattedText
    var result = FormattedText()
    private var copied = 0
    private var nextMark = 0

    init(of source: FormattedText) { self.source = source }

    mutating func raise(_ base: String, at place: Range<Int>) {
      copy(upTo: place.lowerBound)
      result.marks.append(Mark(.styled(.superscript), opens: true, at: result.bytes.count))
      result.bytes += base.utf8
      result.marks.append(Mark(.styled(.superscript), opens: false, at: result.bytes.count))
      copied = place.upperBound
    }

    mutating func copy(upTo end: Int) {
      let shift = result.bytes.count - copied
      result.bytes += source.bytes[copied..<end]
      while nextMark < source.marks.count, source.marks[nextMark].place <= end {
        var mark = source.marks[nextMark]
        mark.place += shift
        result.marks.append(mark)
        nextMark += 1
      }
      copied = end
    }
  }
}
