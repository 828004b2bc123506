import Bibliography

/// All items of a document, converted once.
struct ItemStore: Sendable {
  private(set) var pool: [UInt8] = []
  private(set) var items: [PreparedItem] = []
  private(set) var texts: [PreparedText] = []
  private(set) var nameLists: [NameList] = []
  private(set) var names: [PreparedName] = []
  private(set) var dates: [PreparedDate] = []
  private(set) var ids: [String] = []
  /// Whether a text has characters that are set as raised base characters.
  private(set) var holdsRaised = false
  /// The place of each id; of two items with one id the first counts.
  private(set) var places: [String: Int] = [:]

  init(_ source: [Item]) {
    items.reserveCapacity(source.count)
    places.reserveCapacity(source.count)
    // What the references of articles hold as a rule; more makes the pools grow as any array does.
    pool.reserveCapacity(source.count * 500)
    ids.reserveCapacity(source.count)
    texts.reserveCapacity(source.count * 12)
    nameLists.reserveCapacity(source.count * 2)
    names.reserveCapacity(source.count * 5)
    dates.reserveCapacity(source.count * 2)
    let items = source.span
    for index in items.indices { add(items[index]) }
  }

  private mutating func add(_ item: borrowing Item) {
    if let place = places.updateValue(items.count, forKey: item.id) {
      places[item.id] = place
      return
    }
    ids.append(item.id)
    var prepared = PreparedItem(
      typeBit: 1 << UInt64(item.type.rawValue), present: 0, firstText: Int32(texts.count),
      firstNames: Int32(nameLists.count), firstDate: Int32(dates.count))
    addTexts(item, to: &prepared)
    for (variable, people) in item.names where !people.isEmpty {
      prepared.present |= VariableCode.bit(variable)
      let start = Int32(names.count)
      let people = people.span
      let hasOthers = people.count > 1 && ItemStore.isOthers(people[people.count - 1])
      for index in 0..<(hasOthers ? people.count - 1 : people.count) {
        names.append(prepare(people[index]))
      }
      nameLists.append(NameList(people: start..<Int32(names.count), hasOthers: hasOthers))
    }
    for (variable, date) in item.dates {
      guard let date = prepare(date) else { continue }
      prepared.present |= VariableCode.bit(variable)
      dates.append(date)
    }
    items.append(prepared)
  }

  /// Texts in the order of their variables, with those that are derived from others.
  private mutating func addTexts(_ item: borrowing Item, to prepared: inout PreparedItem) {
    for (variable, text) in item.text {
      let text = prepare(text)
      let slice = text.slice
      guard !slice.isEmpty else { continue }
      switch variable {
      // `event` is the old name of `event-title` (CSL 1.0.2, appendix IV).
      case .event where item.text[.eventTitle] == nil:
        add(text, .event, to: &prepared)
        add(text, .eventTitle, to: &prepared)
      case .page where item.text[.pageFirst] == nil:
        add(text, .page, to: &prepared)
        let first = firstPage(of: slice)
        guard !first.isEmpty else { continue }
        add(
          PreparedText(slice: first, needsParsing: peculiarities(of: first.range).needsParsing),
          .pageFirst,
          to: &prepared)
      case .language:
        add(text, variable, to: &prepared)
        prepared.isEnglish =
          slice.count >= 2 && pool[Int(slice.start)] | 0x20 == UInt8(ascii: "e")
          && pool[Int(slice.start) + 1] | 0x20 == UInt8(ascii: "n")
        let language = pool[slice.range]
        prepared.isTurkish = language.starts(with: "tr".utf8) || language.starts(with: "az".utf8)
      default: add(text, variable, to: &prepared)
      }
    }
  }

  private mutating func add(
    _ text: PreparedText, _ variable: TextVariable, to prepared: inout PreparedItem
  ) {
    prepared.present |= VariableCode.bit(variable)
    texts.append(text)
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
    var slice = pool.add(text.utf8)
    while !slice.isEmpty, pool[slice.range.upperBound - 1] <= 0x20 { slice.count -= 1 }
    while !slice.isEmpty, pool[Int(slice.start)] <= 0x20 {
      slice.start += 1
      slice.count -= 1
    }
    let found = peculiarities(of: slice.range)
    return found.hasWideSpace
      ? PreparedText(slice: spaced(slice), needsParsing: true)
      : PreparedText(slice: slice, needsParsing: found.needsParsing)
  }

  private mutating func peculiarities(of range: Range<Int>) -> Peculiarities {
    let found = Peculiarities(of: pool.span.extracting(range))
    if found.isForeign, holdsRaised(in: range) { holdsRaised = true }
    return found
  }

  private func holdsRaised(in range: Range<Int>) -> Bool {
    Superscripts.stand(in: pool.span.extracting(range))
  }

  /// Keeps two spaces in a row apart from the single ones that joining texts leaves.
  private mutating func spaced(_ slice: Slice) -> Slice {
    let source = pool[slice.range]
    pool.removeLast(pool.count - Int(slice.start))
    var result = Slice(start: UInt32(pool.count), count: 0)
    var index = source.startIndex
    while index < source.endIndex {
      if source[index] == 0x20, index + 1 < source.endIndex, source[index + 1] == 0x20 {
        pool += [0xC2, 0xA0]
      } else {
        pool.append(source[index])
      }
      index += 1
    }
    result.count = UInt32(pool.count) - result.start
    return result
  }

  private mutating func prepare(_ date: ItemDate) -> PreparedDate? {
    var result = PreparedDate()
    if let literal = date.literal {
      result.literal = pool.add(literal.utf8)
      _ = peculiarities(of: result.literal.range)
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

  /// The last name of a list that bibliographies cut short with "and others".
  private static func isOthers(_ name: borrowing PersonName) -> Bool {
    name.given.isEmpty && (name.literal == "others" || name.family == "others")
  }

  func date(_ variable: Int, of item: Int) -> PreparedDate {
    let below = VariableCode.bit(variable) &- VariableCode.bit(VariableCode.firstDate)
    let bits = items[item].present & below
    return dates[Int(items[item].firstDate) + bits.nonzeroBitCount]
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
      case 0xC4...0xC9:
        if startsWord { return false }
      default: return false
      }
    }
    return !part.isEmpty && !startsWord
  }

  private mutating func prepare(_ name: borrowing PersonName) -> PreparedName {
    let start = pool.count
    var result = PreparedName()
    result.family = add(part: name.family)
    result.given = add(part: name.given)
    result.droppingParticle = add(part: name.droppingParticle)
    result.nonDroppingParticle = add(part: name.nonDroppingParticle)
    result.suffix = add(part: name.suffix)
    result.literal = add(part: name.literal)
    result.hasCommaSuffix = name.hasCommaSuffix
    result.isStaticallyOrdered = name.isStaticallyOrdered
    if isForeign(start..<pool.count) || mayDivide(result) {
      pool.removeLast(pool.count - start)
      return divided(name)
    }
    result.needsParsing = peculiarities(of: start..<pool.count).needsParsing
    return result
  }

  /// Whether there may be letters of a script without spaces between names.
  private func isForeign(_ range: Range<Int>) -> Bool {
    let bytes = pool.span.extracting(range)
    for index in bytes.indices where bytes[index] >= 0xE2 { return true }
    return false
  }

  private mutating func add(part: String) -> Slice {
    part.isEmpty ? .empty : pool.add(part.utf8)
  }

  /// Whether particles or a suffix may have to be split off a part of a name.
  private func mayDivide(_ name: PreparedName) -> Bool {
    if !name.family.isEmpty, pool[Int(name.family.start)] == UInt8(ascii: "\"") { return true }
    return name.nonDroppingParticle.isEmpty && !name.given.isEmpty && !name.family.isEmpty
      && !(isPlain(name.family) && isPlain(name.given))
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
    result.isRomanesque = !isForeign(start..<pool.count) || parts.isRomanesque
    result.needsParsing = peculiarities(of: start..<pool.count).needsParsing
    return result
  }
}
