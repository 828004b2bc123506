import Foundation
import LibFuzzer
import Reporting

/// Feeds one reader with what libFuzzer invents: `fuzz READER [OPTION…] FOLDER…`.
///
/// A reader fails by crashing, by naming a place outside its input, or by taking too long.
@main struct Fuzz {
  /// The function that libFuzzer calls can carry nothing with it.
  private static let reader = CommandLine.arguments.dropFirst().first.flatMap {
    Reader(rawValue: $0)
  }

  static func main() {
    guard reader != nil else {
      print("Name a reader: \(Reader.allCases.map(\.rawValue).joined(separator: ", "))")
      exit(64)
    }
    // libFuzzer would take the name for a folder.
    var count = CommandLine.argc - 1
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
      unsafe CommandLine.unsafeArgv + 1
    exit(
      unsafe LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
        unsafe Fuzz.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
      })
  }

  /// Gives one input to the reader, and prints what it has found as a command would.
  private static func run(_ input: [UInt8]) {
    var report = Report()
    reader?.read(input, &report)
    for diagnostic in report.diagnostics {
      for range in [diagnostic.range] + diagnostic.notes.map(\.range)
      where !range.path.hasPrefix("(theme)") {
        precondition(
          range.bytes.upperBound <= input.count, "\(diagnostic.code) lies outside the input")
      }
    }
    _ = report.text(colored: false) { _ in input }
  }
}
