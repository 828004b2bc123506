public import Bibliography
import Reporting

extension FormattedText {
  /// HTML for a page: elements and classes only, no style attributes; in a line that runs against
  /// the words of the style use that of `withoutIsolates`.
  public var html: String { String(decoding: htmlBytes, as: UTF8.self) }

  /// The same in UTF-8.
  public var htmlBytes: [UInt8] {
    var page: [UInt8] = []
    page.reserveCapacity(bytes.count + marks.count * 8 + 80)
    appendHTML(to: &page)
    return page
  }

  /// Adds the HTML, in UTF-8, to what is already written of a page.
  ///
  /// `link` gives the tag that opens the link round the cite of an item, if it has one.
  public func appendHTML(
    to page: inout [UInt8], linking link: (_ item: Int) -> String? = { _ in nil }
  ) {
    let (bytes, marks) = (bytes.span, marks.span)
    let holdsMarkup = Self.holdsMarkup(bytes)
    var start = 0
    for index in marks.indices {
      let end = marks[index].place
      Self.append(bytes.extracting(start..<end), escapes: holdsMarkup, to: &page)
      start = end
      if case .cite(let item) = marks[index].format {
        guard let tag = link(item) else { continue }
        page.append(contentsOf: (marks[index].opens ? tag : "</a>").utf8.span)
      } else if marks[index].opens {
        open(marks[index].format, on: &page)
      } else {
        page.append(contentsOf: closingTag(of: marks[index].format).utf8.span)
      }
    }
    Self.append(bytes.extracting(start...), escapes: holdsMarkup, to: &page)
  }

  /// Whether there are characters that HTML takes for markup; most texts have none.
  private static func holdsMarkup(_ bytes: Span<UInt8>) -> Bool {
    bytes.holds(UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""))
  }

  private static func append(_ bytes: Span<UInt8>, escapes: Bool, to page: inout [UInt8]) {
    var start = 0
    if escapes {
      for index in bytes.indices where bytes[index] <= UInt8(ascii: ">") {
        guard let entity = entity(for: bytes[index]) else { continue }
        page.append(contentsOf: bytes.extracting(start..<index))
        page.append(contentsOf: entity.utf8.span)
        start = index + 1
      }
    }
    page.append(contentsOf: bytes.extracting(start...))
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
    case .styled(let style): page.append(contentsOf: openingTag(of: style).utf8.span)
    case .display(let display): page.append(contentsOf: openingTag(of: display).utf8.span)
    case .cite: break
    case .isolated: page.append(contentsOf: "<bdi>".utf8.span)
    case .link(let url):
      page.append(contentsOf: #"<a href=""#.utf8.span)
      let url = url.utf8.span
      Self.append(url, escapes: Self.holdsMarkup(url), to: &page)
      page.append(contentsOf: #"">"#.utf8.span)
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
    // Without a stylesheet the number would touch what stands beside it.
    case .display(.leftMargin): "</span> "
    case .styled, .display: "</span>"
    case .link: "</a>"
    case .cite: ""
    case .isolated: "</bdi>"
    }
  }
}
