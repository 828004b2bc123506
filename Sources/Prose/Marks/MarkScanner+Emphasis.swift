import Reporting

extension MarkScanner {
  /// Lets emphasis begin and end beside punctuation where no blank parts words: CommonMark reads
  /// `は**「月」**と` as stars.
  ///
  /// A mark without text stands between the stars and the punctuation, which cmark takes for a letter.
  mutating func scanAsterisks() {
    let start = index
    while byte(index) == UInt8(ascii: "*"), index < segmentEnd { index += 1 }
    guard index > start else {
      index += 1
      return
    }
    guard byte(start - 1) >= 0x80 || byte(index) >= 0x80,
      let before = scalar(before: start), let after = scalar(at: index),
      before.isUnspaced || after.isUnspaced, before.isPunctuation != after.isPunctuation
    else { return }
    let place = before.isPunctuation ? start : index
    guard hasRoom(for: place..<place) else { return }
    flush(upTo: place)
    text.put(Mark(kind: .text(""), range: place..<place))
  }

  private func scalar(at offset: Int) -> Unicode.Scalar? {
    let scalar = String(decoding: source[offset..<min(offset + 4, end)], as: UTF8.self)
      .unicodeScalars.first
    return scalar.flatMap { $0.properties.isWhitespace ? nil : $0 }
  }

  private func scalar(before offset: Int) -> Unicode.Scalar? {
    let scalar = String(decoding: source[max(offset - 4, start)..<offset], as: UTF8.self)
      .unicodeScalars.last
    return scalar.flatMap { $0.properties.isWhitespace ? nil : $0 }
  }
}

extension Unicode.Scalar {
  fileprivate var isUnspaced: Bool { joinsWords || isEastAsianMark }

  fileprivate var isPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: value < 0x80 && isASCIIPunctuation(UInt8(value))
    }
  }
}
