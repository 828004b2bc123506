import Reporting
import _FoundationICU

/// The collation of a language: makes keys that sort as bytes.
///
/// The only file that calls ICU. One is opened when a document first sorts, and closed with it.
@safe struct Collator: ~Copyable {
  private let language: String
  private var collator: OpaquePointer?
  private var isOpen = false
  private var units: [UInt16] = []
  private var buffer: [UInt8] = []

  init(language: String) { self.language = language }

  deinit {
    if isOpen { unsafe swift_ucol_close(collator) }
  }

  private mutating func open() {
    guard !isOpen else { return }
    isOpen = true
    buffer = Array(repeating: 0, count: 256)
    var status = U_ZERO_ERROR
    unsafe collator = swift_ucol_open(language, &status)
    guard unsafe collator != nil else { return }
    // Letters decide, and numbers by their value; punctuation, accents and capitals do not: what
    // they leave equal the next key settles.
    unsafe swift_ucol_setAttribute(collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status)
    unsafe swift_ucol_setAttribute(collator, UCOL_STRENGTH, UCOL_PRIMARY, &status)
  }

  /// Adds the sort key of a text to a pool; without ICU's data, its bytes.
  mutating func add(_ text: ArraySlice<UInt8>, to pool: inout [UInt8]) {
    open()
    guard unsafe collator != nil else { return pool += text }
    units.removeAll(keepingCapacity: true)
    if text.contains(where: { $0 >= 0x80 }) {
      units.append(contentsOf: String(decoding: text, as: UTF8.self).utf16)
    } else {
      for byte in text { units.append(UInt16(byte)) }
    }
    var length = unsafe Int(
      swift_ucol_getSortKey(collator, units, Int32(units.count), &buffer, Int32(buffer.count)))
    if length > buffer.count {
      buffer = Array(repeating: 0, count: length)
      length = unsafe Int(
        swift_ucol_getSortKey(collator, units, Int32(units.count), &buffer, Int32(length)))
    }
    pool.append(contentsOf: buffer.span.extracting(..<length))
  }
}
