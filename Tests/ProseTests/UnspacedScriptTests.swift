import Prose
import Reporting
import Testing

/// Texts in scripts that put no blank between words, and marks of Hebrew.
@Suite struct UnspacedScriptTests {
  private func html(_ markdown: String) -> String {
    var report = Report()
    let document = Document(reading: Array(markdown.utf8), path: "a.md", report: &report)
    return String(decoding: document.html().body, as: UTF8.self)
  }

  /// CommonMark reads the stars of `は**「月」**と` as stars.
  @Test(arguments: [
    ("月は**「重要」**な", "月は<strong>「重要」</strong>な"),
    ("是*“时间”*的*多声部*。**《红》**的", "是<em>“时间”</em>的<em>多声部</em>。<strong>《红》</strong>的"),
    ("은 **‘시간’**의", "은 <strong>‘시간’</strong>의"), ("เป็น**“สี”**ของ", "เป็น<strong>“สี”</strong>ของ"),
    ("a**“b”**c", "a**“b”**c"), ("二 * 三「*」", "二 * 三「*」"),
  ]) func emphasizesWordsInQuotationMarks(_ markdown: String, _ html: String) {
    #expect(self.html(markdown) == "<p>\(html)</p>\n")
  }

  @Test func joinsLinesOfChineseAndJapanese() {
    #expect(
      html("月は、\n「時間」の\n指標 moon\nです。\n달은\n시간")
        == "<p>月は、「時間」の指標 moon\nです。\n달은\n시간</p>\n")
  }

  @Test func setsGereshAndGershayimInHebrew() {
    #expect(
      html("צה\"ל וצ'רלס, \"שלום\" ו\"שָׁלוֹם\"")
        == "<p>צה״ל וצ׳רלס, “שלום” ו”שָׁלוֹם”</p>\n")
  }
}
