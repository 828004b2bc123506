import Reporting

/// The files of an output folder that are ours, so that no other is ever removed.
struct OutputLedger: Sendable, Hashable {
  /// Below the output folder, in order.
  let paths: PathList

  /// Nil for a list that is damaged.
  init?(bytes: [UInt8]) {
    let lineEnd = UInt8(ascii: "\n")
    let end = bytes.dropLast().lastIndex(of: lineEnd).map { $0 + 1 } ?? 0
    var (paths, seal) = (PathList(), Seal())
    var start = 0
    for index in 0..<end where bytes[index] == lineEnd {
      let path = LedgerLine.path(of: bytes[start..<index])
      seal.add(path.span)
      paths.append(path.span)
      start = index + 1
    }
    // They were written in order.
    guard bytes[end...].elementsEqual(seal.line) else { return nil }
    self.paths = paths
  }

  /// What ends a list, so that one which has lost or changed lines is known.
  struct Seal {
    private var mark = Fingerprint()

    mutating func add(_ path: Span<UInt8>) { mark.combine(path) }

    /// No path has such a line: its `%` would be followed by a number.
    var line: [UInt8] { Array("%=\(mark.short)\n".utf8) }
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

  static func path(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.contains(UInt8(ascii: "%")) else { return line }
    var bytes: ArraySlice<UInt8> = []
    var rest = line
    while let byte = rest.popFirst() {
      switch (byte, rest.prefix(2).elementsEqual("0A".utf8)) {
      case (UInt8(ascii: "%"), let isLineEnd):
        bytes.append(isLineEnd ? UInt8(ascii: "\n") : UInt8(ascii: "%"))
        rest = rest.dropFirst(2)
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
