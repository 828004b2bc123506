/// The lines of a region of a file, for translating the marks of libyaml into byte offsets.
///
/// Lines end where libyaml ends them (YAML 1.1 §4.2): LF, CR, CR LF, NEL, LS, PS.
struct LineTable: Sendable {
  /// The offset in the file at which each line begins.
  private(set) var starts: [Int]
  private let upperBound: Int

  init(_ bytes: [UInt8], region: Range<Int>) {
    starts = [region.lowerBound]
    upperBound = region.upperBound
    var index = region.lowerBound
    let bytes = bytes.span
    while index < region.upperBound {
      // Few bytes can end a line.
      if bytes[index] > 0x0D, bytes[index] < 0xC2 {
        index += 1
        continue
      }
      var width = 0
      switch bytes[index] {
      case 0x0A: width = 1
      case 0x0D: width = index + 1 < region.upperBound && bytes[index + 1] == 0x0A ? 2 : 1
      case 0xC2 where index + 1 < region.upperBound && bytes[index + 1] == 0x85: width = 2
      case 0xE2
      where index + 2 < region.upperBound && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
        width = 3
      default: break
      }
      index += max(width, 1)
      if width > 0 { starts.append(index) }
    }
  }

  /// Where a line begins, counted from 0.
  func start(of line: Int) -> Int { line < starts.count ? starts[line] : upperBound }

  /// The place some Unicode scalars behind another.
  func offset(_ count: Int, behind start: Int, in bytes: [UInt8]) -> Int {
    var offset = start
    for _ in 0..<count {
      guard offset < upperBound else { return upperBound }
      offset += 1
      while offset < upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// The bytes between the start of the line and a place in it.
  func column(of offset: Int) -> Int { offset - starts[line(of: offset)] }

  /// Where the line of a place ends, its line end left out.
  func end(of offset: Int) -> Int {
    let next = line(of: offset) + 1
    return next < starts.count ? max(offset, starts[next] - 1) : upperBound
  }

  /// The number of a line, from 0.
  func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
