import Foundation
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

private let isInstalled = FigureDrawer(cache: nil) != nil

@Suite struct FigureDrawerTests {
  /// A page of 60 by 40 points with a black square.
  static let pdf = """
    %PDF-1.4
    1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
    2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
    3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 60 40] /Contents 4 0 R>> endobj
    4 0 obj <</Length 16>> stream
    10 10 20 20 re f
    endstream endobj
    trailer <</Root 1 0 R>>

    """

  @Test(.enabled(if: isInstalled, "needs poppler-utils"))
  func drawsThePageOfAPDFAndKeepsTheDrawing() throws {
    try withTemporaryFolder { folder in
      let cache = GalleyCache(folder: folder.path + "/figures")
      let drawer = try #require(FigureDrawer(cache: cache))
      let svg = try #require(drawer.svg(ofPDF: Array(Self.pdf.utf8)))
      #expect(PictureSize(svg) == PictureSize(Array("<svg width=\"60\" height=\"40\">".utf8)))
      let kept = cache.path(of: ContentHash(Self.pdf.utf8), ending: "svg")
      #expect(try Disk.read(kept) == svg)
      // What is damaged is drawn again.
      try Disk.replace(kept, with: Array("<?xml".utf8))
      #expect(drawer.svg(ofPDF: Array(Self.pdf.utf8)) == svg)
    }
  }

  @Test(.enabled(if: isInstalled, "needs poppler-utils"), arguments: ["", "GIF89a", "%PDF-1.4\n"])
  func drawsNothingForWhatIsNoPDF(text: String) throws {
    #expect(try #require(FigureDrawer(cache: nil)).svg(ofPDF: Array(text.utf8)) == nil)
  }

  @Test func isNoneWithoutItsProgram() {
    #expect(FigureDrawer(programs: ["/nowhere/pdftocairo"], cache: nil) == nil)
  }

  @Test(.enabled(if: isInstalled && TestSite.hasStyles, "needs poppler-utils and citation styles"))
  func showsTheDrawingOfAFigureInPlaceOfItsPDF() async throws {
    var files = TestSite.small
    files["Content/issues/2024-06/engine.md"] =
      "---\ntitle: E\nauthors: [{literal: A}]\n---\n![A loom](loom.pdf){#fig:loom}\n"
    files["Content/issues/2024-06/loom.pdf"] = Self.pdf
    try await TestSite.inFolder(files) { site in
      #expect(await site.build().report.diagnostics == [])
      let page = try site.text("Output/articles/engine/index.html")
      let image = #"<img src="loom.pdf.svg" alt="A loom" width="60" height="40">"#
      #expect(page.contains(image))
      #expect(try site.text("Output/articles/engine/loom.pdf.svg").contains("<svg"))
    }
  }
}
