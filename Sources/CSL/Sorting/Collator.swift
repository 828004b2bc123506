import _FoundationICU

/// The collation of a language: makes keys that sort as bytes.
///
/// The only file that calls ICU. One is opened for a document and closed with it.
@safe struct Collator: ~Copyable {
  private let collator: OpaquePointer?
  private var units: [UInt16] = []
  private var buffer = [UInt8](repeating: 0, count: 256)

  init(language: String) {
    var status = U_ZERO_ERROR
    unsafe collator = swift_ucol_open(language, &status)
  }

  deinit { unsafe swift_ucol_close(collator) }

  /// Adds the sort key of a text to a pool; without ICU's data, its bytes.
  mutating func add(_ text: [UInt8], to pool: inout [UInt8]) -> Slice {
    guard unsafe collator != nil else { return pool.add(text) }
    units.removeAll(keepingCapacity: true)
    if text.contains(where: { $0 >= 0x80 }) {
      units += String(decoding: text, as: UTF8.self).utf16
    } else {
      units.reserveCapacity(text.count)
      for byte in text { units.append(UInt16(byte)) }
    }
    var length = unsafe Int(
      swift_ucol_getSortKey(collator, units, Int32(units.count), &buffer, Int32(buffer.count)))
    if length > buffer.count {
      buffer = Array(repeating: 0, count: length)
      length = unsafe Int(
        swift_ucol_getSortKey(collator, units, Int32(units.count), &buffer, Int32(length)))
    }
    return pool.add(buffer[..<length])
  }
}
