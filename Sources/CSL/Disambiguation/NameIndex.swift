/// Which names share a family name, and which of those also their initials.
struct NameIndex {
  private struct Entry {
    /// The first person with the family name, and the hash of the whole name.
    var person: Int
    var full: UInt64
    /// The whole names by their initials, once there are two.
    var byInitials: [UInt64: Set<UInt64>] = [:]
  }

  /// By the hashes of family names.
  private var entries: [UInt64: Entry] = [:]
  private var buffer = ByteBuffer()

  mutating func add(_ person: Int, _ items: ItemStore, _ style: CompiledStyle) {
    let name = items.names[person]
    guard !name.isLiteral else { return }
    let family = NameIndex.family(name, items)
    let full = NameIndex.full(name, items)
    guard let known = entries[family] else {
      entries[family] = Entry(person: person, full: full)
      return
    }
    guard known.full != full || !known.byInitials.isEmpty else { return }
    for (full, name) in [(known.full, items.names[known.person]), (full, name)] {
      let initials = initials(name, items, style)
      entries[family]?.byInitials[initials, default: []].insert(full)
    }
  }

  /// 0 as the style says, 1 with initials, 2 in full.
  mutating func level(
    of person: Int, initialsOnly: Bool, _ items: ItemStore, _ style: CompiledStyle
  ) -> UInt8 {
    let name = items.names[person]
    guard !name.isLiteral, let entry = entries[NameIndex.family(name, items)],
      !entry.byInitials.isEmpty
    else { return 0 }
    let helps: UInt8 = entry.byInitials.count > 1 ? 1 : 0
    if initialsOnly { return helps }
    let alike = entry.byInitials[initials(name, items, style)]?.count ?? 0
    return alike > 1 ? 2 : helps
  }

  private static func family(_ name: PreparedName, _ items: ItemStore) -> UInt64 {
    var hash = TextHash()
    hash.add(name.nonDroppingParticle, of: items.pool)
    hash.add(0)
    hash.add(name.family, of: items.pool)
    return hash.value
  }

  private static func full(_ name: PreparedName, _ items: ItemStore) -> UInt64 {
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

  private mutating func initials(_ name: PreparedName, _ items: ItemStore, _ style: CompiledStyle)
    -> UInt64
  {
    let initials = Initials(
      mark: [], keepsHyphen: style.options.initializesWithHyphen, initializes: true)
    buffer.removeAll()
    initials.append(name.given.range, of: items.pool, to: &buffer)
    var hash = TextHash()
    for index in 0..<buffer.count { hash.add(buffer[index]) }
    return hash.value
  }
}
