// Mathematics: LaTeX in, MathML out, when the site is built; readers need no script and no font.
//
// The converter is KaTeX, run once a build by Node for all formulas that no earlier build has
// converted. Formulas are untrusted: KaTeX runs without `trust`, and bounded in expansion and size.

package import Foundation
import Programs

/// Where the converter's programs are, for a build on this machine.
package struct FormulaConverter: Sendable {
  /// What the machine refuses.
  package enum Failure: Error, Sendable, Hashable {
    /// Node or KaTeX is not installed.
    case missing
    /// The program ended without an answer to every formula; its own words.
    case broken(String)
  }

  private let node: String
  private let modules: String

  /// Finds the programs in the folders where systems install them.
  ///
  /// - Throws: `Failure.missing`.
  package init(
    programs: [String] = ["/usr/bin/node", "/usr/local/bin/node", "/opt/homebrew/bin/node"],
    modules: [String] = [
      "/usr/share/nodejs", "/usr/local/lib/node_modules", "/opt/homebrew/lib/node_modules",
    ]
  ) throws(Failure) {
    let files = FileManager.default
    guard let node = programs.first(where: files.isExecutableFile),
      let folder = modules.first(where: { files.fileExists(atPath: $0 + "/katex/package.json") })
    else { throw .missing }
    self.node = node
    self.modules = folder
  }

  /// Converts formulas in one run of the program; input and output pass through files in `folder`.
  ///
  /// - Throws: `Failure.broken`.
  package func convert(_ formulas: [Formula], in folder: URL) throws -> FormulaTable {
    let (input, output) = (
      folder.appending(path: "formulas.in"), folder.appending(path: "formulas.out")
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer {
      try? FileManager.default.removeItem(at: input)
      try? FileManager.default.removeItem(at: output)
    }
    try Data(FormulaTable.lines(of: formulas.map { .init($0) })).write(to: input)
    var run = ProgramRun(node, ["-e", Self.script], environment: ["NODE_PATH": modules])
    (run.input, run.output) = (input.path, output.path)
    run.patience = ProgramRun.usualPatience
    let status: Int32
    do throws(ProgramRun.Failure) {
      status = try run.status()
    } catch {
      throw Failure.broken("node \(error.words)")
    }
    let table = FormulaTable(stored: Array(try Data(contentsOf: output)))
    guard status == 0, formulas.allSatisfy({ table[$0] != nil }) else {
      throw Failure.broken("node ended with status \(status)")
    }
    return table
  }

  /// Answers each line of the input; the marks that KaTeX sets for its own stylesheet are dropped.
  private static let script = #"""
    const katex = require("katex");
    const lines = require("readline").createInterface({ input: process.stdin });
    lines.on("line", (line) => {
      const record = JSON.parse(line);
      try {
        if (record.tex.length > 20000) throw new Error("the formula is too long");
        const text = katex.renderToString(record.tex, {
          output: "mathml", displayMode: record.display, throwOnError: true, strict: "ignore",
          trust: false, maxExpand: 1000, maxSize: 50,
        });
        const start = text.indexOf("<math"), end = text.lastIndexOf("</math>");
        record.mathML = text.slice(start, end + 7).replace(/ class ?="[^"]*"/g, "");
      } catch (error) {
        record.problem = String(error.message).replace(/^KaTeX parse error: /, "")
          .replace(/\u0332/g, "");
      }
      process.stdout.write(JSON.stringify(record) + "\n");
    });
    """#
}
