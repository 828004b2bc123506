import Bibliography
import Foundation

extension String {
  /// Lower-case ASCII letters, digits and single hyphens; nil when nothing is left.
  package var asciiSlug: String? {
    var result: [UInt8] = []
    for byte in Transliteration.ascii(self).utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: result.append(byte)
      case 0x41...0x5A: result.append(byte | 0x20)
      case UInt8(ascii: "'"), UInt8(ascii: "."): continue
      default:
        if let last = result.last, last != UInt8(ascii: "-") {
          result.append(UInt8(ascii: "-"))
        }
      }
    }
    if result.last == UInt8(ascii: "-") { result.removeLast() }
    return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
  }

  /// The text where a file system takes it as a name; a longer one cut, with its fingerprint.
  var limitedSlug: String {
    guard utf8.count > 120 else { return self }
    var end = utf8.index(startIndex, offsetBy: 100)
    while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
    return self[..<end] + "-" + fingerprint
  }

  /// Eight hexadecimal digits that depend on the text alone (FNV-1a over canonical UTF-8).
  var fingerprint: String {
    var hash: UInt32 = 0x811C_9DC5
    for byte in precomposedStringWithCanonicalMapping.utf8 {
      hash = (hash ^ UInt32(byte)) &* 0x0100_0193
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
