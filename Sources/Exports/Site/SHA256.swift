import CNettle

/// The hash function SHA-256 (FIPS 180-4) as Nettle has it; the only file that calls the library.
package struct SHA256 {
  private var context = sha256_ctx()

  package init() { unsafe sha256_begin(&context) }

  package mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe sha256_add(&context, $0.count, $0.baseAddress)
    }
  }

  /// The digest of all bytes, in 32 bytes.
  package consuming func digest() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: Self.size) { digest, count in
      unsafe sha256_end(&context, digest.baseAddress)
      count = Self.size
    }
  }

  /// The digest of some bytes.
  package static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest()
  }

  /// The same as 64 hexadecimal digits.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    String(decoding: hexadecimal(digest(of: bytes)[...]), as: UTF8.self)
  }

  /// The digits of a digest.
  package static func hexadecimal(_ digest: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(digest.count * 2)
    for byte in digest {
      for half in [byte >> 4, byte & 15] {
        text.append(half + (half < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
      }
    }
    return text
  }

  /// How many bytes a digest has.
  package static let size = 32
}
