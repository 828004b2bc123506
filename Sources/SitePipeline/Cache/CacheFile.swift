import Foundation

/// A value kept in the folder `.fascicle` for the next run of the same program.
///
/// It may be lost at any time: a file that is damaged, cut, or of another program is none.
enum CacheFile {
  static func read<Value: Decodable>(_ type: Value.Type, at path: String) -> Value? {
    guard let bytes = try? Disk.read(path), bytes.count > 8 else { return nil }
    let content = Array(bytes[8...])
    guard bytes[..<8].elementsEqual(seal(of: content)) else { return nil }
    return BinaryDecoder.value(type, from: content)
  }

  /// Gives the seal, by which another file can name this one.
  @discardableResult
  static func write(_ value: some Encodable, to path: String) throws(Disk.Failure) -> [UInt8] {
    let content = BinaryEncoder.bytes(of: value)
    let seal = seal(of: content)
    try Disk.replace(path, with: seal + content)
    return seal
  }

  /// The value whose file has this seal.
  static func read<Value: Decodable>(
    _ type: Value.Type, at path: String, sealed seal: [UInt8]
  ) -> Value? {
    guard let bytes = try? Disk.read(path), bytes.starts(with: seal), bytes.count > 8 else {
      return nil
    }
    let content = Array(bytes[8...])
    return Self.seal(of: content) == seal ? BinaryDecoder.value(type, from: content) : nil
  }

  /// The seal of a file as it is; nil where there is none.
  static func seal(of path: String) -> [UInt8]? {
    guard let bytes = try? Disk.read(path), bytes.count > 8 else { return nil }
    return Array(bytes[..<8])
  }

  /// What only this program writes before these bytes: another may order them in another way.
  private static func seal(of content: [UInt8]) -> [UInt8] {
    var seal = Fingerprint(of: Disk.programStamp)
    seal.combine(content)
    return seal.bytes
  }
}

extension Disk {
  /// The stamp of the running program.
  static var programStamp: FileStamp? {
    #if os(Linux)
      stampFollowingLinks("/proc/self/exe")
    #else
      Bundle.main.executablePath.flatMap(stampFollowingLinks)
    #endif
  }
}
