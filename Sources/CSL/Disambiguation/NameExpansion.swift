/// A group of ambiguous cites while names are added to them one by one.
struct NameExpansion {
  /// A list of names as rendered: its people and how many of them are shown.
  struct List: Sendable {
    var people: Range<Int>
    var shown: Int
  }

  private(set) var members: [Int]
  /// For each member its lists.
  private var lists: [[List]]
  /// The steps that helped so far.
  private(set) var kept = Hints()
  /// The steps so far, with those that have not helped.
  private(set) var tried = Hints()
  private var list = 0
  private var name = 0
  private var level: UInt8 = 0

  init(members: [Int], lists: [[List]]) {
    self.members = members
    self.lists = lists
  }

  /// The same, for some of the members.
  func narrowed(to part: [Int]) -> NameExpansion {
    var result = self
    let wanted = Set(part)
    result.members = part
    result.lists = zip(members, lists).filter { wanted.contains($0.0) }.map(\.1)
    return result
  }

  /// Remembers the last step as one that helped; names shown before it stay.
  mutating func keep() {
    while kept.givens.count <= list { kept.givens.append([]) }
    while kept.givens[list].count <= name { kept.givens[list].append(0) }
    kept.givens[list][name] = level
    while kept.shownNames.count <= list { kept.shownNames.append(0) }
    if list < tried.shownNames.count { kept.shownNames[list] = tried.shownNames[list] }
    tried = kept
  }

  /// Takes the next step; false when there is none.
  mutating func advance(addsNames: Bool, addsGivennames: Bool) -> Bool {
    guard let listCount = lists.first?.count, list < listCount else { return false }
    let shown = lists[0][list].shown
    let most = lists.map { list < $0.count ? $0[list].people.count : 0 }.max() ?? 0
    if addsGivennames, level < 2, name < most, name < max(shown, shownByHints) {
      level += 1
      setLevel()
      return true
    }
    level = 0
    name += 1
    if name < most, name < shown || addsNames {
      if name >= shown {
        while tried.shownNames.count <= list { tried.shownNames.append(0) }
        tried.shownNames[list] = max(tried.shownNames[list], name + 1)
        return true
      }
      return advance(addsNames: addsNames, addsGivennames: addsGivennames)
    }
    list += 1
    name = 0
    guard list < listCount else { return false }
    return advance(addsNames: addsNames, addsGivennames: addsGivennames)
  }

  private var shownByHints: Int { list < tried.shownNames.count ? tried.shownNames[list] : 0 }

  private mutating func setLevel() {
    while tried.givens.count <= list { tried.givens.append([]) }
    while tried.givens[list].count <= name { tried.givens[list].append(0) }
    tried.givens[list][name] = level
  }

  /// Whether the last step can make any two members differ: not where all have the same name.
  func canDiffer(in items: ItemStore) -> Bool {
    guard let first = lists.first, list < first.count else { return true }
    let people = first[list].people
    guard name < people.count else { return true }
    let isLast = name + 1 == people.count
    for other in lists.dropFirst() {
      guard list < other.count, name < other[list].people.count else { return true }
      if (name + 1 == other[list].people.count) != isLast, level == 0 { return true }
      guard items.isSame(people.lowerBound + name, other[list].people.lowerBound + name) else {
        return true
      }
    }
    return false
  }
}
