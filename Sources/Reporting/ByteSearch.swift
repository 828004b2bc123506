extension Span<UInt8> {
  /// Whether one of two bytes is there.
  ///
  /// These look at all bytes without a branch for each, so that the compiler takes many in one step.
  package func holds(_ a: UInt8, _ b: UInt8) -> Bool {
    var least: UInt8 = .max
    for index in indices { least = min(least, min(self[index] ^ a, self[index] ^ b)) }
    return least == 0
  }

  /// Whether one of four bytes is there.
  package func holds(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Bool {
    var least: UInt8 = .max
    for index in indices {
      let byte = self[index]
      least = min(least, min(min(byte ^ a, byte ^ b), min(byte ^ c, byte ^ d)))
    }
    return least == 0
  }

  /// Whether a byte stands beside another of its kind.
  package func holdsPair(of byte: UInt8) -> Bool {
    guard count > 1 else { return false }
    let next = extracting(1..<count)
    var least: UInt8 = .max
    for index in next.indices { least = min(least, (self[index] ^ byte) | (next[index] ^ byte)) }
    return least == 0
  }

  /// The least byte; 255 where there is none.
  package var least: UInt8 {
    var least: UInt8 = .max
    for index in indices { least = min(least, self[index]) }
    return least
  }

  /// The greatest byte; zero where there is none.
  package var greatest: UInt8 {
    var greatest: UInt8 = 0
    for index in indices { greatest = max(greatest, self[index]) }
    return greatest
  }
}

extension ArraySlice<UInt8> {
  /// Where some bytes first stand.
  ///
  /// That of the standard library looks up for each byte what kind of collection it stands in: not to
  /// be used for whole pages.
  package func firstPlace(of part: [UInt8]) -> Range<Int>? {
    guard let first = part.first else { return startIndex..<startIndex }
    let (bytes, part) = (span, part.span)
    var place = 0
    while place + part.count <= bytes.count {
      if bytes[place] == first {
        var length = 1
        while length < part.count, bytes[place + length] == part[length] { length += 1 }
        if length == part.count {
          return startIndex + place..<startIndex + place + length
        }
      }
      place += 1
    }
    return nil
  }
}
