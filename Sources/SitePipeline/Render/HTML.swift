import JournalModel

/// Writes text into HTML; the one place of the pages that escapes.
enum HTML {
  /// For text and for attribute values in double quotes.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    append(escaping: text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same, put after other bytes.
  static func append(escaping text: String, to bytes: inout [UInt8]) {
    let span = text.utf8.span
    let end = span.count
    // Most texts hold nothing to escape: what stands between such characters is copied at once.
    var start = 0
    // Letters stand behind all that is special.
    for index in 0..<end where span[index] <= UInt8(ascii: ">") && isSpecial(span[index]) {
      append(span.extracting(start..<index), to: &bytes)
      start = index + 1
      switch span[index] {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      default: bytes += "&quot;".utf8
      }
    }
    if start == 0 { bytes += text.utf8 } else { append(span.extracting(start..<end), to: &bytes) }
  }

  private static func append(_ span: Span<UInt8>, to bytes: inout [UInt8]) {
    for index in span.indices { bytes.append(span[index]) }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }

  /// The attributes of a picture's size, with a space before them; empty where it is not known.
  static func size(width: Int?, height: Int?) -> String {
    guard let width, let height else { return "" }
    return " width=\"\(width)\" height=\"\(height)\""
  }

  /// The attributes `lang` and `dir` of a part, with a space before them; empty where the part is
  /// in the language of what surrounds it.
  static func language(_ language: LanguageTag, in surrounding: LanguageTag) -> String {
    guard language != surrounding else { return "" }
    let direction = " dir=\"\(language.direction.rawValue)\""
    return " lang=\"\(escaped(language.text))\"" + direction
  }
}

extension RichText {
  var html: String {
    if runs.count == 1, runs[0].style == .plain { return HTML.escaped(runs[0].text) }
    return runs.map { run in
      let text = HTML.escaped(run.text)
      return switch run.style {
      case .plain: text
      case .italic: "<i>\(text)</i>"
      case .bold: "<b>\(text)</b>"
      case .superscript: "<sup>\(text)</sup>"
      case .subscript: "<sub>\(text)</sub>"
      case .smallCaps: "<span class=\"small-caps\">\(text)</span>"
      }
    }.joined()
  }
}

extension Licence {
  var html: String {
    "<a href=\"\(HTML.escaped(url))\" rel=\"license\">\(HTML.escaped(name))</a>"
  }
}
