/// An archive of files (APPNOTE.TXT of PKWARE), without dates, so that the same files make the
/// same bytes.
struct ZipArchive: Sendable {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds a file; compressed where that makes it smaller, unless it is to be found as it is.
  mutating func add(_ name: String, _ bytes: [UInt8], compresses: Bool = true) {
    let packed = compresses ? Deflate.compressed(bytes) : bytes
    let isPacked = packed.count < bytes.count
    let content = isPacked ? packed : bytes
    var facts: [UInt8] = []
    facts.append(20, as: UInt16.self)  // the version that reads it: 2.0
    facts.append(0x0800, as: UInt16.self)  // names are UTF-8
    facts.append(isPacked ? 8 : 0, as: UInt16.self)
    facts.append(0, as: UInt16.self)  // midnight of
    facts.append(0x0021, as: UInt16.self)  // the first day that the format knows
    facts.append(Int(Deflate.checksum(of: bytes)), as: UInt32.self)
    facts.append(content.count, as: UInt32.self)
    facts.append(bytes.count, as: UInt32.self)
    facts.append(name.utf8.count, as: UInt16.self)
    facts.append(0, as: UInt16.self)
    let offset = body.count
    body += [0x50, 0x4B, 0x03, 0x04] + facts + Array(name.utf8) + content
    directory += [0x50, 0x4B, 0x01, 0x02, 20, 0] + facts
    directory += [UInt8](repeating: 0, count: 10)  // no comment, first disk, no attributes
    directory.append(offset, as: UInt32.self)
    directory += name.utf8
    count += 1
  }

  /// The finished archive.
  var bytes: [UInt8] {
    var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
    end.append(Int(count), as: UInt16.self)
    end.append(Int(count), as: UInt16.self)
    end.append(directory.count, as: UInt32.self)
    end.append(body.count, as: UInt32.self)
    end.append(0, as: UInt16.self)
    return body + directory + end
  }
}

extension [UInt8] {
  /// Appends a number with its lowest byte first.
  fileprivate mutating func append<Number: FixedWidthInteger>(_ value: Int, as: Number.Type) {
    var rest = Number(truncatingIfNeeded: value)
    for _ in 0..<(Number.bitWidth / 8) {
      append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
