import Bibliography

/// Makes items of the CSL-JSON of a fixture, which is laxer than that of a bibliography.
struct ItemReader {
  static func items(_ json: JSON) -> [Item] {
    json.items.enumerated().map { index, entry in item(entry, at: index) }
  }

  private static func item(_ json: JSON, at index: Int) -> Item {
    let type = json["type"]?.text.flatMap { ItemType(name: $0) }
    var item = Item(id: json["id"]?.text ?? "ITEM-\(index + 1)", type: type ?? .document)
    guard case .object(let members) = json else { return item }
    for (key, value) in members {
      if let variable = textVariable(key) {
        if let text = value.text, !text.isEmpty { item[variable] = text }
      } else if let variable = NameVariable(name: key) {
        item[variable] = value.items.map(name)
      } else if let variable = DateVariable(name: key) {
        item[variable] = date(value)
      }
    }
    item.takeFieldsOutOfNote()
    return item
  }

  /// Some names differ between CSL-JSON and CSL.
  private static func textVariable(_ key: String) -> TextVariable? {
    switch key {
    case "shortTitle": .titleShort
    case "journalAbbreviation": .containerTitleShort
    default: TextVariable(name: key)
    }
  }

  private static func name(_ json: JSON) -> PersonName {
    PersonName(
      family: json["family"]?.text ?? "", given: json["given"]?.text ?? "",
      droppingParticle: json["dropping-particle"]?.text ?? "",
      nonDroppingParticle: json["non-dropping-particle"]?.text ?? "",
      suffix: json["suffix"]?.text ?? "", literal: json["literal"]?.text ?? "",
      hasCommaSuffix: json["comma-suffix"]?.isTrue ?? false,
      isStaticallyOrdered: json["static-ordering"]?.isTrue ?? false)
  }

  static func date(_ json: JSON) -> ItemDate? {
    if let text = json.text { return RawDate.read(text) ?? ItemDate(literal: text) }
    var result = ItemDate()
    result.isApproximate = json["circa"]?.isTrue ?? false
    let days = json["date-parts"]?.items ?? []
    if let first = days.first, let day = day(first, season: &result.season) {
      result.start = day
      if days.count > 1 {
        result.end = self.day(days[1], season: &result.endSeason)
        if result.end == nil { result.isOpenEnded = true }
      }
    }
    if let season = json["season"] {
      result.season = season.integer ?? SeasonNames.number(season.text ?? "")
    }
    if let literal = json["literal"]?.text { result.literal = literal }
    if result.start == nil, result.literal == nil, let raw = json["raw"]?.text {
      result = RawDate.read(raw) ?? ItemDate(literal: raw)
      result.isApproximate = result.isApproximate || (json["circa"]?.isTrue ?? false)
    }
    return result.start == nil && result.literal == nil ? nil : result
  }

  private static func day(_ parts: JSON, season: inout Int?) -> PartialDate? {
    let numbers = parts.items.map { $0.integer ?? 0 }
    guard let year = numbers.first, year != 0 else { return nil }
    var date = PartialDate(year: year)
    guard numbers.count > 1 else { return date }
    switch numbers[1] {
    case 1...12:
      date.month = numbers[1]
      if numbers.count > 2, (1...31).contains(numbers[2]) { date.day = numbers[2] }
    case 13...24: season = (numbers[1] - 13) % 4 + 1
    default: break
    }
    return date
  }
}

/// The seasons that older data spells out.
enum SeasonNames {
  static func number(_ name: String) -> Int? {
    switch name.lowercased() {
    case "spring": 1
    case "summer": 2
    case "autumn", "fall": 3
    case "winter": 4
    default: nil
    }
  }
}
