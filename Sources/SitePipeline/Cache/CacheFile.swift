/// A value kept in the folder `.fascicle` for the next run of the same program.
///
/// It may be lost at any time: a file that is damaged, cut, or of another program is none.
enum CacheFile {
  static func read<Value: Decodable>(_ type: Value.Type, at path: String) -> Value? {
    guard let bytes = try? Disk.read(path), bytes.count > sealSize,
      bytes.starts(with: seal(of: bytes, from: sealSize))
    else { return nil }
    return BinaryDecoder.value(type, from: bytes, at: sealSize)
  }

  /// Gives the seal, by which another file can name this one.
  @discardableResult
  static func write(_ value: some Encodable, to path: String) throws(Disk.Failure) -> [UInt8] {
    var bytes = BinaryEncoder.bytes(of: value, after: sealSize)
    let seal = seal(of: bytes, from: sealSize)
    bytes.replaceSubrange(..<sealSize, with: seal)
    try Disk.replace(path, with: bytes)
    return seal
  }

  /// The value whose file has this seal.
  static func read<Value: Decodable>(
    _ type: Value.Type, at path: String, sealed seal: [UInt8]
  ) -> Value? {
    guard let bytes = try? Disk.read(path), bytes.starts(with: seal), bytes.count > sealSize,
      Self.seal(of: bytes, from: sealSize) == seal
    else { return nil }
    return BinaryDecoder.value(type, from: bytes, at: sealSize)
  }

  /// The seal of a file as it is; nil where there is none.
  static func seal(of path: String) -> [UInt8]? {
    guard let bytes = try? OpenFile(path).bytes(at: 0, sealSize), bytes.count == sealSize
    else { return nil }
    return bytes
  }

  private static let sealSize = 8

  private static func seal(of bytes: [UInt8], from start: Int) -> [UInt8] {
    ProgramMark.ofThisMachine.seal(of: bytes, from: start)
  }
}
