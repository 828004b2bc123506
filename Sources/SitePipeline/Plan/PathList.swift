import Reporting

/// Paths in a single run of bytes: a journal has a million, and each as a text of its own would take
/// twice the room.
package struct PathList: Sendable, Codable {
  /// Of all paths, as they came; what puts them in another order leaves these where they are.
  private var bytes: [UInt8] = []
  /// Where each path begins.
  @Raw private var starts: [UInt32] = []
  /// Where each path ends.
  @Raw private var ends: [UInt32] = []

  package init() {}

  package init(_ paths: some Sequence<String>) {
    for path in paths { append(path) }
  }

  package mutating func append(_ path: String) { append(path.utf8.span) }

  mutating func append(_ path: Span<UInt8>) {
    starts.append(UInt32(bytes.count))
    bytes.append(contentsOf: path)
    ends.append(UInt32(bytes.count))
  }

  package mutating func reserveCapacity(_ count: Int) {
    // Few paths are longer; room that is not used takes no memory.
    bytes.reserveCapacity(count * 80)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
  }

  mutating func insert(_ path: String, at place: Int) {
    starts.insert(UInt32(bytes.count), at: place)
    bytes.append(contentsOf: path.utf8)
    ends.insert(UInt32(bytes.count), at: place)
  }

  /// Puts the paths in another order.
  mutating func arrange(_ order: [Int]) {
    starts = order.map { starts[$0] }
    ends = order.map { ends[$0] }
  }

  /// Whether one path stands before another, byte by byte.
  func precedes(_ first: Int, _ second: Int) -> Bool {
    let span = bytes.span
    let (own, other) = (range(of: first), range(of: second))
    let count = Swift.min(own.count, other.count)
    var place = 0
    while place < count, span[own.lowerBound + place] == span[other.lowerBound + place] {
      place += 1
    }
    guard place < count else { return own.count < other.count }
    return span[own.lowerBound + place] < span[other.lowerBound + place]
  }

  /// Where a path stands, or would stand, in a list that is in order.
  func place(of path: String) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if bytes[range(of: middle)].lexicographicallyPrecedes(path.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Whether a path is among those of a list that is in order.
  func has(_ path: String) -> Bool {
    let place = place(of: path)
    return place < count && isSame(place, path)
  }

  /// The paths that are not among others; both lists are in order.
  func without(_ others: some Sequence<String>) -> [String] {
    var rest: [String] = []
    var place = 0
    for other in others {
      while place < count, bytes[range(of: place)].lexicographicallyPrecedes(other.utf8) {
        rest.append(self[place])
        place += 1
      }
      if place < count, isSame(place, other) { place += 1 }
    }
    return rest + self[place...]
  }

  private func isSame(_ place: Int, _ path: String) -> Bool {
    bytes[range(of: place)].elementsEqual(path.utf8)
  }

  private func range(of place: Int) -> Range<Int> {
    Int(starts[place])..<Int(ends[place])
  }
}

extension PathList: Hashable {
  package static func == (a: PathList, b: PathList) -> Bool { a.elementsEqual(b) }

  package func hash(into hasher: inout Hasher) {
    for path in self { hasher.combine(path) }
  }
}

extension PathList: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { ends.count }

  package subscript(place: Int) -> String {
    String(decoding: bytes[range(of: place)], as: UTF8.self)
  }
}

extension PathList: ExpressibleByArrayLiteral {
  package init(arrayLiteral paths: String...) { self.init(paths) }
}
