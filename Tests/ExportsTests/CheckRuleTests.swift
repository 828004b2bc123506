import Exports
import Foundation
import JournalModel
import Reporting
import TestSupport
import Testing

/// Each rule of `check` finds what breaks it and nothing in its nearest neighbour.
@Suite struct CheckRuleTests {
  private func codes(_ rule: CheckRule, _ change: CheckRule.Change) throws -> [String] {
    var input = CheckRule.Input(try SampleJournal().ready)
    change(&input)
    let slug = input.article.slug
    let checked = CheckedJournal(
      ResolvedJournal(
        journal: input.resolved.journal, issues: input.resolved.issues,
        articles: input.resolved.allArticles, pages: input.resolved.pages),
      references: [slug: input.references],
      files: input.file.map { [input.article.galleys[0].path: $0] } ?? [:])
    let row = try #require(checked.rows(only: [rule.subject]).first)
    return row.report.diagnostics.map(\.code.rawValue)
  }

  @Test(arguments: CheckRule.all) func letsPassWhatIsGood(rule: CheckRule) throws {
    #expect(try codes(rule, rule.good) == [])
  }

  @Test(arguments: CheckRule.all) func findsWhatIsBad(rule: CheckRule) throws {
    #expect(try Set(codes(rule, rule.bad)) == [rule.code])
  }

  @Test func noRuleIsWithoutExamples() throws {
    let folder = projectFolder().appending(path: "Sources/Exports/Check")
    var declared: Set<String> = []
    for (_, bytes) in try contents(ofFolder: folder) {
      let source = String(decoding: bytes, as: UTF8.self)
      for match in source.matches(of: #/(?:\.error|\.warning|severity),\s*"([a-z0-9-]+)",/#) {
        declared.insert(String(match.1))
      }
    }
    #expect(declared == Set(CheckRule.all.map(\.code)))
  }
}
