import Reporting

/// Looks through a style or locale for what CSL does not have: nothing of it would be used.
struct VocabularyChecker {
  private let document: XMLDocument

  static func check(_ document: XMLDocument, report: inout Report) {
    let checker = VocabularyChecker(document: document)
    checker.checkInside(0, report: &report)
    checker.checkTexts(report: &report)
  }

  private func checkInside(_ element: Int, report: inout Report) {
    let name = document.elements[element].name
    for index in document.elements[element].attributes {
      check(document.attributes[Int(index)], of: name, report: &report)
    }
    let known = Vocabulary.children(of: name)
    var found: Set<String> = []
    for child in document.children(of: element) {
      let name = document.elements[child].name
      guard known.contains(name) else {
        if !isForeign(child) { report.add(.elementUnknown(document, child, in: element)) }
        continue
      }
      if let title = title(of: child), !found.insert(title).inserted {
        report.add(.elementRepeated(document, child, title))
      }
      if name != .info { checkInside(child, report: &report) }
    }
  }

  /// What may stand once beside its siblings; nil if any number may.
  private func title(of element: Int) -> String? {
    let name = document.elements[element].name
    switch name {
    case .macro, .datePart, .namePart:
      return document.value(.name, of: element).map { "\(name.rawValue) name=\"\($0)\"" }
    default: return Vocabulary.standsOnce(name) ? name.rawValue : nil
    }
  }

  /// Whether an element has a prefix of its own, for another program.
  private func isForeign(_ element: Int) -> Bool { document.tagName(of: element).contains(":") }

  private func check(
    _ attribute: XMLDocument.Attribute, of element: ElementName, report: inout Report
  ) {
    if Vocabulary.isNumber(attribute.name) {
      let number = Vocabulary.number(document.string(attribute.value))
      if !(0...Vocabulary.greatestNumber).contains(number ?? -1) {
        report.add(.attributeNumber(document, attribute))
      }
      return
    }
    guard let words = Vocabulary.words(of: attribute.name, on: element) else { return }
    let values =
      attribute.name == .position
      ? document.words(of: attribute.value) : [document.string(attribute.value)]
    if !values.allSatisfy(words.contains) {
      report.add(.attributeValue(document, attribute, words))
    }
  }

  private func checkTexts(report: inout Report) {
    for (element, text) in document.texts where !isInInfo(element) {
      report.add(.textIgnored(document, text))
    }
  }

  private func isInInfo(_ element: Int) -> Bool {
    var element = element
    while element >= 0 {
      if document.elements[element].name == .info { return true }
      element = Int(document.elements[element].parent)
    }
    return false
  }
}

extension XMLDocument {
  /// The name of an element as it stands.
  func tagName(of element: Int) -> String {
    let entry = elements[element]
    return String(
      decoding: bytes[Int(entry.tag.lowerBound) + 1..<Int(entry.nameEnd)], as: UTF8.self)
  }
}

extension Diagnostic {
  fileprivate static func elementUnknown(
    _ document: XMLDocument, _ element: Int, in parent: Int
  ) -> Self {
    let name = document.tagName(of: element)
    let known = Vocabulary.children(of: document.elements[parent].name).map(\.rawValue).sorted()
    return .init(
      .warning, "element-unknown",
      "Element '\(name)' has no place in '\(document.tagName(of: parent))' and is left out",
      at: document.range(of: element),
      hint: known.isEmpty ? "Remove it" : "Use one of: \(known.joined(separator: ", "))")
  }

  fileprivate static func elementRepeated(
    _ document: XMLDocument, _ element: Int, _ title: String
  ) -> Self {
    .init(
      .error, "element-repeated", "'\(title)' stands here a second time",
      at: document.range(of: element), hint: "Keep one of them")
  }

  fileprivate static func attributeValue(
    _ document: XMLDocument, _ attribute: XMLDocument.Attribute, _ words: [String]
  ) -> Self {
    .init(
      .warning, "attribute-value",
      "'\(document.string(attribute.value))' is no value of '\(attribute.name.rawValue)' and is ignored",
      at: document.range(of: attribute.value), hint: "Use one of: \(words.joined(separator: ", "))")
  }

  fileprivate static func attributeNumber(
    _ document: XMLDocument, _ attribute: XMLDocument.Attribute
  ) -> Self {
    .init(
      .warning, "attribute-number",
      "'\(document.string(attribute.value))' is no number that '\(attribute.name.rawValue)' can have",
      at: document.range(of: attribute.value),
      hint: "Write a number from 0 to \(Vocabulary.greatestNumber)")
  }

  fileprivate static func textIgnored(_ document: XMLDocument, _ text: XMLDocument.Text) -> Self {
    .init(
      .warning, "text-ignored", "Text between elements is left out", at: document.range(of: text),
      hint: "Put it into a 'text' element, as its 'value'")
  }
}
