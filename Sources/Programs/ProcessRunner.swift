import Foundation

/// Runs a program that is found on the search path; input and output pass through files, so that
/// no amount of either can block it.
///
/// - Parameter invocation: what to run.
/// - Returns: what the program printed.
/// - Throws: `ProgramFailure` when it is not installed or says no.
package func runProgram(_ invocation: Invocation) throws(ProgramFailure) -> [UInt8] {
  do {
    return try run(invocation)
  } catch let failure as ProgramFailure {
    throw failure
  } catch let failure as ProgramRun.Failure {
    throw .refused(program: invocation.program, status: -1, words: "It " + failure.words)
  } catch {
    throw .refused(program: invocation.program, status: -1, words: error.localizedDescription)
  }
}

private func run(_ invocation: Invocation) throws -> [UInt8] {
  guard let program = path(of: invocation.program) else {
    throw ProgramFailure.missing(program: invocation.program)
  }
  let files = FileManager.default
  let folder = files.temporaryDirectory.appending(path: "fascicle-" + UUID().uuidString)
  // What passes through may be nobody else's to read.
  try files.createDirectory(
    at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  defer { try? files.removeItem(at: folder) }
  let (input, output, errors) = (
    folder.appending(path: "in"), folder.appending(path: "out"), folder.appending(path: "err")
  )
  try Data(invocation.input).write(to: input)
  var run = ProgramRun(
    program, invocation.arguments,
    environment: ProcessInfo.processInfo.environment.merging(invocation.environment) { $1 })
  (run.input, run.output, run.errors) = (input.path, output.path, errors.path)
  run.patience = invocation.patience
  let status = Int(try run.status())
  guard invocation.accepted.contains(status) else {
    let words = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    throw ProgramFailure.refused(
      program: invocation.program, status: status,
      words: words.split(separator: "\n").suffix(3).joined(separator: "\n"))
  }
  return Array(try Data(contentsOf: output))
}

private func path(of program: String) -> String? {
  let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
  return folders.map { "\($0)/\(program)" }.first(
    where: FileManager.default.isExecutableFile(atPath:))
}
