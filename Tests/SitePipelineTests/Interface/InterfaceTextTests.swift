import JournalModel
import Testing

@testable import SitePipeline

@Suite struct InterfaceTextTests {
  @Test(arguments: InterfaceText.available)
  func everyTextOfEveryLanguageIsThereAndItsOwn(code: String) throws {
    let text = try interface(code)
    let english = try interface("en")
    #expect(!text.isFallback)
    // A few words are the same in two languages ("Volume", "Feed"); most cannot be.
    var shared = 0
    for label in InterfaceText.Label.allCases {
      #expect(!text.label(label).isEmpty)
      if code != "en", text.label(label) == english.label(label) { shared += 1 }
    }
    #expect(shared < InterfaceText.Label.allCases.count / 10)
    for noun in InterfaceText.Noun.allCases {
      #expect(text.forms(of: noun).allSatisfy { !$0.text.isEmpty })
      #expect(text.forms(of: noun).last?.text.contains("#") == true)
    }
  }

  /// Read aloud after the words of a link: "PDF: “The Moon”", "Cite: “The Moon”".
  @Test(arguments: InterfaceText.available)
  func setsATitleOffFromTheLinkBeforeIt(code: String) throws {
    let title = try interface(code).phrase(.ofTitle("The Moon"))
    #expect(title.contains(/^( :|:|،) \S/))
  }

  @Test func standsInEnglishForALanguageWithoutACatalogue() throws {
    let text = try interface("sw")
    #expect(text.isFallback)
    #expect(text.language == .english)
    #expect(text.label(.howToCite) == "How to cite")
    #expect(text.count(8, .reference) == "8 references")
  }

  /// "8 references" was read as "references 8" among Hebrew.
  @Test func keepsEnglishInItsOrderOnPagesThatRunAgainstIt() throws {
    #expect(try interface("he").count(8, .reference) == "\u{2066}8 references\u{2069}")
    #expect(try interface("ur").count(8, .reference).contains("\u{2066}") == false)
  }

  @Test(arguments: [
    ("en", "30 June 2024", "June 2024", "2024"),
    ("ur", "30 جون 2024", "جون 2024", "2024"),
    ("ar", "٣٠ يونيو ٢٠٢٤", "يونيو ٢٠٢٤", "٢٠٢٤"),
    ("ar-MA", "30 يونيو 2024", "يونيو 2024", "2024"),
    ("ar-SY", "٣٠ حزيران ٢٠٢٤", "حزيران ٢٠٢٤", "٢٠٢٤"),
    ("es", "30 de junio de 2024", "junio de 2024", "2024"),
    ("fr", "30 juin 2024", "juin 2024", "2024"),
    ("de", "30. Juni 2024", "Juni 2024", "2024"),
    ("fa", "۳۰ ژوئن ۲۰۲۴", "ژوئن ۲۰۲۴", "۲۰۲۴"),
    ("id", "30 Juni 2024", "Juni 2024", "2024"),
    ("pt-BR", "30 de junho de 2024", "junho de 2024", "2024"),
    ("tr", "30 Haziran 2024", "Haziran 2024", "2024"),
  ])
  func writesDatesAsTheLanguageDoes(code: String, day: String, month: String, year: String) throws {
    let text = try interface(code)
    #expect(text.date(try #require(CalendarDate(year: 2024, month: 6, day: 30))) == day)
    #expect(text.date(try #require(CalendarDate(year: 2024, month: 6))) == month)
    #expect(text.date(try #require(CalendarDate(year: 2024))) == year)
  }

  @Test func writesTheFirstOfAMonthAsAnOrdinalInFrench() throws {
    let date = try #require(CalendarDate(year: 2024, month: 1, day: 1))
    #expect(try interface("fr").date(date) == "1er janvier 2024")
  }

  @Test(arguments: [
    ("en", [0: "0 articles", 1: "1 article", 2: "2 articles"]),
    ("fr", [0: "0 article", 1: "1 article", 2: "2 articles"]),
    ("ur", [1: "1 مقالہ", 8: "8 مقالے"]),
    ("fa", [1: "۱ مقاله", 8: "۸ مقاله"]),
    ("id", [1: "1 artikel", 8: "8 artikel"]),
    (
      "ar",
      [
        1: "مقالة واحدة", 2: "مقالتان", 3: "٣ مقالات", 10: "١٠ مقالات", 11: "١١ مقالة",
        100: "١٠٠ مقالة", 103: "١٠٣ مقالات",
      ]
    ),
  ])
  func countsInThePluralOfTheLanguage(code: String, expected: [Int: String]) throws {
    let text = try interface(code)
    for (count, words) in expected {
      #expect(text.count(count, .article) == words)
    }
  }

  @Test func givesAScriptThePluralFormsThatItsLanguageUses() throws {
    #expect(try interface("de").forms(of: .issue).map(\.form) == [.one, .other])
    #expect(
      try interface("ar").forms(of: .issue).map(\.form) == [.zero, .one, .two, .few, .many, .other])
  }

  @Test(arguments: [
    ("en", "A, B and C", "A and B"), ("de", "A, B und C", "A und B"),
    ("ur", "A، B اور C", "A اور B"), ("ar", "A، B، وC", "A وB"), ("es", "A, B y C", "A y B"),
    ("fa", "A، B و C", "A و B"), ("id", "A, B, dan C", "A dan B"), ("tr", "A, B ve C", "A ve B"),
  ])
  func joinsLists(code: String, three: String, two: String) throws {
    let text = try interface(code)
    #expect(text.list(["A", "B", "C"]) == three)
    #expect(text.list(["A", "B"]) == two)
    #expect(text.list(["A"]) == "A")
    #expect(text.list([]).isEmpty)
  }

  @Test func writesTheFirstOfAMonthAsAnOrdinalInPortuguese() throws {
    let date = try #require(CalendarDate(year: 2024, month: 1, day: 1))
    #expect(try interface("pt").date(date) == "1º de janeiro de 2024")
  }

  @Test func writesTheSpanishConjunctionBySound() throws {
    let text = try interface("es")
    #expect(text.list(["Pérez", "Iglesias"]) == "Pérez e Iglesias")
    #expect(text.list(["agua", "hielo"]) == "agua y hielo")
  }

  @Test(arguments: [
    (0, "1 KB", "1 Ko"), (999, "1 KB", "1 Ko"), (209_463, "209 KB", "209 Ko"),
    (999_949, "1.0 MB", "1,0 Mo"), (1_234_567, "1.2 MB", "1,2 Mo"), (45_678_901, "46 MB", "46 Mo"),
    (2_500_000_000, "2.5 GB", "2,5 Go"),
  ])
  func roundsFileSizes(bytes: Int, english: String, french: String) throws {
    #expect(try interface("en").fileSize(bytes) == english)
    #expect(try interface("fr").fileSize(bytes) == french)
  }

  @Test func writesArabicFiguresWithTheirOwnMark() throws {
    #expect(try interface("ar").fileSize(1_234_567) == "١٫٢ م.ب")
    #expect(try interface("ar").pages(PageRange("32-33")) == "٣٢–٣٣")
    #expect(
      try interface("ar").phrase(.volumeAndNumber("2", "S1")) == "المجلد\u{A0}٢، العدد\u{A0}S1")
    #expect(try interface("ar").digits("e12–e15, 7–9, 12a") == "e12–e15, ٧–٩, 12a")
    #expect(try interface("ar").phrase(.volumeAndNumber("2", "1")) == "المجلد\u{A0}٢، العدد\u{A0}١")
    #expect(try interface("ur").pages(PageRange("30-54")) == "30–54")
    #expect(try interface("fa").pages(PageRange("30-54")) == "۳۰–۵۴")
    #expect(try interface("fa").fileSize(1_234_567) == "۱٫۲ مگابایت")
  }

  @Test(arguments: [
    ("de", "Formale Analyse", "Schreiben – Originalentwurf"),
    ("ar", "تحليل شكلي", "الكتابة – المسودة الأصلية"),
    ("ur", "formal-analysis", "writing – original draft"),
  ])
  func namesContributionsAsTheVocabularyIsTranslated(
    code: String, analysis: String, draft: String
  ) throws {
    let text = try interface(code)
    #expect(text.contribution("formal-analysis") == analysis)
    #expect(text.contribution("writing – original draft") == draft)
    #expect(text.contribution("Photographs") == "Photographs")
  }

  @Test func namesLanguagesInTheirOwnWordsAndInThoseOfTheReader() throws {
    let urdu = try #require(LanguageTag("ur-PK"))
    #expect(InterfaceText.ownName(of: urdu) == "اردو")
    #expect(try interface("de").name(of: urdu) == "Urdu")
    #expect(try interface("en").name(of: try #require(LanguageTag("tlh"))) == "tlh")
  }

  private func interface(_ code: String) throws -> InterfaceText {
    InterfaceText(language: try #require(LanguageTag(code)))
  }
}
