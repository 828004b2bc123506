/// The content of a field.
struct BibTeXValue: Hashable {
  /// Its bytes in the source, with delimiters and space at the ends taken off and macros put in.
  var bytes: Range<Int>
  /// Whether a space stood before them.
  var followsSpace = false
  /// Where it stands in the file.
  var place: Range<Int>
  /// What it may hold.
  var kinds = BibTeXByte.all

  /// Whether it is known to hold nothing that LaTeX minds.
  var isPlain: Bool { !kinds.contains(.special) }

  /// Whether its bytes are those at its place.
  var isInPlace: Bool { place.contains(bytes.lowerBound) && bytes.upperBound <= place.upperBound }
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
  private(set) var fields: [Field]
  private var present = BibTeXFieldSet()

  init(type: String, key: String, place: Range<Int>) {
    self.type = type
    self.key = key
    self.place = place
    fields = []
    fields.reserveCapacity(Self.usualCount)
  }

  /// Of fields, in an entry.
  private static let usualCount = 12

  subscript(_ name: BibTeXField) -> BibTeXValue? {
    get {
      guard present.contains(name) else { return nil }
      let fields = fields.span
      for index in fields.indices where fields[index].name == name { return fields[index].value }
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

  @inline(__always)
  func has(_ name: BibTeXField) -> Bool {
    present.contains(name)
  }
}
