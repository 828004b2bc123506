public import Reporting

/// A reference: one work that can be cited, with CSL's variables as its fields.
///
/// Every reader of a bibliography format makes these, every writer and the CSL processor take
/// them. Text fields hold CSL-JSON's rich text: `<i>`, `<b>`, `<sup>`, `<sub>`, `<sc>`,
/// `<span class="nocase">` are markup, anything else is text.
public struct Item: Sendable, Hashable, Codable {
  /// The key by which the text cites it.
  public var id: String
  public var type: ItemType
  /// Ordinary and number variables, by name.
  public var text: Fields<TextVariable, String>
  public var names: Fields<NameVariable, [PersonName]>
  public var dates: Fields<DateVariable, ItemDate>
  /// Where the reference begins in its file, if it was read from one.
  public var range: SourceRange?

  public init(
    id: String, type: ItemType, text: Fields<TextVariable, String> = [:],
    names: Fields<NameVariable, [PersonName]> = [:], dates: Fields<DateVariable, ItemDate> = [:],
    range: SourceRange? = nil
  ) {
    self.id = id
    self.type = type
    self.text = text
    self.names = names
    self.dates = dates
    self.range = range
  }

  public subscript(_ variable: TextVariable) -> String? {
    get { text[variable] }
    set { text[variable] = newValue }
  }

  public subscript(_ variable: NameVariable) -> [PersonName] {
    get { names[variable] ?? [] }
    set { names[variable] = newValue.isEmpty ? nil : newValue }
  }

  public subscript(_ variable: DateVariable) -> ItemDate? {
    get { dates[variable] }
    set { dates[variable] = newValue }
  }
}
