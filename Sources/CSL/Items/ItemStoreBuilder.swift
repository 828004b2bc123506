import Bibliography

/// Prepares the items of a store, one after the other.
///
/// Texts are copied once, from where the items have them, and looked at as they are copied.
struct ItemStoreBuilder {
  private(set) var pool = ByteBuffer()
  private(set) var items: [PreparedItem] = []
  private(set) var texts: [PreparedText] = []
  private(set) var nameLists: [NameList] = []
  private(set) var names: [PreparedName] = []
  private(set) var dates: [PreparedDate] = []
  private(set) var ids: [String] = []
  private(set) var holdsRaised = false
  private(set) var places: [String: Int] = [:]

  /// Makes room for what the references of articles hold as a rule.
  init(count: Int) {
    items.reserveCapacity(count)
    places.reserveCapacity(count)
    ids.reserveCapacity(count)
    texts.reserveCapacity(count * 12)
    nameLists.reserveCapacity(count * 2)
    names.reserveCapacity(count * 5)
    dates.reserveCapacity(count * 2)
  }

  mutating func add(_ item: borrowing Item) {
    if let place = places.updateValue(items.count, forKey: item.id) {
      places[item.id] = place
      return
    }
    ids.append(item.id)
    var prepared = PreparedItem(
      typeBit: 1 << UInt64(item.type.rawValue), present: 0, firstText: Int32(texts.count),
      firstNames: Int32(nameLists.count), firstDate: Int32(dates.count))
    let hasEventTitle = item.text[.eventTitle] != nil
    let hasFirstPage = item.text[.pageFirst] != nil
    item.text.visit { variable, text in
      let text = prepare(text)
      guard !text.slice.isEmpty else { return }
      add(text, variable, to: &prepared)
      switch variable {
      // `event` is the old name of `event-title` (CSL 1.0.2, appendix IV).
      case .event where !hasEventTitle: add(text, .eventTitle, to: &prepared)
      case .page where !hasFirstPage: addFirstPage(of: text.slice, to: &prepared)
      case .language: readLanguage(text.slice, of: &prepared)
      default: break
      }
    }
    item.names.visit { variable, people in
      guard !people.isEmpty else { return }
      prepared.present |= VariableCode.bit(variable)
      add(people)
    }
    item.dates.visit { variable, date in
      guard let date = prepare(date) else { return }
      prepared.present |= VariableCode.bit(variable)
      dates.append(date)
    }
    items.append(prepared)
  }

  // MARK: Texts

  /// Texts stand in the order of their variables, with those that are derived from others.
  private mutating func add(
    _ text: PreparedText, _ variable: TextVariable, to prepared: inout PreparedItem
  ) {
    prepared.present |= VariableCode.bit(variable)
    texts.append(text)
  }

  private mutating func addFirstPage(of page: Slice, to prepared: inout PreparedItem) {
    let first = firstPage(of: page)
    guard !first.isEmpty else { return }
    let isMarkup = Peculiarities(of: pool[first.range]).contains(.markup)
    add(PreparedText(slice: first, needsParsing: isMarkup), .pageFirst, to: &prepared)
  }

  private func readLanguage(_ slice: Slice, of prepared: inout PreparedItem) {
    let language = pool[slice.range]
    prepared.isEnglish = language.prefix(2).elementsEqual("en".utf8) { $0 | 0x20 == $1 }
    prepared.isTurkish = language.starts(with: "tr".utf8) || language.starts(with: "az".utf8)
  }

  /// The part of a page range up to the first mark that ends a number.
  private func firstPage(of page: Slice) -> Slice {
    for index in page.range {
      switch pool[index] {
      case UInt8(ascii: "-"), UInt8(ascii: ","), UInt8(ascii: "&"), 0x20, 0xE2:
        return Slice(start: page.start, count: UInt32(index) - page.start)
      default: break
      }
    }
    return page
  }

  /// Adds a text without the white space at its ends.
  private mutating func prepare(_ text: String) -> PreparedText {
    var (slice, found, repeated) = add(text)
    while !slice.isEmpty, pool[slice.range.upperBound - 1] <= 0x20 { slice.count -= 1 }
    while !slice.isEmpty, pool[Int(slice.start)] <= 0x20 {
      slice.start += 1
      slice.count -= 1
    }
    noteRaised(in: slice.range, found)
    let directions = directions(of: slice.range, found)
    return repeated.contains(.space)
      ? PreparedText(slice: spaced(slice), needsParsing: true, directions: directions)
      : PreparedText(slice: slice, needsParsing: found.contains(.markup), directions: directions)
  }

  /// Adds a text as it is; says what it holds, and what of that stands twice in a row.
  private mutating func add(_ text: String)
    -> (slice: Slice, found: Peculiarities, repeated: Peculiarities)
  {
    let start = UInt32(pool.count)
    let (found, repeated) = pool.append(text, kinds: Peculiarities.kinds)
    return (
      Slice(start: start, count: UInt32(pool.count) - start), Peculiarities(rawValue: found),
      Peculiarities(rawValue: repeated)
    )
  }

  private mutating func noteRaised(in range: Range<Int>, _ found: Peculiarities) {
    if found.contains(.foreign), Superscripts.stand(in: pool[range].span) { holdsRaised = true }
  }

  private func directions(of range: Range<Int>, _ found: Peculiarities) -> Directions {
    var directions: Directions = found.contains(.latin) ? .leftToRight : []
    if found.contains(.reversed), pool[range].hasRightToLeftLetters {
      directions.insert(.rightToLeft)
    }
    return directions
  }

  /// Keeps two spaces in a row apart from the single ones that joining texts leaves.
  private mutating func spaced(_ slice: Slice) -> Slice {
    let source = Array(pool[slice.range])
    pool.removeLast(pool.count - Int(slice.start))
    var result = Slice(start: UInt32(pool.count), count: 0)
    var index = source.startIndex
    while index < source.endIndex {
      if source[index] == 0x20, index + 1 < source.endIndex, source[index + 1] == 0x20 {
        pool += "\u{A0}".utf8
      } else {
        pool.append(source[index])
      }
      index += 1
    }
    result.count = UInt32(pool.count) - result.start
    return result
  }

  // MARK: Dates

  private mutating func prepare(_ date: ItemDate) -> PreparedDate? {
    var result = PreparedDate()
    if let literal = date.literal {
      let text = add(literal)
      result.literal = text.slice
      noteRaised(in: text.slice.range, text.found)
    }
    if let start = date.start {
      result.start = day(start, season: date.season)
      if let end = date.end { result.end = day(end, season: date.endSeason) }
      if result.end == result.start { result.end = PreparedDate.Day() }
      result.isOpenEnded = date.isOpenEnded
    }
    result.isApproximate = date.isApproximate
    return result.start.isPresent || date.literal != nil ? result : nil
  }

  private func day(_ date: PartialDate, season: Int?) -> PreparedDate.Day {
    var day = PreparedDate.Day()
    day.year = Int32(clamping: date.year)
    day.month = Int8(clamping: date.month ?? 0)
    if !(1...12).contains(day.month) { day.month = 0 }
    day.day = day.month == 0 ? 0 : Int8(clamping: date.day ?? 0)
    if !(1...31).contains(day.day) { day.day = 0 }
    day.season = Int8(clamping: season ?? 0)
    if !(1...4).contains(day.season) || day.month != 0 { day.season = 0 }
    day.isPresent = true
    return day
  }

  // MARK: Names

  private mutating func add(_ people: [PersonName]) {
    let start = Int32(names.count)
    let last = people.count - 1
    let hasOthers = last > 0 && ItemStoreBuilder.isOthers(people[last])
    for index in 0..<(hasOthers ? last : people.count) { names.append(prepare(people, index)) }
    nameLists.append(NameList(people: start..<Int32(names.count), hasOthers: hasOthers))
  }

  /// The last name of a list that bibliographies cut short with "and others".
  private static func isOthers(_ name: borrowing PersonName) -> Bool {
    name.given.isEmpty && (name.literal == "others" || name.family == "others")
  }

  private mutating func prepare(_ people: [PersonName], _ index: Int) -> PreparedName {
    let start = pool.count
    var found: Peculiarities = []
    var result = PreparedName()
    result.given = add(part: people[index].given, &found)
    if !result.given.isEmpty { pool.append(0x20) }
    result.family = add(part: people[index].family, &found)
    let end = pool.count
    result.droppingParticle = add(part: people[index].droppingParticle, &found)
    result.nonDroppingParticle = add(part: people[index].nonDroppingParticle, &found)
    result.suffix = add(part: people[index].suffix, &found)
    result.literal = add(part: people[index].literal, &found)
    result.hasCommaSuffix = people[index].hasCommaSuffix
    result.isStaticallyOrdered = people[index].isStaticallyOrdered
    if found.contains(.unspaced) || mayDivide(result) {
      pool.removeLast(pool.count - start)
      return divided(people[index])
    }
    noteRaised(in: start..<pool.count, found)
    result.needsParsing = found.contains(.markup)
    result.directions = directions(of: start..<pool.count, found)
    let isWhole = end == pool.count && !result.given.isEmpty && !result.family.isEmpty
    if isWhole, !result.needsParsing, pool[result.given.range.upperBound - 1] != 0x20 {
      result.natural = Slice(start: UInt32(start), count: UInt32(end - start))
    }
    return result
  }

  private mutating func add(part: String, _ found: inout Peculiarities) -> Slice {
    guard !part.isEmpty else { return .empty }
    let text = add(part)
    found.formUnion(text.found)
    return text.slice
  }

  /// Whether particles or a suffix may have to be split off a part of a name.
  private func mayDivide(_ name: PreparedName) -> Bool {
    if !name.family.isEmpty, pool[Int(name.family.start)] == UInt8(ascii: "\"") { return true }
    return name.nonDroppingParticle.isEmpty && !name.given.isEmpty && !name.family.isEmpty
      && !(isPlain(name.family) && isPlain(name.given))
  }

  /// Whether each word begins with a capital and all is Latin letters, spaces, stops and hyphens.
  private func isPlain(_ part: Slice) -> Bool {
    var startsWord = true
    for index in part.range {
      let byte = pool[index]
      switch byte {
      case 0x41...0x5A: startsWord = false
      case 0x20 where !startsWord: startsWord = true
      case 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), 0x80...0xC1:
        if startsWord { return false }
      case 0xC3:  // À to Þ, à to ÿ
        if startsWord, pool[index + 1] >= 0x9F || pool[index + 1] == 0x97 { return false }
        startsWord = false
      case 0xC4...0xC9, 0xE1:
        if startsWord { return false }
      default: return false
      }
    }
    return !part.isEmpty && !startsWord
  }

  /// A name whose parts have to be looked into.
  private mutating func divided(_ name: borrowing PersonName) -> PreparedName {
    var parts = NameParts(name)
    parts.split()
    let start = pool.count
    var result = PreparedName()
    result.family = pool.add(parts.family)
    result.given = pool.add(parts.given)
    result.droppingParticle = pool.add(parts.droppingParticle)
    result.nonDroppingParticle = pool.add(parts.nonDroppingParticle)
    result.suffix = pool.add(parts.suffix)
    result.literal = pool.add(parts.literal)
    result.hasCommaSuffix = parts.hasCommaSuffix
    result.isStaticallyOrdered = name.isStaticallyOrdered
    let found = Peculiarities(of: pool[start..<pool.count])
    noteRaised(in: start..<pool.count, found)
    result.isRomanesque = !found.contains(.unspaced) || parts.isRomanesque
    result.needsParsing = found.contains(.markup)
    result.directions = directions(of: start..<pool.count, found)
    return result
  }
}

extension ByteBuffer {
  fileprivate mutating func add(_ text: [UInt8]) -> Slice {
    let start = UInt32(count)
    append(text.indices, of: text)
    return Slice(start: start, count: UInt32(text.count))
  }
}
