import Bibliography

/// One invented item of each type, with the fields that such works have.
enum SampleItems {
  static let all: [Item] = ItemType.allCases.enumerated().map { index, type in
    item(type, index)
  }

  private static func item(_ type: ItemType, _ index: Int) -> Item {
    var item = Item(id: "sample-\(index)", type: type)
    item[.title] = "The \(type.name.replacing("-", with: " ")) of the lighthouse keepers"
    item[.author] = authors(1 + index % 4)
    item[.issued] = ItemDate(
      PartialDate(year: 1990 + index % 30, month: 1 + index % 12, day: 1 + index % 28))
    item[.publisher] = "Harbour Press"
    item[.publisherPlace] = "Aberdeen"
    item[.language] = index % 5 == 4 ? "de" : "en"
    item[.url] = "https://example.org/\(index)"
    item[.accessed] = ItemDate(PartialDate(year: 2024, month: 3, day: 9))
    switch type {
    case .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook, .periodical:
      item[.containerTitle] = "Journal of Coastal Lights"
      item[.containerTitleShort] = "J. Coast. Lights"
      item[.volume] = "\(3 + index)"
      item[.issue] = "2"
      item[.page] = "\(100 + index)-\(120 + index)"
      item[.doi] = "10.1234/lights.\(index)"
    case .chapter, .paperConference, .entry, .entryDictionary, .entryEncyclopedia:
      item[.containerTitle] = "Handbook of Harbours"
      item[.editor] = [PersonName(family: "Okafor", given: "Ada")]
      item[.page] = "31-47"
      item[.edition] = "2"
    case .thesis:
      item[.genre] = "PhD thesis"
    case .report, .standard, .legislation, .bill, .regulation, .patent, .legalCase, .treaty:
      item[.number] = "\(200 + index)"
      item[.authority] = "Board of Lights"
      item[.containerTitle] = "Law Reports"
      item[.volume] = "12"
      item[.page] = "7"
    case .book, .classic, .collection:
      item[.edition] = "3"
      item[.collectionTitle] = "Maritime Studies"
      item[.numberOfPages] = "240"
    case .personalCommunication, .interview, .speech, .hearing:
      item[.recipient] = [PersonName(family: "Lindqvist", given: "Maja")]
      item[.eventTitle] = "Congress of Keepers"
      item[.genre] = "Letter"
    default:
      item[.medium] = "Film"
      item[.archive] = "National Archive"
      item[.version] = "1.4"
    }
    return item
  }

  private static func authors(_ count: Int) -> [PersonName] {
    let all = [
      PersonName(family: "Ferreira", given: "João Pedro"),
      PersonName(family: "van der Berg", given: "Anna"),
      PersonName(family: "O'Neill", given: "Siobhán", suffix: "Jr."),
      PersonName(literal: "Northern Lighthouse Board"),
    ]
    return Array(all.prefix(count))
  }
}
