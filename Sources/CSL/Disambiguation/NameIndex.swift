/// Which names share a family name, and which of those also their initials.
struct NameIndex {
  private struct Entry {
    var fullNames: Set<UInt64> = []
    var byInitials: [UInt64: Set<UInt64>] = [:]
  }

  /// By the hashes of family names.
  private var entries: [UInt64: Entry] = [:]
  private var buffer: [UInt8] = []

  mutating func add(_ person: Int, _ items: ItemStore, _ style: CompiledStyle) {
    let name = items.names[person]
    guard !name.isLiteral else { return }
    let family = NameIndex.family(name, items)
    let full = NameIndex.full(name, items)
    if let known = entries[family], known.fullNames.contains(full) { return }
    let initials = initials(name, items, style)
    entries[family, default: Entry()].fullNames.insert(full)
    entries[family, default: Entry()].byInitials[initials, default: []].insert(full)
  }

  /// 0 as the style says, 1 with initials, 2 in full.
  mutating func level(
    of person: Int, initialsOnly: Bool, _ items: ItemStore, _ style: CompiledStyle
  ) -> UInt8 {
    let name = items.names[person]
    guard !name.isLiteral, let entry = entries[NameIndex.family(name, items)],
      entry.fullNames.count > 1
    else { return 0 }
    let helps: UInt8 = entry.byInitials.count > 1 ? 1 : 0
    if initialsOnly { return helps }
    let alike = entry.byInitials[initials(name, items, style)]?.count ?? 0
    return alike > 1 ? 2 : helps
  }

  private static func family(_ name: PreparedName, _ items: ItemStore) -> UInt64 {
    var hash = TextHash()
    hash.add(items.pool[name.nonDroppingParticle.range])
    hash.add([0])
    hash.add(items.pool[name.family.range])
    return hash.value
  }

  private static func full(_ name: PreparedName, _ items: ItemStore) -> UInt64 {
    var hash = TextHash()
    // "J. J." and "J.J." are one name.
    for index in name.given.range
    where items.pool[index] != 0x20 && items.pool[index] != UInt8(ascii: ".") {
      hash.add([items.pool[index]])
    }
    hash.add([0])
    hash.add(items.pool[name.droppingParticle.range])
    hash.add([0])
    hash.add(items.pool[name.suffix.range])
    return hash.value
  }

  private mutating func initials(_ name: PreparedName, _ items: ItemStore, _ style: CompiledStyle)
    -> UInt64
  {
    var initials = Initials(
      mark: [], keepsHyphen: style.options.initializesWithHyphen, initializes: true)
    buffer.removeAll(keepingCapacity: true)
    initials.append(items.pool[name.given.range], to: &buffer)
    var hash = TextHash()
    hash.add(buffer[...])
    return hash.value
  }
}
