import JournalModel
import Testing

@testable import SitePipeline

/// Addresses that said everything in a query.
@Suite struct FormerQueryTests {
  @Test(arguments: [
    ("https://example.org/index.php?journal=acta", "/index.php/acta"),
    (
      "https://example.org/ojs/index.php?journal=acta&page=issue&op=view&path[]=7",
      "/ojs/index.php/acta/issue/view/7"
    ),
    (
      "/index.php?journal=acta&page=article&op=download&path%5B%5D=12&path%5B%5D=34",
      "/index.php/acta/article/download/12/34"
    ),
    (
      "https://example.org/?page=article&journal=acta&op=view&path[]=12&lang=en#x",
      "/index.php/acta/article/view/12"
    ),
  ]) func meanTheSameAsPaths(address: String, path: String) {
    #expect(FormerQuery.path(of: address) == path)
  }

  @Test(arguments: ["https://example.org/index.php/acta", "/search?q=moon", "/index.php?page=x"])
  func areNoneWithoutTheJournal(address: String) {
    #expect(FormerQuery.path(of: address) == nil)
  }

  @Test func mayEndInThousandsOfSlashes() {
    let slashes = String(repeating: "/", count: 200_000)
    #expect(FormerQuery.path(of: "https://example.org\(slashes)?journal=acta") == "/index.php/acta")
  }

  @Test func areTurnedIntoPathsByHosts() throws {
    var journal = Journal(title: Localized("Acta", in: .english), languages: [.english])
    journal.facts.formerURL = "https://example.org/ojs/index.php?journal=acta"
    let query = try #require(FormerQuery(of: journal))
    let apache = RedirectForm.apache.text(for: [], root: "/", queries: query)
    #expect(
      apache.contains(
        #"""
        RewriteCond %{REQUEST_URI} "^/ojs/index\.php/?$"
        RewriteCond %{QUERY_STRING} "^journal=acta&page=([^&]+)&op=([^&]+)&path(?:\[\]|%5B%5D)=([^&]+)(?:&|$)" [NC]
        RewriteRule ^ "/ojs/index.php/acta/%1/%2/%3" [R=301,L,QSD]

        """#))
    let nginx = RedirectForm.nginx.text(for: [], root: "/", queries: query)
    #expect(
      nginx.contains(
        #"""
          "~*^/ojs/index\.php/?\?journal=acta&page=([^&]+)&op=([^&]+)(?:&|$)" "/ojs/index.php/acta/$1/$2";

        """#))
    #expect(nginx.contains("map $uri $moved {\n  default $moved_query;\n"))
    let table = RedirectForm.table.text(for: [], root: "/", queries: query)
    #expect(
      table.contains(
        "/ojs/index.php journal=acta page=:page op=:op path[]=:id /ojs/index.php/acta/:page/:op/:id 301\n"
      ))
    journal.facts.formerURL = "https://example.org/index.php/acta"
    #expect(FormerQuery(of: journal) == nil)
  }
}
