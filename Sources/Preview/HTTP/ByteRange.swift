/// The part of a file that a request asks for (RFC 9110, section 14).
package enum ByteRange: Sendable, Equatable {
  case whole
  case part(Range<Int>)
  case unsatisfiable

  /// Reads a `Range` header; what is malformed or asks for several parts gets the whole.
  package init(header: String?, size: Int) {
    self = .whole
    guard let header, header.lowercased().hasPrefix("bytes=") else { return }
    let ends = header.dropFirst("bytes=".count)
      .split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2 else { return }
    switch (Self.number(ends[0]), Self.number(ends[1])) {
    case (.absent, .value(let length)):
      self = length == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - length)..<size)
    case (.value(let first), .absent):
      self = first < size ? .part(first..<size) : .unsatisfiable
    case (.value(let first), .value(let last)) where first <= last:
      self =
        first < size ? .part(first..<min(size, last == .max ? last : last + 1)) : .unsatisfiable
    default: break
    }
  }

  private enum Number { case absent, malformed, value(Int) }

  private static func number(_ text: Substring) -> Number {
    guard !text.isEmpty else { return .absent }
    guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return .malformed
    }
    return .value(Int(text) ?? .max)
  }
}
