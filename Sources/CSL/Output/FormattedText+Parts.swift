public import Bibliography

extension FormattedText {
  /// The cites that are marked, each with the place of its item, and the texts between them.
  public var parts: [(item: Int?, text: FormattedText)] {
    var parts: [(item: Int?, text: FormattedText)] = []
    var part: (item: Int?, text: FormattedText) = (nil, FormattedText())
    // Formats that are open: a part that begins inside of them opens them anew.
    var open: [Format] = []
    var start = 0
    func end(with item: Int?) {
      part.text.marks += open.reversed().map {
        Mark($0, opens: false, at: part.text.bytes.count)
      }
      if !part.text.isEmpty { parts.append(part) }
      part = (item, FormattedText(marks: open.map { Mark($0, opens: true, at: 0) }))
    }
    for mark in marks {
      part.text.bytes += bytes[start..<mark.place]
      start = mark.place
      if case .cite(let item) = mark.format {
        end(with: mark.opens ? item : nil)
      } else {
        part.text.marks.append(Mark(mark.format, opens: mark.opens, at: part.text.bytes.count))
        if mark.opens { open.append(mark.format) } else { open.removeLast() }
      }
    }
    part.text.bytes += bytes[start...]
    end(with: nil)
    return parts
  }
}
