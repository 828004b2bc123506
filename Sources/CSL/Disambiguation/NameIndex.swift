/// Which names share a family name, and which of those also their initials.
struct NameIndex {
  private struct Name {
    var person: Int
    /// The hashes of the family name and of the rest.
    var family: UInt64
    var rest: UInt64
    /// That of the initials, where names have to be told apart.
    var initials: UInt64 = 0
  }

  private let items: ItemStore
  /// As `Initials` asks.
  private let keepsHyphen: Bool
  private var names: [Name] = []
  private var buffer = ByteBuffer()

  init(_ items: ItemStore, keepsHyphen: Bool) {
    self.items = items
    self.keepsHyphen = keepsHyphen
  }

  mutating func add(_ person: Int) {
    let name = items.names[person]
    guard !name.isLiteral else { return }
    names.append(Name(person: person, family: family(of: name), rest: rest(of: name)))
  }

  /// For each person of the store 0 for a given name as the style says, 1 for initials, 2 for the
  /// name in full.
  mutating func levels(initialsOnly: Bool) -> [UInt8] {
    var levels = [UInt8](repeating: 0, count: items.names.count)
    names.sort { ($0.family, $0.rest) < ($1.family, $1.rest) }
    var start = 0
    while start < names.count {
      let family = names[start].family
      var end = start + 1
      while end < names.count, names[end].family == family { end += 1 }
      if names[start].rest != names[end - 1].rest {
        tellApart(start..<end, initialsOnly: initialsOnly, &levels)
      }
      start = end
    }
    return levels
  }

  /// Names that share a family name and are not all the same.
  private mutating func tellApart(_ range: Range<Int>, initialsOnly: Bool, _ levels: inout [UInt8])
  {
    for index in range {
      names[index].initials = initials(of: items.names[names[index].person])
    }
    names[range].sort { ($0.initials, $0.rest) < ($1.initials, $1.rest) }
    let helps: UInt8 =
      names[range.lowerBound].initials != names[range.upperBound - 1].initials ? 1 : 0
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, names[end].initials == names[start].initials { end += 1 }
      let isAlike = names[start].rest != names[end - 1].rest
      for name in names[start..<end] {
        levels[name.person] = isAlike && !initialsOnly ? 2 : helps
      }
      start = end
    }
  }

  private func family(of name: PreparedName) -> UInt64 {
    var hash = TextHash()
    hash.add(name.nonDroppingParticle, of: items.pool)
    hash.add(0)
    hash.add(name.family, of: items.pool)
    return hash.value
  }

  private func rest(of name: PreparedName) -> UInt64 {
    var hash = TextHash()
    // "J. J." and "J.J." are one name.
    for index in name.given.range
    where items.pool[index] != 0x20 && items.pool[index] != UInt8(ascii: ".") {
      hash.add(items.pool[index])
    }
    hash.add(0)
    hash.add(name.droppingParticle, of: items.pool)
    hash.add(0)
    hash.add(name.suffix, of: items.pool)
    return hash.value
  }

  private mutating func initials(of name: PreparedName) -> UInt64 {
    let initials = Initials(mark: [], keepsHyphen: keepsHyphen, initializes: true)
    buffer.removeAll()
    initials.append(name.given.range, of: items.pool, to: &buffer)
    var hash = TextHash()
    for index in 0..<buffer.count { hash.add(buffer[index]) }
    return hash.value
  }
}
