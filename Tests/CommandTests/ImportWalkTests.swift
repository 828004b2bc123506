import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import fascicle

/// From an export of Open Journal Systems to a site where every old address answers.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: "/usr/share/citation-style-language/styles"),
    "the package citation-style-language-styles is not installed"))
struct ImportWalkTests {
  private let quiet = Terminal(isWatched: false)
  private let export = """
    <issue published="1"><id type="internal">7</id>
    <issue_identification><volume>2</volume><number>1</number><year>2023</year></issue_identification>
    <date_published>2023-11-18</date_published>
    <sections><section ref="ART"><title locale="en">Articles</title></section></sections>
    <articles><article locale="en" status="3" current_publication_id="18">
    <id type="internal">17</id>
    <submission_file id="40" genre="Article Text"><name>p.pdf</name>
      <file id="24" extension="pdf"><embed encoding="base64">JVBERi0=</embed></file></submission_file>
    <publication status="3" section_ref="ART" url_path="wind" date_published="2023-11-18">
      <id type="internal">18</id><title locale="en">The Wind</title><prefix locale="en">The</prefix>
      <authors><author><givenname>Ada</givenname><familyname>Byron</familyname>
        <email>ada@example.org</email></author></authors>
      <article_galley locale="en"><id type="internal">3</id><name>PDF</name><seq>0</seq>
        <submission_file_ref id="40"/></article_galley>
    </publication></article></articles></issue>
    """

  private func imported(into folder: URL, addresses: String? = nil) throws -> String {
    try write(["export.xml": export], into: folder)
    let journal = folder.appending(path: "journal")
    let command = try ImportOJSCommand.parse([
      folder.appending(path: "export.xml").path, "--source", journal.path, "--title", "Winds",
      "--old-url", "https://old.example.org/index.php/winds",
    ])
    #expect(command.result(on: quiet).output == "4 files added, 0 changed, 0 as they were\n")
    #expect(command.result(on: quiet).output == "0 files added, 0 changed, 3 as they were\n")
    if let addresses { try write(["Content/old-addresses.txt": addresses], into: journal) }
    return journal.path
  }

  @Test func everyOldAddressLeadsToTheSameThing() async throws {
    try await withTemporaryFolder { folder in
      let journal = try imported(
        into: folder,
        addresses: """
          # what readers know
          https://old.example.org/index.php/winds
          https://old.example.org/index.php/winds/article/view/17
          https://old.example.org/index.php/winds/en/article/download/wind/3/40
          https://old.example.org/winds/article/viewFile/17/3
          https://old.example.org/index.php/winds/issue/view/7/showToc
          https://old.example.org/articles/wind/
          """)
      let built = try await BuildCommand.parse(["--source", journal]).result(on: quiet)
      #expect(built.errors == "")
      let site = try contents(ofFolder: URL(filePath: journal + "/Output"))
      let page = "../../../../../articles/wind/"
      let old = "index.php/winds/article/"
      for (address, target) in [
        ("view/17", page), ("view/wind", page), ("view/17/3", "../\(page)wind.pdf"),
        ("download/wind/3/40", "../../\(page)wind.pdf"), ("view/17/version/18", "../../\(page)"),
      ] {
        let stub = try #require(site["\(old)\(address)/index.html"], "\(address)")
        #expect(
          String(decoding: stub, as: UTF8.self).contains("content=\"0; url=\(target)\""),
          "\(address)")
      }
      #expect(
        !site.contains { String(decoding: $0.value, as: UTF8.self).contains("ada@example.org") })
      #expect(
        !site.contains { String(decoding: $0.value, as: UTF8.self).contains("The The") })
    }
  }

  @Test func anOldAddressThatLeadsNowhereIsAnError() async throws {
    try await withTemporaryFolder { folder in
      let journal = try imported(
        into: folder,
        addresses:
          "<urlset><url><loc>https://old.example.org/x/article/view/99</loc></url></urlset>")
      let built = try await BuildCommand.parse(["--source", journal]).result(on: quiet)
      #expect(built.code == .findings)
      #expect(
        built.errors.contains(
          "error: Old address '/x/article/view/99' leads nowhere [former-address-unmapped]"))
    }
  }
}
