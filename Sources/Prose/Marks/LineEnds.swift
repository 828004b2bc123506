/// Where the lines of a text end, since many steps look for that.
struct LineEnds {
  private let ends: [Int]
  private let textEnd: Int

  init(of source: [UInt8], from start: Int) {
    ends = source.places(of: UInt8(ascii: "\n"), from: start)
    textEnd = source.count
  }

  /// The end of a line by its number, from 0; that of the text where there is no such line.
  subscript(number: Int) -> Int { number < ends.count ? ends[number] : textEnd }

  /// The number of the line that holds an offset, which mostly is the line `near` or one of the
  /// next.
  func number(of offset: Int, near: Int) -> Int {
    let ends = ends.span
    var (low, high) = (0, ends.count)
    if near < high, near == 0 || ends[near - 1] < offset {
      if offset <= ends[near] { return near }
      low = near + 1
      if low < high, offset <= ends[low] { return low }
    }
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
