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

  /// The digest of all bytes as 64 hexadecimal digits.
  package consuming func hexDigest() -> String {
    let digest = unsafe [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      unsafe sha256_end(&context, digest.baseAddress)
      count = 32
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of some bytes.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexDigest()
  }
}
