import JournalModel
import Testing

@testable import SitePipeline

@Suite struct RedirectFilesTests {
  private let moved = [
    MovedAddress(
      from: ["/index.php/q/article/view/17"], below: ["/q/article/view/17"],
      pattern: #"(?:/index\.php)?/q/article/view/17(?:/.*)?"#, to: .site(.article("signal"))),
    MovedAddress(from: ["/old page", "/older"], to: .elsewhere("https://example.com/new")),
  ]

  @Test func writesALineForEachAddressAndHost() {
    #expect(
      RedirectForm.table.text(for: moved, root: "/journal/") == """
        /index.php/q/article/view/17 /journal/articles/signal/ 301
        /q/article/view/17/* /journal/articles/signal/ 301
        /old%20page https://example.com/new 301
        /older https://example.com/new 301

        """)
    #expect(
      RedirectForm.apache.text(for: moved, root: "/") == #"""
        RedirectMatch 301 "^(?:/index\.php)?/q/article/view/17(?:/.*)?/?$" "/articles/signal/"
        RedirectMatch 301 "^(?:/old.page|/older)/?$" "https://example.com/new"

        """#)
    #expect(
      RedirectForm.nginx.text(for: moved, root: "/") == #"""
        # Include this in 'http'; in 'server' write: if ($moved) { return 301 $moved; }
        map $uri $moved {
          "~^(?:/index\.php)?/q/article/view/17(?:/.*)?/?$" "/articles/signal/";
          "~^(?:/old.page|/older)/?$" "https://example.com/new";
        }

        """#)
  }

  @Test(arguments: [
    ("/old", "/", "old/"), ("/old/", "/", "old/"), ("/a.html", "/", "a.html"),
    ("/journal/a", "/journal/", "a/"), ("/elsewhere", "/journal/", nil), ("/", "/", nil),
    ("/../x", "/", nil), ("//host/x", "/", nil),
  ]) func placesAPageForAnOldAddress(from: String, root: String, place: String?) {
    #expect(MovedAddress.place(of: from, root: root)?.text == place)
  }
}
