import Import
import Reporting
import Testing

/// The article that a file in JATS becomes, which brings no others and of which nothing is left out.
func importedText(_ xml: String) throws -> String {
  var report = Report()
  let files = contentFiles(
    fromJATS: Array(xml.utf8), path: "a.xml", folder: "", resource: { _ in nil }, report: &report)
  #expect(report.diagnostics == [])
  #expect(files.map(\.path) == ["t.md"])
  return String(decoding: try #require(files.first).bytes, as: UTF8.self)
}

/// The same of a file beside which every other stands that it names, with the names of those.
func importedText(_ xml: String, _ report: inout Report) -> (text: String, names: [String]) {
  let files = contentFiles(
    fromJATS: Array(xml.utf8), path: "a.xml", folder: "", resource: { Array($0.utf8) },
    report: &report)
  let text = files.last.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  return (text, files.dropLast().map(\.path))
}

/// An article in JATS with a title and what is to be looked at.
func jatsArticle(_ meta: String, back: String = "") -> String {
  """
  <article><front><article-meta><title-group><article-title>T</article-title></title-group>
  \(meta)</article-meta></front>\(back)</article>
  """
}
