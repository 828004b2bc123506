import Reporting

extension [UInt8] {
  /// With each byte that is percent-encoded put back (RFC 3986, section 2.1).
  var percentDecoded: [UInt8] {
    guard span.holds(UInt8(ascii: "%"), UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = self[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
