import Import
import Reporting
import TestSupport
import Testing

@Suite struct ImportDocumentTests {
  @Test func writesFactsTextAndPictures() {
    var report = Report()
    let files = contentFiles(
      fromDocument: ConvertedDocument(
        title: "The Moon", authors: ["Ada Byron; Bo Ek"], abstract: "Short.\n\nAnd plain.",
        text: "## One\n\n![A crater](/x/media/image1.PNG)\n",
        pictures: [("/x/media/image1.PNG", Array("image".utf8))]),
      path: "a.docx", folder: "issues/1/", report: &report)
    #expect(report.diagnostics == [])
    #expect(files.map(\.path) == ["issues/1/the-moon-1.png", "issues/1/the-moon.md"])
    #expect(
      String(decoding: files[1].bytes, as: UTF8.self) == """
        ---
        title: The Moon
        authors:
          - Ada Byron
          - Bo Ek
        abstract: |-
          Short.

          And plain.
        ---

        ## One

        ![A crater](the-moon-1.png)

        """)
  }

  @Test func tellsPicturesApartWhoseNamesBeginAlike() {
    var report = Report()
    let files = contentFiles(
      fromDocument: ConvertedDocument(
        title: "T", authors: ["A B"], abstract: nil,
        text: "![](/x.y/image1) ![](/x.y/image12) ![](/x.y/image1.a-b) /x.y/image",
        pictures: ["image1", "image1.a-b", "image12"].map { ("/x.y/\($0)", Array($0.utf8)) }),
      path: "a.docx", folder: "", report: &report)
    #expect(files.map(\.path) == ["t-1", "t-2", "t-3", "t.md"])
    #expect(
      files.last.map { String(decoding: $0.bytes, as: UTF8.self) }?.hasSuffix(
        "\n![](t-1) ![](t-3) ![](t-2) /x.y/image\n") == true)
  }

  @Test func takesTheAbstractFromTheBeginningOfTheText() throws {
    var report = Report()
    let files = contentFiles(
      fromDocument: ConvertedDocument(
        title: "T", authors: ["A B"], abstract: "",
        text: "**Abstract**\n\nShort.\n\n## One\n\nText.\n", pictures: []),
      path: "a.docx", folder: "", report: &report)
    #expect(
      String(decoding: try #require(files.first).bytes, as: UTF8.self)
        == "---\ntitle: T\nauthors:\n  - A B\nabstract: Short.\n---\n\n## One\n\nText.\n")
  }

  @Test func asksForWhatTheStylesDoNotName() {
    func codes(title: String?) -> [String] {
      var report = Report()
      _ = contentFiles(
        fromDocument: ConvertedDocument(
          title: title, authors: [], abstract: nil, text: "x", pictures: []),
        path: "a.docx", folder: "", report: &report)
      return report.diagnostics.map(\.code.rawValue)
    }
    #expect(codes(title: " ") == ["document-title-missing"])
    #expect(codes(title: "T") == ["document-author-missing"])
  }
}
