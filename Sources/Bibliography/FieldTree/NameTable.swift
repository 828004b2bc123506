/// Finds values by names that lie in bytes, without making a text of them.
///
/// A hash table that is never changed: at most 255 names, at most half of the slots taken.
struct NameTable<Value: Sendable>: Sendable {
  private var pool: [UInt8] = []
  private var names: [(bytes: Range<Int>, value: Value)] = []
  /// For each hash the number of a name, or `free`; of names with one hash the next slot.
  private var slots = [UInt8](repeating: free, count: 512)

  private static var free: UInt8 { .max }

  init(_ entries: [(name: String, value: Value)]) {
    precondition(entries.count <= slots.count / 2 && entries.count < Int(Self.free))
    for (name, value) in entries {
      let start = pool.count
      pool += name.utf8
      var slot = slot(of: name.utf8)
      while slots[slot] != Self.free { slot = next(slot) }
      slots[slot] = UInt8(names.count)
      names.append((start..<pool.count, value))
    }
  }

  /// The value of a name, and its number in the order in which the names were given.
  subscript(name: some Collection<UInt8>) -> (number: Int, value: Value)? {
    var slot = slot(of: name)
    while slots[slot] != Self.free {
      let number = Int(slots[slot])
      if isName(number, name) { return (number, names[number].value) }
      slot = next(slot)
    }
    return nil
  }

  private func isName(_ number: Int, _ name: some Collection<UInt8>) -> Bool {
    var index = names[number].bytes.lowerBound
    let end = names[number].bytes.upperBound
    for byte in name {
      guard index < end, pool[index] == byte else { return false }
      index += 1
    }
    return index == end
  }

  private func slot(of name: some Collection<UInt8>) -> Int {
    var hash: UInt32 = 0
    for byte in name { hash = hash &* 0x0100_0193 ^ UInt32(byte) }
    return Int(hash ^ hash >> 9) & (slots.count - 1)
  }

  private func next(_ slot: Int) -> Int { (slot + 1) & (slots.count - 1) }
}
