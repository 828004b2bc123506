/// The files of an output folder that are ours, so that no other is ever removed.
struct OutputLedger: Sendable, Hashable {
  /// Below the output folder.
  var paths: Set<String>

  init(paths: some Sequence<String>) { self.paths = Set(paths) }

  init(bytes: [UInt8]) {
    paths = Set(bytes.split(separator: UInt8(ascii: "\n")).map { LedgerLine.path(of: $0) })
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      bytes += LedgerLine.bytes(of: path)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}

/// Paths on lines of their own: a line end within a path is percent-encoded, and so is `%`.
enum LedgerLine {
  static func bytes(of path: String) -> [UInt8] {
    let isPlain = path.utf8.allSatisfy { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "%") }
    if isPlain { return Array(path.utf8) }
    return path.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "\n"): Array("%0A".utf8)
      case UInt8(ascii: "%"): Array("%25".utf8)
      default: [byte]
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
