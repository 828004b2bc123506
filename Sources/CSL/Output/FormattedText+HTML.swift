public import Bibliography
import Reporting

extension FormattedText {
  /// HTML for a page: elements and classes only, no style attributes.
  public var html: String { String(decoding: htmlBytes, as: UTF8.self) }

  /// The same in UTF-8.
  public var htmlBytes: [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(bytes.count + marks.count * 8 + 80)
    appendHTML(to: &page)
    return page
  }

  /// Adds the HTML, in UTF-8, to what is already written of a page.
  public func appendHTML(to page: inout [UInt8]) {
    let holdsMarkup = holdsMarkup
    func append(_ range: Range<Int>) {
      if holdsMarkup { escape(range, to: &page) } else { page += bytes[range] }
    }
    var start = 0
    let marks = marks.span
    for index in marks.indices {
      append(start..<marks[index].place)
      start = marks[index].place
      if marks[index].opens {
        open(marks[index].format, on: &page)
      } else {
        page += closingTag(of: marks[index].format).utf8
      }
    }
    append(start..<bytes.count)
  }

  /// Whether there are characters that HTML takes for markup; most texts have none.
  private var holdsMarkup: Bool {
    bytes.span.holds(
      UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""))
  }

  private func escape(_ range: Range<Int>, to page: inout [UInt8]) {
    var start = range.lowerBound
    while let index = markup(in: start..<range.upperBound) {
      page += bytes[start..<index]
      page += Self.entity(for: bytes[index]).utf8
      start = index + 1
    }
    page += bytes[start..<range.upperBound]
  }

  /// Where the first of these characters stands.
  private func markup(in range: Range<Int>) -> Int? {
    let bytes = bytes.span.extracting(range)
    for index in bytes.indices where bytes[index] <= UInt8(ascii: ">") {
      switch bytes[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""):
        return range.lowerBound + index
      default: break
      }
    }
    return nil
  }

  private static func entity(for byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: "&quot;"
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
