/// A list of numbers, or of what is made of nothing else, that is coded as it stands in memory.
@propertyWrapper
struct Raw<Element: BitwiseCopyable & Sendable>: Sendable, Codable {
  var wrappedValue: [Element]

  init(wrappedValue: [Element]) { self.wrappedValue = wrappedValue }

  init(from decoder: any Decoder) throws {
    let bytes = try decoder.singleValueContainer().decode([UInt8].self)
    let (count, rest) = bytes.count.quotientAndRemainder(dividingBy: MemoryLayout<Element>.stride)
    guard rest == 0 else { throw BinaryDecoder.Damaged() }
    wrappedValue = unsafe Array(unsafeUninitializedCapacity: count) { elements, initialized in
      unsafe UnsafeMutableRawBufferPointer(elements).copyBytes(from: bytes)
      initialized = count
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(unsafe wrappedValue.withUnsafeBytes { unsafe Array($0) })
  }
}

extension Raw: Equatable where Element: Equatable {}
extension Raw: Hashable where Element: Hashable {}
