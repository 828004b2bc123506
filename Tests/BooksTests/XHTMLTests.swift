import Testing

@testable import Books

@Suite struct XHTMLTests {
  private func body(_ html: String, address: (XHTML.Reference) -> String? = { $0.address })
    -> String
  {
    let text = String(
      decoding: XHTML(html: Array(html.utf8), address: address).bytes, as: UTF8.self)
    let head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n"
    #expect(text.hasPrefix(head))
    return String(text.dropFirst(head.count))
  }

  @Test func closesWhatHTMLLeavesOpen() {
    #expect(
      body(
        "<!doctype html><p>One<br>two <img src=a.png alt='say \"a\"'><!-- no --> <input checked>")
          == """
          <p>One<br/>two <img src="a.png" alt="say &quot;a&quot;"/> \
          <input checked="checked"/></p>
          """)
  }

  @Test func closesElementsInTheirOrderAndDropsStrayEnds() {
    #expect(body("<ul><li><b>One</ul></b></p>") == "<ul><li><b>One</b></li></ul>")
  }

  @Test func namesTheLanguageForXML() {
    #expect(
      body("<html lang=\"ur\"></html>") == """
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
        lang="ur" xml:lang="ur"></html>
        """)
  }

  @Test func keepsOnlyTheEntitiesThatXMLKnows() {
    #expect(
      body("<p>a&nbsp;&amp;&#160;&lt; AT&T &odd;</p>")
        == "<p>a\u{A0}&amp;&#160;&lt; AT&amp;T &amp;odd;</p>")
  }

  @Test func holdsNothingThatXMLForbids() {
    #expect(
      body("<p title='a\u{B}b &#1;'>\u{FFFE}&#xFFFF;&#xD800;&#x41;&#zz;&#xB7;</p>")
        == "<p title=\"a\u{FFFD}b \u{FFFD}\">\u{FFFD}\u{FFFD}\u{FFFD}&#65;&amp;#zz;&#183;</p>")
    #expect(
      body("<div 1a=2 x:y=3 @on=4 id=a id=b><o:p>x</o:p><a xlink:href=\"#b\">y</a></div>")
        == """
        <div on="4" id="a"><span>x</span>\
        <a xlink:href="#b" xmlns:xlink="http://www.w3.org/1999/xlink">y</a></div>
        """)
  }

  @Test func dropsScriptsWithWhatTheyHold() {
    #expect(body("<p>a</p><script>if (a < b) {}</script><p>b</p>") == "<p>a</p><p>b</p>")
  }

  @Test func leavesOutAddressesThatLeadNowhere() {
    let text = body(
      "<link href=\"x.css\"><a href=\"../b/?a&amp;b\">B</a><img src=\"c.tif\" alt=\"A map\">"
    ) {
      $0.address == "../b/?a&b" ? "b.xhtml" : nil
    }
    #expect(text == "<a href=\"b.xhtml\">B</a><span>A map</span>")
  }

  @Test func saysWhatNotesAre() {
    #expect(
      body("<a href=\"#fn-1\" role=\"doc-noteref\">1</a>")
        == "<a href=\"#fn-1\" role=\"doc-noteref\" epub:type=\"noteref\">1</a>")
  }
}
