public import Bibliography

extension FormattedText {
  /// HTML for a page: elements and classes only, no style attributes.
  public var html: String {
    var page: [UInt8] = []
    page.reserveCapacity(bytes.count + marks.count * 8 + 16)
    appendHTML(to: &page)
    return String(decoding: page, as: UTF8.self)
  }

  /// Adds the HTML, in UTF-8, to what is already written of a page.
  public func appendHTML(to page: inout [UInt8]) {
    let escapes = holdsMarkup
    var start = 0
    for mark in marks {
      append(start..<mark.place, escapes: escapes, to: &page)
      start = mark.place
      if mark.opens {
        open(mark.format, on: &page)
      } else {
        page += closingTag(of: mark.format).utf8
      }
    }
    append(start..<bytes.count, escapes: escapes, to: &page)
  }

  private func append(_ range: Range<Int>, escapes: Bool, to page: inout [UInt8]) {
    guard escapes else { return page += bytes[range] }
    for byte in bytes[range] {
      if let entity = Self.entity(for: byte) { page += entity.utf8 } else { page.append(byte) }
    }
  }

  /// Whether there are characters that HTML takes for markup; without a branch, so that many bytes
  /// are looked at at once.
  private var holdsMarkup: Bool {
    let bytes = bytes.span
    var found: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      found |= byte == UInt8(ascii: "&") ? 1 : 0
      found |= byte == UInt8(ascii: "<") ? 1 : 0
      found |= byte == UInt8(ascii: ">") ? 1 : 0
      found |= byte == UInt8(ascii: "\"") ? 1 : 0
    }
    return found != 0
  }

  private static func entity(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  private func open(_ format: Format, on page: inout [UInt8]) {
    switch format {
    case .styled(let style): page += openingTag(of: style).utf8
    case .display(let display): page += openingTag(of: display).utf8
    case .link(let url):
      page += #"<a href=""#.utf8
      FormattedText(Array(url.utf8)).appendHTML(to: &page)
      page += #"">"#.utf8
    }
  }

  private func openingTag(of style: Style) -> String {
    switch style {
    case .italic: "<i>"
    case .bold: "<b>"
    case .superscript: "<sup>"
    case .subscript: "<sub>"
    case .smallCaps: #"<span class="small-caps">"#
    case .underline: #"<span class="underline">"#
    case .normalStyle: #"<span class="normal-style">"#
    case .normalVariant: #"<span class="normal-variant">"#
    case .normalWeight: #"<span class="normal-weight">"#
    case .light: #"<span class="light">"#
    case .noUnderline: #"<span class="no-underline">"#
    case .baseline: #"<span class="baseline">"#
    }
  }

  private func openingTag(of display: Display) -> String {
    switch display {
    case .block: #"<span class="csl-block">"#
    case .leftMargin: #"<span class="csl-left-margin">"#
    case .rightInline: #"<span class="csl-right-inline">"#
    case .indent: #"<span class="csl-indent">"#
    }
  }

  private func closingTag(of format: Format) -> String {
    switch format {
    case .styled(.italic): "</i>"
    case .styled(.bold): "</b>"
    case .styled(.superscript): "</sup>"
    case .styled(.subscript): "</sub>"
    case .styled, .display: "</span>"
    case .link: "</a>"
    }
  }
}
