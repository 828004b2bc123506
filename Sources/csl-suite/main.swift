import Foundation

/// Runs the CSL processor for measurements: the official test suite, speed, all styles.
let usage = """
  csl-suite [--locales DIR] FIXTURE...
      prints {"name": …, "result": …} for each file of the CSL test suite
  csl-suite --bench STYLE.csl... ITEMS.json
      times each style: the whole file, one item, and an article that cites forty
  csl-suite --all-styles DIR [--known LIST]
      formats invented works in every style of a folder; fails for empty entries and doubled
      punctuation that are not in the list (style, empty or marks, count and reason, with tabs)
  csl-suite --fuzz COUNT STYLE.csl... ITEMS.json
      changes styles, locales and items at random and formats them; ends when all have ended

  Locales are read from the folder after --locales, else from
  /usr/share/citation-style-language/locales.
  """
var arguments = Arguments()
let library = LocaleLibrary(
  folder: arguments.option("--locales") ?? "/usr/share/citation-style-language/locales")
if arguments.isEmpty || arguments.rest.contains("--help") {
  print(usage)
} else if let style = arguments.option("--bench"), let items = arguments.rest.popLast() {
  for style in [style] + arguments.rest {
    try Benchmark(library: library).run(style: style, items: items)
  }
} else if let folder = arguments.option("--all-styles") {
  let list =
    try arguments.option("--known").map { try Data(contentsOf: URL(filePath: $0)) } ?? Data()
  let known = String(decoding: list, as: UTF8.self).split(separator: "\n")
    .compactMap { Oddity(line: $0) }
  var styles = AllStyles(library: library)
  exit(try styles.run(folder: folder, known: known) ? 0 : 1)
} else if let count = arguments.option("--fuzz").flatMap({ Int($0) }),
  let items = arguments.rest.popLast()
{
  var mutations = Mutations(library: library, count: count)
  try mutations.run(styles: arguments.rest, items: items)
} else {
  for path in arguments.rest {
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
}
