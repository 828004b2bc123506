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

  static func write(_ value: some Encodable, to path: String) throws(Disk.Failure) {
    var bytes = BinaryEncoder.bytes(of: value, after: sealSize)
    let seal = seal(of: bytes, from: sealSize)
    bytes.replaceSubrange(..<sealSize, with: seal)
    try Disk.replace(path, with: bytes)
  }

  private static let sealSize = 8

  private static func seal(of bytes: [UInt8], from start: Int) -> [UInt8] {
    ProgramMark.ofThisMachine.seal(of: bytes, from: start)
  }
}
