import Bibliography

/// All items of a document, converted once.
final class ItemStore: Sendable {
  let pool: [UInt8]
  let items: [PreparedItem]
  let texts: [PreparedText]
  let nameLists: [NameList]
  let names: [PreparedName]
  let dates: [PreparedDate]
  let ids: [String]
  /// Whether a text has characters that are set as raised base characters.
  let holdsRaised: Bool
  /// The place of each id; of two items with one id the first counts.
  let places: [String: Int]

  init(_ source: [Item]) {
    var builder = ItemStoreBuilder(count: source.count)
    let items = source.span
    for index in items.indices { builder.add(items[index]) }
    pool = Array(builder.pool.all)
    self.items = builder.items
    texts = builder.texts
    nameLists = builder.nameLists
    names = builder.names
    dates = builder.dates
    ids = builder.ids
    holdsRaised = builder.holdsRaised
    places = builder.places
  }

  /// Texts are packed: a variable's place is the number of present variables before it.
  func text(_ variable: Int, of item: Int) -> PreparedText {
    let bits = items[item].present & (VariableCode.bit(variable) &- 1)
    return texts[Int(items[item].firstText) + bits.nonzeroBitCount]
  }

  func people(_ variable: Int, of item: Int) -> Range<Int> {
    let below = VariableCode.bit(variable) &- VariableCode.bit(VariableCode.firstName)
    let bits = items[item].present & below
    let list = nameLists[Int(items[item].firstNames) + bits.nonzeroBitCount].people
    return Int(list.lowerBound)..<Int(list.upperBound)
  }

  /// Whether a list of names says itself that there are more.
  func hasOthers(_ variable: Int, of item: Int) -> Bool {
    let below = VariableCode.bit(variable) &- VariableCode.bit(VariableCode.firstName)
    let bits = items[item].present & below
    return nameLists[Int(items[item].firstNames) + bits.nonzeroBitCount].hasOthers
  }

  func date(_ variable: Int, of item: Int) -> PreparedDate {
    let below = VariableCode.bit(variable) &- VariableCode.bit(VariableCode.firstDate)
    let bits = items[item].present & below
    return dates[Int(items[item].firstDate) + bits.nonzeroBitCount]
  }
}
