import Bibliography
import Reporting
import Testing

/// The case of words in titles of BibTeX, which are in title case where they are English.
@Suite struct BibTeXCaseTests {
  /// The title of a book with these fields, from a file of a journal in the language.
  private func title(_ fields: String, language: String = "en") -> String? {
    var report = Report()
    let items = Item.readBibTeX(
      Array("@book{a, \(fields)}".utf8), path: "a.bib", language: language, report: &report)
    return items.first?[.title]
  }

  @Test(arguments: [
    ("A Study of {Escherichia} in {Mice}", "A study of Escherichia in Mice"),
    ("A Study of \\emph{Escherichia coli}", "A study of <i>Escherichia coli</i>"),
    ("Grain Size: An Overview. And More", "Grain size: An overview. And more"),
    ("ggplot2: Elegant Graphics", "ggplot2: Elegant graphics"),
    ("Über Straßen in Österreich", "Über straßen in österreich"),
    ("The H2O and McDonald Case", "The H2O and McDonald case"),
    ("naïve iPods of Žižek: étude 2×2 “Eins” and", "Naïve iPods of žižek: Étude 2×2 “eins” and"),
    ("A {small word} In {N}ature", "A <span class=\"nocase\">small word</span> in Nature"),
  ])
  func bringsEnglishTitlesIntoSentenceCase(source: String, expected: String) {
    #expect(title("title = {\(source)}") == expected)
  }

  @Test(arguments: [
    ("The Letters of T. S. Eliot and W.B. Yeats", "The letters of T. S. Eliot and W.B. Yeats"),
    ("War I, Vitamin C and Plan B. Then More", "War I, vitamin C and plan B. Then more"),
    ("C. elegans, {E.} coli and D'Arcy, O’Brien", "C. elegans, E. coli and D’Arcy, O’Brien"),
    ("What I Saw: A View From A Hill in X-Ray", "What I saw: A view from a hill in X-ray"),
    ("The E-Mail on A. thaliana", "The e-mail on A. thaliana"),
    ("The H\\textsubscript{2}O of T\\textit{h}ings", "The H<sub>2</sub>O of t<i>h</i>ings"),
    ("To {I. Newton} From B {C}: Part A", "To I. Newton from B C: Part A"),
    ("Émile in the É. Zola Papers", "Émile in the É. Zola papers"),
  ])
  func keepsLettersThatStandAlone(source: String, expected: String) {
    #expect(title("title = {\(source)}") == expected)
  }

  @Test func keepsTheCapitalsOfOtherLanguages() {
    #expect(title("title = {Die Welt}, langid = {ngerman}") == "Die Welt")
    #expect(title("title = {Die Welt}", language: "de") == "Die Welt")
  }

  @Test func keepsTheCaseOfWordsInGreekAndCyrillic() {
    #expect(
      title("title={Teoriia Literatury: Poetics [Теория литературы. Πόλις Ἀθηνῶν]}")
        == "Teoriia literatury: Poetics [Теория литературы. Πόλις Ἀθηνῶν]")
  }
}
