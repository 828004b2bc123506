/// An item on its way into files: what writers ask of it is found out once for all formats.
package struct WritableItem: Sendable {
  let item: Item
  /// The keywords one by one; `keyword` holds them in one text.
  let keywords: [String]
  /// The first and last page of `page`, if it holds one range.
  let pages: (first: String, last: String?)?
  /// What each text of the item holds, in their order.
  private let contents: [WritableText.Contents]

  package init(_ item: Item) {
    self.item = item
    keywords = item.keywords
    pages = item.pages
    contents = item.text.map { WritableText.Contents(of: $0.value) }
  }

  package var id: String { item.id }
  var type: ItemType { item.type }

  /// The texts in the order of their variables.
  var texts: some Sequence<(variable: TextVariable, text: WritableText)> {
    zip(item.text, contents).lazy.map { field, contents in
      (field.key, WritableText(string: field.value, contents: contents))
    }
  }

  subscript(_ variable: TextVariable) -> WritableText? {
    item.text.position(of: variable).map {
      WritableText(string: item.text.values[$0], contents: contents[$0])
    }
  }

  subscript(_ variable: NameVariable) -> [PersonName] { item[variable] }
  subscript(_ variable: DateVariable) -> ItemDate? { item[variable] }
}

extension WritableItem {
  package static func writeBibTeX(_ items: [WritableItem]) -> [UInt8] {
    var writer = BibTeXWriter()
    for item in items { writer.write(item) }
    return writer.bytes
  }

  package static func writeRIS(_ items: [WritableItem], pdfs: [String: String]) -> [UInt8] {
    var writer = RISWriter()
    for item in items { writer.write(item, pdf: pdfs[item.id]) }
    return writer.bytes
  }

  package static func writeEndNote(_ items: [WritableItem]) -> [UInt8] {
    var writer = EndNoteWriter()
    for item in items { writer.write(item) }
    return writer.bytes
  }

  /// `left` is a variable that is left out.
  package static func writeCSLJSON(
    _ items: [WritableItem], without left: TextVariable? = nil
  ) -> [UInt8] {
    var writer = CSLJSONWriter()
    writer.write(items, without: left)
    return writer.bytes
  }
}
