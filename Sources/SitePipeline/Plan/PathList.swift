import Reporting

/// Paths one after another in a single run of bytes: a journal has a million, and each as a text of
/// its own would take twice the room.
package struct PathList: Sendable, Hashable, Codable {
  private var bytes: [UInt8] = []
  /// Where each path ends.
  @Packed private var ends: [UInt32] = []

  package init() {}

  package init(_ paths: some Sequence<String>) {
    for path in paths { append(path) }
  }

  package mutating func append(_ path: String) {
    bytes.append(contentsOf: path.utf8)
    ends.append(UInt32(bytes.count))
  }

  package mutating func reserveCapacity(_ count: Int) {
    // Few paths are longer; room that is not used takes no memory.
    bytes.reserveCapacity(count * 80)
    ends.reserveCapacity(count)
  }

  mutating func insert(_ path: String, at place: Int) {
    bytes.insert(contentsOf: path.utf8, at: place == 0 ? 0 : Int(ends[place - 1]))
    let length = UInt32(path.utf8.count)
    ends.insert(place == 0 ? 0 : ends[place - 1], at: place)
    for later in place..<ends.count { ends[later] += length }
  }

  /// The same paths in another order.
  func arranged(_ order: [Int]) -> PathList {
    var list = PathList()
    list.bytes.reserveCapacity(bytes.count)
    list.ends.reserveCapacity(ends.count)
    for place in order {
      list.bytes.append(contentsOf: bytes[range(of: place)])
      list.ends.append(UInt32(list.bytes.count))
    }
    return list
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

  private func range(of place: Int) -> Range<Int> {
    (place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])
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
