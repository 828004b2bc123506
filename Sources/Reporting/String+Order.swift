extension String {
  /// Whether its bytes in UTF-8 come before those of another text: the order of paths and keys,
  /// which is the same on every machine.
  package func precedes(_ other: String) -> Bool {
    let (own, others) = (utf8.span, other.utf8.span)
    let count = min(own.count, others.count)
    var place = 0
    while place < count, own[place] == others[place] { place += 1 }
    return place < count ? own[place] < others[place] : own.count < others.count
  }
}
