import Reporting

/// The files of an output folder that are ours, so that no other is ever removed.
struct OutputLedger: Sendable, Hashable {
  /// Below the output folder.
  var paths: Set<String>

  init(bytes: [UInt8]) {
    paths = Set(bytes.split(separator: UInt8(ascii: "\n")).map { LedgerLine.path(of: $0) })
  }

  /// A file as the ledger has it.
  static func line(of path: String) -> [UInt8] {
    var bytes: [UInt8] = []
    LedgerLine.add(path, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}

/// Paths on lines of their own: a line end within a path is percent-encoded, and so is `%`.
enum LedgerLine {
  static func add(_ path: String, to bytes: inout [UInt8]) {
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): bytes += "%0A".utf8
      case UInt8(ascii: "%"): bytes += "%25".utf8
      default: bytes.append(byte)
      }
    }
  }

  static func path(of line: ArraySlice<UInt8>) -> String {
    guard line.contains(UInt8(ascii: "%")) else { return String(decoding: line, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = line
    while let byte = rest.popFirst() {
      switch (byte, rest.prefix(2).elementsEqual("0A".utf8)) {
      case (UInt8(ascii: "%"), let isLineEnd):
        bytes.append(isLineEnd ? UInt8(ascii: "\n") : UInt8(ascii: "%"))
        rest = rest.dropFirst(2)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
