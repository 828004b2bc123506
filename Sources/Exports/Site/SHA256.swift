import CNettle

/// The hash function SHA-256 (FIPS 180-4) as Nettle has it; the only file that calls the library.
package enum SHA256 {
  /// The digest of some bytes as 64 hexadecimal digits.
  package static func hexDigest(of bytes: [UInt8]) -> String {
    let digest = unsafe [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      unsafe bytes.withUnsafeBufferPointer {
        unsafe sha256_of($0.count, $0.baseAddress, digest.baseAddress)
      }
      count = 32
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
