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
  var fields: [Field] = []

  subscript(_ name: BibTeXField) -> BibTeXValue? {
    get {
      for field in fields where field.name == name { return field.value }
      return nil
    }
    set {
      if let index = fields.firstIndex(where: { $0.name == name }) {
        if let newValue { fields[index].value = newValue } else { fields.remove(at: index) }
      } else if let newValue {
        fields.append(Field(name: name, value: newValue))
      }
    }
  }

  func has(_ name: BibTeXField) -> Bool {
    fields.contains { $0.name == name }
  }
}
