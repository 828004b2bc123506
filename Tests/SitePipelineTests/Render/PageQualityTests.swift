import Foundation
import Testing

@testable import SitePipeline

/// What must hold for every page, checked on the demonstration journal in its three languages.
@Suite(.enabled(if: DemonstrationSite.canBeBuilt, "citation styles are not installed"))
struct PageQualityTests {
  @Test func givesEveryPageItsOwnTitleAndDescription() async throws {
    let pages = try await DemonstrationSite.pages()
    #expect(pages.count > 100)
    var first: [String: String] = [:]
    for page in pages {
      let title = page.text(between: "<title>", and: "</title>").first ?? ""
      #expect(title.count > 3, "\(page.path)")
      let language = page.text(between: "<html lang=\"", and: "\"").first ?? ""
      let other = first.updateValue(page.path, forKey: "\(language) \(title)")
      #expect(other == nil, "\(page.path) and \(other ?? "") are both called '\(title)'")
      #expect(page.count(of: "<meta name=\"description\" content=\"") == 1, "\(page.path)")
      #expect(!page.html.contains("<meta name=\"description\" content=\"\""), "\(page.path)")
    }
  }

  @Test func givesEveryPageItsLandmarksAndOneHeading() async throws {
    for page in try await DemonstrationSite.pages() {
      #expect(page.html.hasPrefix("<!doctype html>\n<html lang=\""), "\(page.path)")
      for part in [
        "<h1", "<main id=\"main\">", "<header class=\"mast\">", "<footer class=\"foot\">",
        "<a class=\"skip\" href=\"#main\">",
      ] {
        #expect(page.count(of: part) == 1, "\(page.path) has not one '\(part)'")
      }
    }
  }

  @Test func writesRightToLeftForTheLanguagesThatAre() async throws {
    for page in try await DemonstrationSite.pages() {
      let direction =
        page.path.hasPrefix("ur/") || page.path.hasPrefix("ar/") ? "rtl" : "ltr"
      #expect(page.text(between: " dir=\"", and: "\"").first == direction, "\(page.path)")
    }
  }

  /// A strict content security policy is possible: no style, script or handler stands in a page.
  @Test func keepsCodeAndStylesOutOfPages() async throws {
    for page in try await DemonstrationSite.pages() {
      #expect(!page.html.contains("<style"), "\(page.path)")
      #expect(page.attributes.allSatisfy { $0 != "style" && !$0.hasPrefix("on") }, "\(page.path)")
      for script in page.text(between: "<script", and: ">") {
        #expect(
          script.hasPrefix(" src=\"") || script == " type=\"application/ld+json\"", "\(page.path)")
      }
    }
  }

  @Test func asksNoOtherHostForAnything() async throws {
    for page in try await DemonstrationSite.pages() {
      for source in page.text(between: " src=\"", and: "\"") {
        #expect(!source.contains("//"), "\(page.path) loads \(source)")
      }
      for link in page.text(between: "<link rel=\"stylesheet\" href=\"", and: "\"") {
        #expect(!link.contains("//"), "\(page.path) loads \(link)")
      }
    }
  }

  @Test func givesEachPlaceOneNameAndLeadsToPlacesThatAre() async throws {
    for page in try await DemonstrationSite.pages() {
      let names = page.text(between: " id=\"", and: "\"")
      #expect(Set(names).count == names.count, "\(page.path) has a name twice")
      for target in page.text(between: " href=\"#", and: "\"") {
        #expect(names.contains(target), "\(page.path) leads to '#\(target)'")
      }
      for target in page.text(between: " aria-labelledby=\"", and: "\"") {
        #expect(names.contains(target), "\(page.path) is labelled by '\(target)'")
      }
    }
  }

  /// The list of the search page is filled by its script.
  @Test func showsNoEmptyList() async throws {
    for page in try await DemonstrationSite.pages() {
      let lists = page.html.replacing(" id=\"found\"></ol>", with: "").replacing("\n", with: "")
      #expect(!lists.contains("\"></ul>") && !lists.contains("\"></ol>"), "\(page.path)")
    }
  }

  @Test func loadsAnArticleWithinItsBounds() async throws {
    let files = try await DemonstrationSite.files()
    let shared = files.filter { $0.path.hasPrefix("assets/") }
    #expect(shared.reduce(0) { $0 + $1.size } < 60_000)
    for page in try await DemonstrationSite.pages() where page.path.contains("articles/") {
      let requests = page.count(of: "<script src=") + page.count(of: "<link rel=\"stylesheet\"")
      // The page itself, its stylesheet and script, and the icon.
      #expect(requests + 2 <= 4, "\(page.path)")
    }
  }
}
