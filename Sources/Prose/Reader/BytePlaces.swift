import CMarkGFM

extension [UInt8] {
  /// The places of a byte from an offset on, found by the C library, which looks at many at once.
  func places(of byte: UInt8, from start: Int = 0) -> [Int] {
    unsafe withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return [] }
      var places: [Int] = []
      var next = start
      while next < bytes.count,
        let found = unsafe memchr(base + next, Int32(byte), bytes.count - next)
      {
        next = unsafe UnsafeRawPointer(found) - base + 1
        places.append(next - 1)
      }
      return places
    }
  }
}
