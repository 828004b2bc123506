import Foundation
import Reporting
import TestSupport
import Testing

@testable import SitePipeline

@Suite(.enabled(if: TestSite.hasStyles, "needs the package citation-style-language-styles"))
struct GalleyTests {
  /// A program in the place of Python, which answers each job with a line.
  private func program(_ answer: String) -> [String: String] {
    [
      "bin/python3": """
      #!/bin/sh
      while read -r line; do
        echo x >> "${0%/*}/calls"
        pdf=$(printf '%s' "$line" | sed 's/.*"pdf":"\\([^"]*\\)".*/\\1/')
        \(answer)
      done

      """
    ]
  }

  private let success = """
    printf '%%PDF-1.7 %s' "$(cat "${pdf%.pdf}.html" | wc -w)" > "$pdf"
        echo "{\\"pdf\\":\\"$pdf\\",\\"problems\\":[]}"
    """

  private func build(
    _ site: TestSite, epub: Bool = false, path: [String]? = nil, patience: Duration? = nil
  ) async throws -> BuildOutcome {
    let python = site.folder.appending(path: "bin/python3").path
    if FileManager.default.fileExists(atPath: python) {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python)
    }
    let path = path ?? [site.folder.appending(path: "bin").path, "/usr/bin", "/bin"]
    return await site.build {
      $0.galleys = GalleyOptions(pdf: !epub, epub: epub, searchPath: path)
      if let patience { $0.galleys.patience = patience }
    }
  }

  @Test func offersThePDFThatItMakesWhereReadersAndMachinesLook() async throws {
    try await TestSite.inFolder(TestSite.small.merging(program(success)) { $1 }) { site in
      let outcome = try await build(site)
      #expect(outcome.report.diagnostics == [])
      #expect(try site.text("Output/articles/engine/engine.pdf").hasPrefix("%PDF-1.7 "))
      let page = try site.text("Output/articles/engine/index.html")
      #expect(page.contains(#"<a class="btn main" href="engine.pdf">"#))
      #expect(
        page.contains(
          #"<meta name="citation_pdf_url" content="https://example.org/acta/articles/engine/engine.pdf">"#
        ))
    }
  }

  @Test func endsATypesetterThatHangs() async throws {
    let files = TestSite.small.merging(program("exec sleep 1000")) { $1 }
    try await TestSite.inFolder(files) { site in
      let outcome = try await build(site, patience: .zero)
      #expect(
        outcome.report.diagnostics.map(\.message) == [
          "The PDF of this article cannot be made: the typesetter printed nothing for so long that "
            + "it was ended"
        ])
      #expect(!outcome.isWritten)
    }
  }

  @Test func setsOnlyChangedArticlesAgain() async throws {
    var files = TestSite.small.merging(program(success)) { $1 }
    files["Content/issues/2024-06/loom.md"] = "---\ntitle: The Loom\n---\n\nIt waits.\n"
    try await TestSite.inFolder(files) { site in
      _ = try await build(site)
      #expect(try site.text("bin/calls") == "x\nx\n")
      try site.write(["Content/issues/2024-06/loom.md": "---\ntitle: The Loom\n---\n\nIt runs.\n"])
      _ = try await build(site)
      #expect(try site.text("bin/calls") == "x\nx\nx\n")
      let kept = try FileManager.default.contentsOfDirectory(
        atPath: site.folder.appending(path: ".fascicle/galleys").path)
      #expect(kept.count == 2)
    }
  }

  /// Where WeasyPrint is installed beside a Python.
  private static let typesetterPath =
    [TestSite.project.appending(path: ".build/tools/bin").path]
    + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
  private static let hasTypesetter = typesetterPath.contains {
    FileManager.default.isExecutableFile(atPath: $0 + "/weasyprint")
  }

  /// What poppler finds in a PDF, without its marks of direction.
  private func words(in pdf: URL) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pdftotext", pdf.path, "-"]
    process.standardOutput = output
    try process.run()
    let text = try #require(try output.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self).filter { !("\u{202A}"..."\u{202E}" ~= $0) }
  }

  @Test(.enabled(if: hasTypesetter, "needs WeasyPrint: make site-pdf"))
  func setsVowelSignsAndLigaturesSoThatTheirWordsAreFound() async throws {
    let files = [
      "Content/issues/2024-06/engine.md":
        "---\ntitle: {ar: حواشٍ لم تُكتب, ur: نستعلیق میں مقدّمہ}\nlanguage: ar\nauthors: [{literal: عائشة}]\n---\n\nظلُّ مقالاتٍ متخيَّلةٍ عَنْ أَدَبٍ.\n"
    ]
    try await TestSite.inFolder(TestSite.small.merging(files) { $1 }) { site in
      let outcome = try await build(site, path: Self.typesetterPath)
      #expect(outcome.report.diagnostics == [])
      let text = try words(in: site.folder.appending(path: "Output/articles/engine/engine.pdf"))
      for line in ["حواشٍ لم تُكتب", "نستعلیق میں مقدّمہ", "ظلُّ مقالاتٍ متخيَّلةٍ عَنْ أَدَبٍ"] {
        #expect(text.contains(line))
      }
    }
  }

  @Test func leavesArticlesAloneThatHaveAPDFOrNoText() async throws {
    var files = TestSite.small.merging(program(success)) { $1 }
    files["Content/issues/2024-06/engine.pdf"] = "%PDF"
    files["Content/issues/2024-06/loom.md"] = "---\ntitle: The Loom\nabstract: Of it.\n---\n"
    try await TestSite.inFolder(files) { site in
      _ = try await build(site)
      #expect(
        try site.output().keys.filter { $0.hasSuffix(".pdf") } == ["articles/engine/engine.pdf"])
      #expect(try site.text("Output/articles/engine/engine.pdf") == "%PDF")
    }
  }

  @Test func saysHowToInstallAMissingTypesetter() async throws {
    try await TestSite.expect(
      [
        "Content/issues/2024-06/engine.md":
          "---\n1️⃣title: E\nauthors: [{literal: A}]\n---\n\nText.\n"
      ],
      .init("1️⃣", "typesetter-missing", "PDFs cannot be made: WeasyPrint is not installed")
    ) {
      $0.galleys = GalleyOptions(pdf: true)
    }
  }

  @Test func saysWhichPDFFailedAndWhatIsOddInOne() async throws {
    let failing = program("echo '{\"pdf\":null,\"problems\":[\"no letters\"]}'")
    try await TestSite.inFolder(TestSite.small.merging(failing) { $1 }) { site in
      let outcome = try await build(site)
      #expect(!outcome.isWritten)
      #expect(
        outcome.report.diagnostics.map { "\($0.code.rawValue): \($0.message)" } == [
          "galley-failed: The PDF of this article cannot be made: no letters"
        ])
      try site.write(
        program(
          "printf x > \"$pdf\"; echo \"{\\\"pdf\\\":\\\"$pdf\\\",\\\"problems\\\":[\\\"a letter\\\"]}\""
        ))
      let second = try await build(site)
      #expect(second.isWritten)
      #expect(
        second.report.diagnostics.map { "\($0.severity) \($0.code.rawValue): \($0.message)" } == [
          "warning galley-flawed: In the PDF of this article: a letter"
        ])
    }
  }

  @Test func saysThatABookHasNoRoomForAll() {
    let finding = Diagnostic.bookTooLarge(at: SourceRange(startOf: "issues/1/issue.yml"))
    #expect(finding.code == "book-too-large")
    #expect(finding.message == "The EPUB of this issue would have too many files or bytes")
  }

  @Test func bindsEachIssueAsABookThatItsPageOffers() async throws {
    try await TestSite.inFolder { site in
      #expect(try await build(site, epub: true).report.diagnostics == [])
      let first = try #require(try site.output()["issues/2024-06/2024-06.epub"])
      #expect(first.starts(with: [0x50, 0x4B, 0x03, 0x04]))
      let page = try site.text("Output/issues/2024-06/index.html")
      #expect(page.contains(#"<a href="2024-06.epub">EPUB"#))
      _ = try await build(site, epub: true)
      #expect(try site.output()["issues/2024-06/2024-06.epub"] == first)
    }
  }
}
