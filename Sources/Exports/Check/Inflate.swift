/// Reads what DEFLATE packed (RFC 1951), as far as it can be read and no further than a limit.
struct Inflate {
  private let input: ArraySlice<UInt8>
  private let limit: Int
  private var position: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  /// The unpacked bytes of a zlib stream (RFC 1950); of a damaged one, those before the damage.
  static func bytes(of zlib: ArraySlice<UInt8>, limit: Int) -> [UInt8] {
    var reader = Inflate(input: zlib.dropFirst(2), limit: limit)
    while let isLast = reader.readBlock(), !isLast {}
    return reader.output
  }

  private init(input: ArraySlice<UInt8>, limit: Int) {
    self.input = input
    self.limit = limit
    position = input.startIndex
  }

  /// Whether the block was the last one; nil when nothing more can be read.
  private mutating func readBlock() -> Bool? {
    guard let isLast = take(1), let type = take(2) else { return nil }
    let isRead: Bool
    switch type {
    case 0: isRead = readStored()
    case 1: isRead = readPacked(.fixedLiterals, .fixedDistances)
    case 2:
      guard let (literals, distances) = readCodes() else { return nil }
      isRead = readPacked(literals, distances)
    default: return nil
    }
    return isRead ? isLast == 1 : nil
  }

  private mutating func readStored() -> Bool {
    (bits, bitCount) = (0, 0)
    guard input.endIndex - position >= 4 else { return false }
    let length = Int(input[position]) | Int(input[position + 1]) << 8
    position += 4
    guard input.endIndex - position >= length, output.count + length <= limit else { return false }
    output += input[position..<position + length]
    position += length
    return true
  }

  private mutating func readPacked(_ literals: Code, _ distances: Code) -> Bool {
    while output.count < limit {
      guard let symbol = next(literals) else { return false }
      switch symbol {
      case 0..<256: output.append(UInt8(symbol))
      case 256: return true
      case 257..<286:
        let index = symbol - 257
        guard let moreLength = take(Self.lengthBits[index]), let far = next(distances), far < 30,
          let moreDistance = take(Self.distanceBits[far])
        else { return false }
        let distance = Self.distances[far] + moreDistance
        guard distance <= output.count else { return false }
        for _ in 0..<Self.lengths[index] + moreLength {
          output.append(output[output.count - distance])
        }
      default: return false
      }
    }
    return false
  }

  /// The codes that stand before a block (§3.2.7).
  private mutating func readCodes() -> (literals: Code, distances: Code)? {
    guard let literals = take(5), let distances = take(5), let count = take(4) else { return nil }
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    var lengths = [Int](repeating: 0, count: 19)
    for index in 0..<count + 4 {
      guard let length = take(3) else { return nil }
      lengths[order[index]] = length
    }
    let code = Code(lengths)
    let total = literals + 257 + distances + 1
    var all: [Int] = []
    while all.count < total {
      guard let symbol = next(code) else { return nil }
      switch symbol {
      case 0..<16: all.append(symbol)
      case 16:
        guard let last = all.last, let more = take(2) else { return nil }
        all += [Int](repeating: last, count: 3 + more)
      default:
        guard let more = take(symbol == 17 ? 3 : 7) else { return nil }
        all += [Int](repeating: 0, count: (symbol == 17 ? 3 : 11) + more)
      }
    }
    return (Code(Array(all[..<(literals + 257)])), Code(Array(all[(literals + 257)..<total])))
  }

  private mutating func take(_ count: Int) -> Int? {
    while bitCount < count {
      guard position < input.endIndex else { return nil }
      bits |= UInt32(input[position]) << UInt32(bitCount)
      position += 1
      bitCount += 8
    }
    let value = Int(bits & ((1 << UInt32(count)) - 1))
    bits >>= UInt32(count)
    bitCount -= count
    return value
  }

  private mutating func next(_ code: Code) -> Int? {
    var (value, first, index) = (0, 0, 0)
    for count in code.counts.dropFirst() {
      guard let bit = take(1) else { return nil }
      value |= bit
      if value - count < first {
        // Lengths that make no code lead outside.
        let place = index + value - first
        return code.symbols.indices.contains(place) ? code.symbols[place] : nil
      }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }
}

extension Inflate {
  /// A code of Huffman: how many symbols have each length, and the symbols by length and value.
  private struct Code {
    let counts: [Int]
    let symbols: [Int]

    init(_ lengths: [Int]) {
      var counts = [Int](repeating: 0, count: 16)
      for length in lengths where length > 0 { counts[length] += 1 }
      self.counts = counts
      symbols = (1..<16).flatMap { length in lengths.indices.filter { lengths[$0] == length } }
    }

    static let fixedLiterals = Code(
      (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    static let fixedDistances = Code([Int](repeating: 5, count: 30))
  }

  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}
