import Testing

@testable import SitePipeline

@Suite struct ReaderOrderTests {
  @Test func putsUrduLettersWhereTheirAlphabetHasThem() {
    let words = [
      "ڑ", "چاند", "زبان", "پانی", "جنگل", "بادل", "حرف", "گل", "کتاب", "لفظ", "ٹوپی", "تار",
    ]
    #expect(
      words.sortedForReaders { $0 } == [
        "بادل", "پانی", "تار", "ٹوپی", "جنگل", "چاند", "حرف", "ڑ", "زبان", "کتاب", "گل", "لفظ",
      ])
  }

  @Test func listsAWordUnderItsFirstLetter() {
    #expect(ReaderOrder.letter(of: "“Élan”") == "E")
    #expect(ReaderOrder.letter(of: "چاند") == "چ")
    #expect(ReaderOrder.letter(of: "أشرف") == "ا")
    #expect(ReaderOrder.letter(of: "…") == nil)
    #expect(ReaderOrder.letter(of: "김철수") == "ㄱ")
    #expect(ReaderOrder.letter(of: "เกตุทัต") == "ก")
  }

  @Test func putsWordsOfThaiAndHindiWhereDictionariesHaveThem() {
    let thai = ["อมร", "เกตุ", "ขุน", "กานต์", "ไกร", "กิน"]
    #expect(thai.sortedForReaders { $0 } == ["กานต์", "กิน", "เกตุ", "ไกร", "ขุน", "อมร"])
    let hindi = ["कोमल", "कुल", "काम", "कमल", "क़लम"]
    #expect(hindi.sortedForReaders { $0 } == ["कमल", "क़लम", "काम", "कुल", "कोमल"])
  }
}
