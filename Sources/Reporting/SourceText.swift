/// The bytes of a source file, asked for lines and columns when a diagnostic is printed.
public struct SourceText: Sendable {
  /// A place as people count: from 1, columns in Unicode scalars.
  public struct Position: Sendable, Hashable {
    public var line: Int
    public var column: Int
  }

  private let bytes: [UInt8]
  private let lineStarts: [Int]
  /// The scalars before every so many bytes, since a line can be as long as its file.
  private let scalarsBefore: [Int]
  private static let step = 1024

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var counts: [Int] = []
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.step == 0 { counts.append(scalars) }
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
      if Self.beginsScalar(byte) { scalars += 1 }
    }
    lineStarts = starts
    scalarsBefore = counts
  }

  /// The line and column of a byte offset; one past the end is the end.
  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    let column = scalars(before: offset) - scalars(before: lineStarts[line])
    return Position(line: line + 1, column: column + 1)
  }

  /// The text of the line, counted from 1, without its line end.
  public func line(_ number: Int) -> String {
    guard lineStarts.indices.contains(number - 1) else { return "" }
    return self[lineStarts[number - 1]..<lineEnd(number - 1)]
  }

  /// What stands around a byte in its line, never more than can be of use, and whether the line
  /// goes on before and behind it.
  func surroundings(of offset: Int) -> (bytes: Range<Int>, isCutBefore: Bool, isCutAfter: Bool) {
    let offset = min(max(offset, 0), bytes.count)
    let line = lineIndex(of: offset)
    let start = lineStarts[line]
    let end = lineEnd(line)
    var (low, high) = (max(start, offset - Self.step), min(end, offset + Self.step))
    while low > start, !Self.beginsScalar(bytes[low]) { low -= 1 }
    while high < end, !Self.beginsScalar(bytes[high]) { high += 1 }
    return (low..<max(low, high), low > start, high < end)
  }

  /// Where the line end of a line begins.
  private func lineEnd(_ line: Int) -> Int {
    let end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    return end > lineStarts[line] && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
  }

  subscript(range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func scalars(before offset: Int) -> Int {
    guard offset > 0 else { return 0 }
    let block = (offset - 1) / Self.step
    return scalarsBefore[block] + bytes[block * Self.step..<offset].count(where: Self.beginsScalar)
  }

  private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0b1100_0000 != 0b1000_0000 }

  private func lineIndex(of offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
