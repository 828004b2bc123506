/// The content of a field: its bytes with delimiters taken off and macros put in, and its place.
struct BibTeXValue: Hashable {
  var bytes: ArraySlice<UInt8>
  var place: Range<Int>

  var isBlank: Bool {
    bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }
}

/// One entry of a BibTeX file as it was written.
struct BibTeXEntry {
  struct Field {
    var name: BibTeXField
    var value: BibTeXValue
  }

  /// In small letters: "article".
  var type: String
  var key: String
  /// The key; the type with its `@` where there is no key.
  var place: Range<Int>
  private(set) var fields: [Field] = []
  private var present = BibTeXFieldSet()

  init(type: String, key: String, place: Range<Int>) {
    self.type = type
    self.key = key
    self.place = place
  }

  subscript(_ name: BibTeXField) -> BibTeXValue? {
    get {
      guard present.contains(name) else { return nil }
      for field in fields where field.name == name { return field.value }
      return nil
    }
    set {
      guard let newValue else {
        fields.removeAll { $0.name == name }
        present.remove(name)
        return
      }
      if present.contains(name), let index = fields.firstIndex(where: { $0.name == name }) {
        fields[index].value = newValue
      } else {
        fields.append(Field(name: name, value: newValue))
        present.insert(name)
      }
    }
  }

  func has(_ name: BibTeXField) -> Bool {
    present.contains(name)
  }
}
