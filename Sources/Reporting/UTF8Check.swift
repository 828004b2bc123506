extension Span<UInt8> {
  /// The first bytes that are no UTF-8; nil where all are.
  ///
  /// Most of a text is ASCII, which is told by many bytes at once; only what stands around other
  /// characters is read one by one.
  package var invalidUTF8: Range<Int>? {
    var start = 0
    while start < count {
      var end = Swift.min(start + 64, count)
      if extracting(start..<end).greatest < 0x80 {
        start = end
        continue
      }
      while self[start] < 0x80 { start += 1 }
      // A character may end behind these bytes.
      end = start + 1
      while end < count, self[end] >= 0x80 { end += 1 }
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: extracting(start..<end))
      } catch {
        return start + error.byteOffsets.lowerBound..<start + error.byteOffsets.upperBound
      }
      start = end
    }
    return nil
  }
}
