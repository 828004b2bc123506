import JournalModel
import Testing

@testable import SitePipeline

@Suite struct BinaryCodingTests {
  private struct Sample: Codable, Hashable {
    enum Extent: Codable, Hashable { case pages(Int, Int), number(String), none }
    enum Kind: String, Codable { case article, notice }

    var title = "The Engine — موتور"
    var extent = Extent.pages(30, -54)
    var other: Extent? = .number("e12")
    var kinds: [Kind] = [.notice, .article]
    var numbers: [[Int]] = [[1, .min, .max], []]
    var hash: UInt64? = .max
    var isDraft: Bool?
    var share = 0.25
    var words: Set<String> = ["b", "a"]
    var range = 3..<900
    var last: String? = ""
  }

  @Test func readsWhatItHasWritten() {
    let samples = [Sample(), Sample(title: "", extent: .none, other: nil, isDraft: true)]
    #expect(BinaryDecoder.value([Sample].self, from: BinaryEncoder.bytes(of: samples)) == samples)
  }

  @Test func readsTextsInTheirLanguagesAndStyles() throws {
    let title = RichText([.init("On "), .init("Ghazal", .italic), .init("2", .superscript)])
    let titles = try #require(
      Localized([
        .init(language: .english, value: title), .init(language: .english, value: RichText("")),
      ]))
    let bytes = BinaryEncoder.bytes(of: titles)
    #expect(BinaryDecoder.value(Localized<RichText>.self, from: bytes) == titles)
    for end in bytes.indices {
      #expect(BinaryDecoder.value(Localized<RichText>.self, from: Array(bytes[..<end])) == nil)
    }
    let none = BinaryEncoder.bytes(of: [String]())
    #expect(BinaryDecoder.value(Localized<RichText>.self, from: none) == nil)
  }

  @Test func refusesBytesThatAreCutOrGoOn() {
    let bytes = BinaryEncoder.bytes(of: Sample())
    for end in bytes.indices {
      #expect(BinaryDecoder.value(Sample.self, from: Array(bytes[..<end])) == nil)
    }
    #expect(BinaryDecoder.value(Sample.self, from: bytes + [0]) == nil)
  }

  @Test func givesEqualValuesEqualBytesAndFingerprints() {
    let one = Sample(words: ["a", "b", "c", "d"])
    let other = Sample(words: ["d", "c", "b", "a"])
    #expect(BinaryEncoder.bytes(of: one) == BinaryEncoder.bytes(of: other))
    #expect(Fingerprint(of: one) == Fingerprint(of: other))
    #expect(Fingerprint(of: one) != Fingerprint(of: Sample()))
    #expect(Fingerprint([1, 0]) != Fingerprint([1]))
  }

  @Test(arguments: [9, 31, 63, 64, 65, 96, 127, 300])
  func tellsApartBytesWhereverTheyDiffer(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 7 * $0) }
    var prints: Set = [
      Fingerprint(bytes), Fingerprint(bytes + [0]), Fingerprint(Array(bytes.dropLast())),
    ]
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1
      prints.insert(Fingerprint(other))
      // Words that have changed places are others too.
      other.swapAt(place, (place + 8) % count)
      prints.insert(Fingerprint(other))
    }
    #expect(prints.count == 3 + 2 * count)
  }
}
