import Foundation
import JournalModel
import Testing

@testable import SitePipeline

/// Runs `search.js` itself on a written index, in Node.
@Suite(.enabled(if: Node.path != nil, "node is not installed"))
struct SearchScriptTests {
  @Test func foldsQueriesAsTheIndexFoldsTexts() throws {
    let vectors = try SearchVector.all()
    let answer = try run(index: SampleIndex(), Request(texts: vectors.map(\.text)))
    #expect(answer.terms == vectors.map(\.terms))
  }

  @Test(arguments: [
    ("afghanistan withdrawal", "withdrawal"),
    ("Withdraw", "withdrawal"),
    ("bajwa", "withdrawal"),
    // Urdu with Arabic letters, with vowel signs, and as it is printed.
    ("افغانستان", "withdrawal"),
    ("پاكستان", "withdrawal"),
    ("تَجزِیَہ", "withdrawal"),
    ("مقالة", "newspapers"),
    ("المقالات", "newspapers"),
    ("الجرايد", "newspapers"),
    ("qur'an", "tafsir"),
    ("Qurʾān commentary", "tafsir"),
    ("https://doi.org/10.5555/JSS.1.1", "tafsir"),
    ("10.5555/jss.1.1", "tafsir"),
    ("durand", "withdrawal"),
    ("叙事学", "moon"), ("月", "moon"), ("ｶﾀ", "moon"), ("พระจันทร์", "moon"), ("문학", "moon"),
    ("मां", "moon"),
  ])
  func findsAnArticleFirst(query: String, slug: String) throws {
    let answer = try run(index: Self.sample(noise: 60), Request(queries: [.init(text: query)]))
    #expect(answer.results.first?.urls.first == "articles/\(slug)/")
  }

  @Test func putsATitleBeforeAText() throws {
    let answer = try run(
      index: Self.sample(noise: 60), Request(queries: [.init(text: "newspapers")]))
    #expect(answer.results.first?.urls == ["articles/newspapers/", "articles/withdrawal/"])
  }

  @Test func keepsToTheYearThatIsChosen() throws {
    let answer = try run(
      index: Self.sample(noise: 60), Request(queries: [.init(text: "newspapers", year: 2024)]))
    #expect(answer.results.first?.urls == ["articles/withdrawal/"])
  }

  @Test func findsNothingForAWordThatIsNowhere() throws {
    let answer = try run(
      index: Self.sample(noise: 60),
      Request(queries: [.init(text: "zzyzx"), .init(text: "."), .init(text: "")]))
    #expect(answer.results.map(\.count) == [0, 0, 0])
  }

  /// Three known articles among invented ones.
  static func sample(noise: Int) throws -> SampleIndex {
    let urdu = try #require(LanguageTag("ur"))
    let arabic = try #require(LanguageTag("ar"))
    var index = SampleIndex()
    func add(_ document: SearchDocument, _ body: String) {
      index.add(document, terms: SearchTerms(document, bodies: [Array(body.utf8)[...]]))
    }
    for number in 0..<noise {
      add(
        SearchDocument(
          url: "articles/noise-\(number)/",
          titles: [.init(language: .english, value: "Noise \(number)")], names: [], byline: [],
          year: 1990 + number % 30),
        "common words of article \(number) and word\(number % 7) word\(number * 31)")
    }
    add(
      SearchDocument(
        url: "articles/newspapers/",
        titles: [
          .init(language: arabic, value: "وصف الجرائد"),
          .init(language: .english, value: "On Newspapers"),
        ], names: ["عبد الله فكري"], byline: ["عبد الله فكري"], year: 1906),
      "مثل هذه المقالة والمقالات")
    add(
      SearchDocument(
        url: "articles/tafsir/", titles: [.init(language: .english, value: "A Qurʾān Commentary")],
        names: [], byline: [], doi: "10.5555/jss.1.1", year: 2020),
      "text")
    add(
      SearchDocument(
        url: "articles/withdrawal/",
        titles: [
          .init(language: .english, value: "The U.S. Withdrawal from Afghanistan"),
          .init(language: urdu, value: "افغانستان سے امریکی انخلا اور پاکستان: اسباب کا تجزیہ"),
        ], names: ["Mati -Ur- Rehman Bajwa"], byline: ["Mati -Ur- Rehman Bajwa"], year: 2024),
      "The Durand line in newspapers.")
    add(
      SearchDocument(
        url: "articles/moon/", titles: [.init(language: .english, value: "红楼梦中的月：一种叙\n事学的考察")],
        names: [], byline: [], year: 2000),
      "テクストとカタカナ 한국문학연구 บทความนี้ศึกษาภาพพจน์พระจันทร์ในวรรณคดีไทยโดยเน้นการวิเคราะห์เชิงวรรณศิลป์ माँ")
    return index
  }

  // MARK: Node

  struct Request: Codable {
    struct Query: Codable {
      var text: String
      var year: Int?
    }

    var texts: [String] = []
    var queries: [Query] = []
  }

  struct Answer: Codable {
    struct Result: Codable {
      var count: Int
      var urls: [String]
      var bytes: Int
    }

    var terms: [[String]]
    var results: [Result]
  }

  private func run(index: SampleIndex, _ request: Request) throws -> Answer {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in index.files() {
      let url = folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
    let input = folder.appending(path: "request.json")
    try JSONEncoder().encode(request).write(to: input)
    let tests = SearchVector.file.deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(filePath: try #require(Node.path))
    process.arguments = [
      tests.appending(path: "run-search.mjs").path(),
      tests.appending(path: "../../../../Templates/assets/search.js").path(), folder.path(),
    ]
    process.standardInput = try FileHandle(forReadingFrom: input)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try #require(try output.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    return try JSONDecoder().decode(Answer.self, from: data)
  }
}

/// Where Node is installed.
private enum Node {
  static let path = ["/usr/bin/node", "/usr/local/bin/node", "/opt/homebrew/bin/node"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}
