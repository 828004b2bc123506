/// What stands in braces after an element: `{#id .class key=value}`.
package struct Attributes: Sendable, Equatable {
  package struct Pair: Sendable, Equatable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  package var id: String?
  package var classes: [String]
  package var pairs: [Pair]

  package init(id: String? = nil, classes: [String] = [], pairs: [Pair] = []) {
    self.id = id
    self.classes = classes
    self.pairs = pairs
  }

  package static let none = Attributes()

  package var isEmpty: Bool { id == nil && classes.isEmpty && pairs.isEmpty }

  /// Adds others; an anchor that is there already stays, and the other is a second label.
  mutating func merge(_ others: Attributes) {
    classes += others.classes
    pairs += others.pairs
    guard let other = others.id else { return }
    if id == nil { id = other } else { pairs.append(Pair(key: "label", value: other)) }
  }

  /// The title of one of Quarto's callouts, which stands over its text and not in a tooltip.
  mutating func removeCalloutTitle() -> String? {
    guard classes.contains(where: { $0.hasPrefix("callout") }),
      let place = pairs.firstIndex(where: { $0.key == "title" && !$0.value.isEmpty })
    else { return nil }
    return pairs.remove(at: place).value
  }

  /// The value of the first pair with this key.
  package subscript(key key: String) -> String? {
    pairs.first { $0.key == key }?.value
  }
}
