import Preview
import Testing

@Suite struct BuildStateTests {
  /// A page that the preview has shown before it was started anew.
  @Test func hasNewsForAPageOfAnEarlierRun() async {
    let state = BuildState(from: 1_000)
    #expect(await state.shownBuild == 1_000)
    async let news = state.news(after: 1)
    await state.finish(.built)
    #expect(await news == .init(build: 1_001, failure: nil))
    #expect(await state.news(after: 1_000) == .init(build: 1_001, failure: nil))
  }

  @Test func tellsAPageThatAsksLateAtOnce() async {
    let state = BuildState()
    await state.finish(.built)
    await state.finish(.failed(report: "a.md:1:1: error"))
    #expect(await state.news(after: 1) == .init(build: 2, failure: "a.md:1:1: error"))
    #expect(await state.shownBuild == 1)
  }

  @Test func wakesAPageThatWaits() async {
    let state = BuildState()
    async let news = state.news(after: 0)
    await state.finish(.built)
    #expect(await news == .init(build: 1, failure: nil))
  }

  @Test func letsAPageGoThatNoLongerWaits() async {
    let state = BuildState()
    let page = Task { await state.news(after: 0) }
    page.cancel()
    #expect(await page.value == nil)
  }

  @Test func sendsAReportAsOneEventOfManyLines() {
    #expect(
      ReloadScript.event(.init(build: 3, failure: "one\n\ntwo"))
        == "retry: 300\nid: 3\nevent: failed\ndata: one\ndata: \ndata: two\n\n")
    #expect(
      ReloadScript.event(.init(build: 4, failure: nil))
        == "retry: 300\nid: 4\nevent: built\ndata: 4\n\n")
  }
}
