import Foundation

/// Where the values of `id`, `href` and `src` stand on a page that we have written, in its order.
@safe struct AttributeScan {
  enum Name { case id, link }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> (name: Name, value: Range<Int>)? {
    while let equals = place(of: UInt8(ascii: "="), from: position) {
      position = equals + 1
      guard let name = name(before: equals), position < bytes.count,
        bytes[position] == UInt8(ascii: "\"")
      else { continue }
      let start = position + 1
      guard let end = place(of: UInt8(ascii: "\""), from: start) else { return nil }
      position = end + 1
      return (name, start..<end)
    }
    return nil
  }

  /// The next place of a byte.
  private func place(of byte: UInt8, from start: Int) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard start < buffer.count, let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The attribute whose name ends at a place, with a space before it.
  private func name(before end: Int) -> Name? {
    guard end > 4 else { return nil }
    // Most names are told by their last letter.
    switch bytes[end - 1] {
    case UInt8(ascii: "d"):
      return bytes[end - 2] == UInt8(ascii: "i") && isBlank(bytes[end - 3]) ? .id : nil
    case UInt8(ascii: "f"):
      return bytes[end - 2] == UInt8(ascii: "e") && bytes[end - 3] == UInt8(ascii: "r")
        && bytes[end - 4] == UInt8(ascii: "h") && isBlank(bytes[end - 5]) ? .link : nil
    case UInt8(ascii: "c"):
      return bytes[end - 2] == UInt8(ascii: "r") && bytes[end - 3] == UInt8(ascii: "s")
        && isBlank(bytes[end - 4]) ? .link : nil
    default: return nil
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
