import Bibliography

/// A 64-bit hash of the text of a tree, without its formatting and its year-suffix.
///
/// The day on which somebody looked at a work does not tell it from another: "n.d.-a [accessed …]".
struct TextHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ node: Int32, _ tree: OutputTree) {
    let entry = tree.nodes[Int(node)]
    if entry.isText {
      for byte in tree.text(of: entry) { add(byte) }
      return
    }
    if entry.tag == .date, entry.info == Int32(VariableCode.code(.accessed)) { return }
    var child = entry.first
    while child >= 0 {
      add(child, tree)
      child = tree.nodes[Int(child)].next
    }
  }

  mutating func add(_ slice: Slice, of pool: [UInt8]) {
    for index in slice.range { add(pool[index]) }
  }

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 29
  }
}
