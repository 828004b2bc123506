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

/// An article in JATS with a title and what is to be looked at.
func jatsArticle(_ meta: String, back: String = "") -> String {
  """
  <article><front><article-meta><title-group><article-title>T</article-title></title-group>
  \(meta)</article-meta></front>\(back)</article>
  """
}
