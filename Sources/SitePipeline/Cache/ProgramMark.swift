import Foundation

/// What a program puts into the seals of its files: another may order their values in another way.
struct ProgramMark: Sendable, Hashable {
  private let fingerprint: Fingerprint

  /// For files that stay on this machine: made of the stamp of the running program.
  static var ofThisMachine: ProgramMark {
    ProgramMark(fingerprint: Fingerprint(of: Disk.programStamp))
  }

  /// For files that are carried to other machines: made of the bytes of the running program.
  static func ofAllMachines() throws(Disk.Failure) -> ProgramMark {
    let program = try OpenFile(Disk.programPath)
    var fingerprint = Fingerprint()
    var place = 0
    while case let bytes = try program.bytes(at: place, 1 << 20), !bytes.isEmpty {
      fingerprint.combine(bytes)
      place += bytes.count
    }
    return ProgramMark(fingerprint: fingerprint)
  }

  /// The seal of bytes from a place on.
  func seal(of bytes: [UInt8], from start: Int = 0) -> [UInt8] {
    var seal = fingerprint
    seal.combine(bytes.span.extracting(start...))
    return seal.bytes
  }
}

extension Disk {
  fileprivate static var programPath: String {
    #if os(Linux)
      "/proc/self/exe"
    #else
      Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
  }

  fileprivate static var programStamp: FileStamp? { stampFollowingLinks(programPath) }
}
