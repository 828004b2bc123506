import JournalModel
import Reporting

/// Writes text into HTML; the one place of the pages that escapes.
enum HTML {
  /// For text and for attribute values in double quotes.
  static func escaped(_ text: String) -> String {
    let span = text.utf8.span
    guard holdsSpecial(span) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    append(escaping: text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same, put after other bytes.
  static func append(escaping text: String, to bytes: inout [UInt8]) {
    let text = text.utf8.span
    // Most texts hold nothing to escape; of the others the most is copied in runs.
    guard holdsSpecial(text) else {
      bytes.append(contentsOf: text)
      return
    }
    var start = 0
    for place in text.indices {
      let reference: String
      switch text[place] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      case UInt8(ascii: "\""): reference = "&quot;"
      default: continue
      }
      bytes.append(contentsOf: text.extracting(start..<place))
      bytes.append(contentsOf: reference.utf8.span)
      start = place + 1
    }
    bytes.append(contentsOf: text.extracting(start...))
  }

  private static func holdsSpecial(_ text: Span<UInt8>) -> Bool {
    text.holds(UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""))
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
