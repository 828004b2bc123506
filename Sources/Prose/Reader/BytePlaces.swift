import CMarkGFM

extension [UInt8] {
  /// The first place of a byte from an offset on, found by the C library, which looks at many at
  /// once.
  func place(of byte: UInt8, from start: Int = 0) -> Int? {
    unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = unsafe memchr(base + start, Int32(byte), bytes.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// All places of a byte from an offset on.
  func places(of byte: UInt8, from start: Int = 0) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity((count - start) / 64)
    var next = start
    while let found = place(of: byte, from: next) {
      places.append(found)
      next = found + 1
    }
    return places
  }
}
