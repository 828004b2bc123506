/// Keys of a bibliography that the syntax of citations would cut short, such as `2021JOSS....6.3001B`.
package struct UnusualKeys: Sendable, Equatable {
  /// The keys by what the syntax reads of them, the longest first.
  private var keys: [String: [[UInt8]]] = [:]

  package init() {}

  package init(in all: some Sequence<String>) {
    for key in all where !key.utf8.allSatisfy({ isASCIILetter($0) || isASCIIDigit($0) }) {
      let bytes = Array(("@" + key).utf8)
      let (read, end) = CitationParser.regularKey(in: bytes, at: 0, end: bytes.count) ?? ("", 1)
      if end < bytes.count { keys[read, default: []].append(Array(bytes.dropFirst())) }
    }
    for read in keys.keys { keys[read]?.sort { $0.count > $1.count } }
  }

  /// The longest key that stands at `start`, where the syntax would read `read`.
  func longest(for read: String, in source: [UInt8], at start: Int, end: Int) -> [UInt8]? {
    keys.isEmpty
      ? nil : keys[read]?.first { source[min(start, end)..<end].starts(with: $0) }
  }
}
