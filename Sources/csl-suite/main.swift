import Foundation

/// Runs the CSL processor for measurements: the official test suite, speed, all styles.
///
/// `csl-suite [--locales DIR] FIXTURE…` prints one JSON object for each fixture.
var arguments = Array(CommandLine.arguments.dropFirst())
var library = LocaleLibrary(folder: "/usr/share/citation-style-language/locales")
if let index = arguments.firstIndex(of: "--locales"), index + 1 < arguments.count {
  library = LocaleLibrary(folder: arguments[index + 1])
  arguments.removeSubrange(index...(index + 1))
}
if arguments.first == "--bench", arguments.count >= 3 {
  for style in arguments[1..<(arguments.count - 1)] {
    try Benchmark(library: library).run(style: style, items: arguments[arguments.count - 1])
  }
  arguments = []
}
if arguments.first == "--all-styles", arguments.count == 2 {
  var styles = AllStyles(library: library)
  exit(try styles.run(folder: arguments[1]) ? 0 : 1)
}
for path in arguments {
  let name = URL(filePath: path).deletingPathExtension().lastPathComponent
  var line = "{\"name\": \(JSON.quoted(name)), "
  do {
    let fixture = Fixture(Array(try Data(contentsOf: URL(filePath: path))))
    line += "\"result\": \(JSON.quoted(try fixture.result(library)))}"
  } catch {
    line += "\"result\": null, \"error\": \(JSON.quoted("\(error)"))}"
  }
  print(line)
}
