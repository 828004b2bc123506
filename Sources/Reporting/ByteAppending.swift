extension [UInt8] {
  /// Adds bytes from where they lie: of a text without the detour by its own iterator, of a part of
  /// an array without holding the whole.
  package mutating func append(contentsOf bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
