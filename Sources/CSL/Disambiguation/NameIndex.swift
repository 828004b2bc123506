/// Which names share a family name, and which of those also their initials.
struct NameIndex {
  private struct Entry {
    var fullNames: Set<[UInt8]> = []
    var byInitials: [[UInt8]: Set<[UInt8]>] = [:]
  }

  private var entries: [[UInt8]: Entry] = [:]

  mutating func add(_ person: Int, _ items: ItemStore, _ style: CompiledStyle) {
    let name = items.names[person]
    guard !name.isLiteral else { return }
    let full = NameIndex.full(name, items)
    entries[NameIndex.family(name, items), default: Entry()].fullNames.insert(full)
    entries[NameIndex.family(name, items)]?
      .byInitials[NameIndex.initials(name, items, style), default: []].insert(full)
  }

  /// 0 as the style says, 1 with initials, 2 in full.
  func level(of person: Int, initialsOnly: Bool, _ items: ItemStore, _ style: CompiledStyle)
    -> UInt8
  {
    let name = items.names[person]
    guard !name.isLiteral, let entry = entries[NameIndex.family(name, items)],
      entry.fullNames.count > 1
    else { return 0 }
    let helps: UInt8 = entry.byInitials.count > 1 ? 1 : 0
    if initialsOnly { return helps }
    let alike = entry.byInitials[NameIndex.initials(name, items, style)]?.count ?? 0
    return alike > 1 ? 2 : helps
  }

  private static func family(_ name: PreparedName, _ items: ItemStore) -> [UInt8] {
    Array(items.pool[name.nonDroppingParticle.range]) + [0x20] + items.pool[name.family.range]
  }

  private static func full(_ name: PreparedName, _ items: ItemStore) -> [UInt8] {
    // "J. J." and "J.J." are one name.
    items.pool[name.given.range].filter { $0 != 0x20 && $0 != UInt8(ascii: ".") } + [0x20]
      + items.pool[name.droppingParticle.range] + [0x20] + items.pool[name.suffix.range]
  }

  private static func initials(_ name: PreparedName, _ items: ItemStore, _ style: CompiledStyle)
    -> [UInt8]
  {
    var initials = Initials(
      mark: [], keepsHyphen: style.options.initializesWithHyphen, initializes: true)
    var result: [UInt8] = []
    initials.append(items.pool[name.given.range], to: &result)
    return result
  }
}
