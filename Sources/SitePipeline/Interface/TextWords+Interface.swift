import Prose

extension TextWords {
  /// In a language of the interface.
  init(_ text: InterfaceText) {
    self.init(
      figure: text.label(.figure), table: text.label(.table), equation: text.label(.equation),
      section: text.phrase(.sectionTitled("#")), listing: text.label(.listing),
      note: text.phrase(.note("")).trimmed, backToText: text.label(.backToText),
      zero: text.words.digits.zero)
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
