import Bibliography
import Reporting

extension Serializer {
  /// Writes a mark that waits no longer.
  mutating func write(_ mark: Mark) {
    switch mark.kind {
    case .quote:
      let sign = quotationMarks.sign(mark)
      bytes.append(sign.span)
      last = sign.last ?? last
    case .style: self.mark(.styled(mark.style), opens: mark.opens)
    case .display: self.mark(.display(display(mark.info)), opens: mark.opens)
    case .cite: self.mark(.cite(item: Int(mark.info)), opens: mark.opens)
    case .isolate: self.mark(.isolated, opens: mark.opens)
    case .link:
      self.mark(.link(url: ""), opens: mark.opens)
      if !mark.opens { address(variable: Int(mark.info)) }
    }
  }

  mutating func mark(_ format: FormattedText.Format, opens: Bool) {
    if formats.isEmpty { formats.reserveCapacity(8) }
    formats.append(.init(format, opens: opens, at: bytes.count))
  }

  private func display(_ number: Int32) -> FormattedText.Display {
    switch number {
    case 1: .block
    case 2: .leftMargin
    case 3: .rightInline
    default: .indent
    }
  }

  /// Forgets formats that hold no text.
  mutating func dropEmptyPairs() {
    var index = 1
    while index < formats.count {
      if formats[index - 1].opens, !formats[index].opens,
        formats[index - 1].place == formats[index].place
      {
        formats.removeSubrange((index - 1)...index)
        index = max(index - 1, 1)
      } else {
        index += 1
      }
    }
  }

  // MARK: Links

  /// Gives the link that has just been closed its address.
  private mutating func address(variable: Int) {
    let end = formats.count - 1
    guard let start = formats.lastIndex(where: { $0.opens && $0.format == .link(url: "") })
    else { return }
    let range = formats[start].place..<bytes.count
    let inside = formats[(start + 1)..<end].map { mark in
      FormattedText.Mark(mark.format, opens: mark.opens, at: mark.place - range.lowerBound)
    }
    let identifier =
      inside.isEmpty
      ? String(decoding: bytes[range], as: UTF8.self)
      : FormattedText(Array(bytes[range]), marks: inside).plain
    let url = address(identifier, variable: variable)
    formats[start].format = .link(url: url)
    formats[end].format = .link(url: url)
  }

  /// The address behind a linked identifier; what may not stand in one is percent-encoded.
  private func address(_ text: String, variable: Int) -> String {
    let isAddress = text.hasPrefix("http://") || text.hasPrefix("https://")
    let address =
      switch variable {
      case VariableCode.code(.doi): address(ofDOI: text, isAddress: isAddress)
      case _ where isAddress: text
      case VariableCode.code(.pmid): "https://www.ncbi.nlm.nih.gov/pubmed/" + text
      case VariableCode.code(.pmcid): "https://www.ncbi.nlm.nih.gov/pmc/articles/" + text
      default: text.contains("://") ? text : "https://" + text
      }
    return address.percentEncoding(\.standsInNoAddress)
  }

  /// `10.1/x`, `doi.org/10.1/x` or an address of it, in which `#` and `?` of the DOI begin no
  /// fragment and no query.
  private func address(ofDOI text: String, isAddress: Bool) -> String {
    if isAddress, !text.utf8.span.holds(UInt8(ascii: "#"), UInt8(ascii: "?")) { return text }
    if text.hasPrefix("10.") { return "https://doi.org/" + text.percentEncoding(\.endsPath) }
    guard let slash = text.firstRange(of: "/10.")?.lowerBound else {
      return isAddress ? text : "https://doi.org/" + text.percentEncoding(\.endsPath)
    }
    let doi = String(text[slash...].dropFirst()).percentEncoding(\.endsPath)
    return (isAddress ? text[...slash] : "https://doi.org/") + doi
  }
}

extension UInt8 {
  /// Whether no address has it as it is (RFC 3986, section 2).
  fileprivate var standsInNoAddress: Bool {
    switch self {
    case ...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// Whether the path of an address ends before it.
  fileprivate var endsPath: Bool { self == UInt8(ascii: "#") || self == UInt8(ascii: "?") }
}

extension String {
  fileprivate func percentEncoding(_ isEncoded: (UInt8) -> Bool) -> String {
    let text = utf8.span
    var encoded = 0
    for index in text.indices where isEncoded(text[index]) { encoded += 1 }
    guard encoded > 0 else { return self }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + 2 * encoded)
    for byte in utf8 {
      bytes +=
        isEncoded(byte)
        ? [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]] : [byte]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
