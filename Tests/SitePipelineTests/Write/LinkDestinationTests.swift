import Testing

@testable import SitePipeline

@Suite struct LinkDestinationTests {
  @Test(
    arguments: [
      ("../moon/", "articles/moon/index.html"),
      ("../moon/#ref-1", "articles/moon/index.html#ref-1"),
      ("../../", "index.html"), ("../../../../", "index.html"),
      ("cite.bib", "articles/sun/cite.bib"),
      (".", "articles/sun/index.html"), ("..", "articles/index.html"),
      ("a/./b//c", "articles/sun/a/b/c"),
      ("/journal/search/?q=x", "search/index.html"), ("/journal/", "index.html"), ("?q=x#y", "#y"),
      ("#", ""), ("a:b", nil), ("//host/", nil), ("/elsewhere/", nil),
      ("a/b:c", "articles/sun/a/b:c"),
    ] as [(String, String?)])
  func followsLinksAsBrowsersDo(link: String, expected: String?) {
    let bytes = Array(link.utf8)
    let target = LinkDestination(
      of: bytes[...], in: Array("articles/sun/".utf8), root: Array("/journal/".utf8))
    let text = target.map { target in
      String(decoding: target.file, as: UTF8.self)
        + (target.fragment.map { "#" + String(decoding: bytes[$0], as: UTF8.self) } ?? "")
    }
    #expect(text == expected)
  }
}
