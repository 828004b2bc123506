import Foundation

/// Runs a program that is found on the search path; input and output pass through files, so that
/// no amount of either can block it.
///
/// - Parameter invocation: what to run.
/// - Returns: what the program printed.
/// - Throws: `PublishingFailure` when it is not installed or says no.
package func runProgram(_ invocation: Invocation) throws(PublishingFailure) -> [UInt8] {
  do {
    return try run(invocation)
  } catch let failure as PublishingFailure {
    throw failure
  } catch {
    throw .refused(program: invocation.program, status: -1, words: error.localizedDescription)
  }
}

private func run(_ invocation: Invocation) throws -> [UInt8] {
  guard let program = path(of: invocation.program) else {
    throw PublishingFailure.missing(program: invocation.program)
  }
  let files = FileManager.default
  let folder = files.temporaryDirectory.appending(path: "fascicle-" + UUID().uuidString)
  try files.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? files.removeItem(at: folder) }
  let (input, output, errors) = (
    folder.appending(path: "in"), folder.appending(path: "out"), folder.appending(path: "err")
  )
  try Data(invocation.input).write(to: input)
  try Data().write(to: output)
  try Data().write(to: errors)
  let process = Process()
  process.executableURL = URL(filePath: program)
  process.arguments = invocation.arguments
  process.environment = ProcessInfo.processInfo.environment.merging(invocation.environment) { $1 }
  process.standardInput = try FileHandle(forReadingFrom: input)
  process.standardOutput = try FileHandle(forWritingTo: output)
  process.standardError = try FileHandle(forWritingTo: errors)
  try process.run()
  process.waitUntilExit()
  guard invocation.accepted.contains(Int(process.terminationStatus)) else {
    let words = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    throw PublishingFailure.refused(
      program: invocation.program, status: Int(process.terminationStatus),
      words: words.split(separator: "\n").suffix(3).joined(separator: "\n"))
  }
  return Array(try Data(contentsOf: output))
}

private func path(of program: String) -> String? {
  let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
  return folders.map { "\($0)/\(program)" }.first(
    where: FileManager.default.isExecutableFile(atPath:))
}
