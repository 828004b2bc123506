import Bibliography
import Reporting
import Testing

/// Entries as databases, publishers and reference managers export them.
@Suite struct ExportedBibTeXTests {
  private func read(_ fields: String) -> (item: Item?, report: Report) {
    var report = Report()
    let bytes = Array("@article{a, \(fields)}".utf8)
    return (Item.readBibTeX(bytes, path: "a.bib", report: &report).first, report)
  }

  private func note(_ source: String) -> String? { read("note = {\(source)}").item?[.note] }

  @Test func takesTheHalfOfAConditionThatIsText() {
    let (item, report) = read(
      #"""
      author = {Rosi\ifmmode \acute{n}\else \'{n}\fi{}ska, D. and \ifmmode \check{C}\else \v{C}\fi{}ern\'y, J.},
      note = {5\ifmmode\times\else\texttimes\fi{}5 of {\ifmmode\mu\else\textmu\fi}m, $\ifmmode x\else y\fi{}z$}
      """#)
    #expect(item?[.author].map(\.family) == ["Rosińska", "Černý"])
    #expect(item?[.note] == "5×5 of µm, <i>xz</i>")
    #expect(report.isEmpty)
    #expect(note(#"A \ifmmode b"#) == "A b")
  }

  @Test func endsADisplayedFormulaAtOneDollarToo() {
    #expect(note("$$x$Ünï") == "<i>x</i>Ünï")
    #expect(read("title = {$$$Ünï}").item?[.title] == "Ünï")
    #expect(note("$$x$$ y") == "<i>x</i> y")
  }

  @Test(arguments: [
    (#"{\(\alpha\)}-decay at \(x^2\)"#, "α-decay at <i>x</i><sup>2</sup>"),
    (#"\ensuremath{\alpha}-decay of \ensuremath\beta{} and \[\gamma\]"#, "α-decay of β and γ"),
    (#"5 $\upmu$m of H$\upalpha$"#, "5 μm of Hα"),
    (#"One$\mathsemicolon$ two$\mathcolon$ three $\log x$"#, "One; two: three log<i>x</i>"),
    (#"$\textbackslash$ and $\mathrm{\AA}$"#, #"\ and Å"#),
    (#"A \(b and \[c"#, "A (b and [c"),
    (#"On \alpha rays of \beta"#, "On α rays of β"),
    (
      #"The 18$^{\rm th}$ of $\rm CO_2$ in ${\bf x}y$"#,
      "The 18<sup>th</sup> of CO<sub>2</sub> in <b>x</b><i>y</i>"
    ),
    (
      #"Of $\sim$50, $a\geq$ 5, $<$b and $x \to y$"#,
      "Of ∼50, <i>a</i> ≥ 5, < b and <i>x</i> → <i>y</i>"
    ),
  ])
  func readsFormulas(source: String, expected: String) {
    #expect(note(source) == expected)
  }

  @Test(arguments: [
    (
      #"See \url{https://x.org/~a--b\_c%20} and \path{C:\textbackslash d}"#,
      #"See https://x.org/~a--b_c%20 and C:\d"#
    ),
    (
      #"At https://x.org/\~{}a, {\`{}}Al\={\i}, P{\'{}\i}ska, \'{}"#,
      "At https://x.org/~a, `Alī, Píska, ´"
    ),
    (#"Bra\textcommabelow{s}ov \textcommabelow tara \G{a}\f{e}"#, "Brașov țara ȁȇ"),
    (
      #"\guillemetleft a\guillemetright{} \og b \fg{} 5\textcent, \textonequarter\textdagger"#,
      "«a» «\u{A0}b » 5¢, ¼†"
    ),
    (#"{\cyrchar\CYRM}{\cyrchar\cyrishrt} {\CYRYO}{\cyrii}"#, "Мй Ёі"),
    (#"\SortNoop{2}b\phantom{x}"#, "b"),
    (#"{\url} \url é \url{a{b}c} d"#, "é abc d"),
  ])
  func readsCommandsOfExports(source: String, expected: String) {
    let (item, report) = read("note = {\(source)}")
    #expect(item?[.note] == expected)
    #expect(report.isEmpty)
  }

  @Test(arguments: [
    (##"https://x.org/\textasciitilde a\_b\#c\%20"##, "https://x.org/~a_b#c%20"),
    (#"https://x.org/{\textasciitilde}a"#, "https://x.org/~a"),
    (#"https://x.org/$\sim$a"#, "https://x.org/~a"),
    (#"https://x.org/\string~a"#, "https://x.org/~a"),
    (#"\url{https://x.org/\~{}a}"#, "https://x.org/~a"),
    (#"https://x.org/1\textless2\textgreater"#, "https://x.org/1<2>"),
  ])
  func undoesTheEscapesOfAddresses(source: String, expected: String) {
    #expect(read("url = {\(source)}").item?[.url] == expected)
  }

  @Test func keepsABackslashWithinAWord() {
    let (item, report) = read(#"note = {At C:\Users\ada or \foo bar, M\uller \fox{x} a\fux{y}}"#)
    #expect(item?[.note] == #"At C:\Users\ada or bar, M\uller x ay"#)
    #expect(
      report.diagnostics.map(\.message) == [
        #"Unknown command '\Users' is printed as it stands"#,
        #"Unknown command '\ada' is printed as it stands"#,
        #"Unknown command '\foo' is left out, what follows it is kept"#,
        #"Unknown command '\uller' is printed as it stands"#,
        #"Unknown command '\fox' is left out, what follows it is kept"#,
        #"Unknown command '\fux' is left out, what follows it is kept"#,
      ])
  }

  @Test func reportsCommandsOfFormulasThatNobodyKnows() {
    let (item, report) = read(#"note = {The $\foo x$ of $\foo y$}"#)
    #expect(item?[.note] == "The <i>x</i> of <i>y</i>")
    #expect(report.diagnostics.map(\.code) == ["bibtex-unknown-command"])
  }

  @Test(arguments: [
    (#"$\less$i$\greater$XMM$\less$/i$\greater$ data"#, "<i>XMM</i> data"),
    (#"{\textless}i{\textgreater}Gaia{\textless}/i{\textgreater} data"#, "<i>Gaia</i> data"),
    (#"\&lt;i\&gt;Gaia\&lt;/i\&gt; data"#, "<i>Gaia</i> data"),
    ("&lt;sub&gt;2&lt;/sub&gt; data", "<sub>2</sub> data"),
    ("<tt>emcee</tt>: <em>MCMC</em> for <scp>all</scp>", "emcee: <i>MCMC</i> for <sc>all</sc>"),
    (
      #"<inline-formula><tex-math notation="LaTeX">$K$</tex-math></inline-formula> means"#,
      "<i>K</i> means"
    ),
    ("A<br/>b<foo>c < d <2", "A b<foo>c < d <2"),
  ])
  func readsTags(source: String, expected: String) {
    #expect(note(source) == expected)
  }

  @Test func reportsTagsOnceAndNotThoseOfCSL() {
    let (_, report) = read("title = {<tt>a</tt> <tt>b</tt> <i>c</i>}, note = {<em>d</em>}")
    #expect(report.sorted.map(\.code) == ["bibtex-html", "bibtex-html"])
    #expect(report.sorted.first?.message == "'<tt>' is HTML; it is read as what it means")
  }

  @Test func namesTheJournalsOfAstronomers() {
    #expect(read(#"journal = {\aap}"#).item?[.containerTitle] == "Astronomy and Astrophysics")
    let (item, report) = read(#"journal = {\apjl}"#)
    #expect(item?[.containerTitle] == "The Astrophysical Journal Letters")
    #expect(report.isEmpty)
  }

  @Test func leavesACommaAtTheEndOfATitleOut() {
    #expect(read("title = {One, two, }").item?[.title] == "One, two")
    #expect(read("title = {{One, Two,}}").item?[.title] == "One, Two")
  }

  @Test func keepsAParticleInBracesThroughEveryFormat() throws {
    let item = try #require(read("author = {{van der Loe}, Jane}").item)
    for bytes in [Item.writeCSLJSON([item]), Item.writeBibTeX([item])] {
      var report = Report()
      let again = Item.read(bytes, path: "a", report: &report)
      #expect(again.first?[.author] == [PersonName(family: "van der Loe", given: "Jane")])
    }
  }
}
