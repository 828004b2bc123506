import JournalModel
import Reporting

/// Follows the links of finished pages to files and anchors of the same site.
struct SiteLinkCheck {
  let plan: SitePlan
  let tree: SourceTree
  /// All files of the site, those that rendering brought to light among them.
  let files: TextSet
  /// Gives the anchors of a page that is not among those that are checked.
  let anchors: (String) -> PageAnchors?

  /// Reports links to places of their own page that are not there, where its source names them.
  func checkWithinPages(_ pages: [PageAnchors], _ report: inout Report) {
    for page in pages {
      for fragment in page.missing {
        let link = "#" + fragment
        report.add(.anchorMissing(link, on: page.file, range(of: link, on: page)))
      }
    }
  }

  /// Reports links to other pages that lead nowhere, where the source of their page names them.
  func checkBetweenPages(_ pages: [PageAnchors], _ report: inout Report) {
    var known: [String: PageAnchors?] = [:]
    for page in pages { known[page.file] = page }
    for page in pages {
      for link in page.links {
        if !files.contains(link.file) {
          report.add(.pageLinkDead(link.text, on: page.file, range(of: link.text, on: page)))
        } else if let fragment = link.fragment {
          let target = known[link.file] ?? anchors(link.file)
          known[link.file] = .some(target)
          if let target, !target.has(fragment) {
            report.add(.anchorMissing(link.text, on: page.file, range(of: link.text, on: page)))
          }
        }
      }
    }
  }

  /// Where the source of a page first has the link; the start of the source where a template made it.
  private func range(of link: String, on page: PageAnchors) -> SourceRange {
    guard let source = plan.file(at: SitePath(page.file))?.range.path else {
      return SourceRange(startOf: page.file)
    }
    let place = (try? tree.bytes(of: source))?.firstRange(of: Array(link.utf8))
    return place.map { SourceRange(path: source, bytes: $0) } ?? SourceRange(startOf: source)
  }
}

extension Diagnostic {
  fileprivate static func pageLinkDead(
    _ link: String, on page: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "page-link-dead", "'\(link)' on the page '\(page)' leads to nothing", at: range,
      hint: "Mend the link in the text or in the template")
  }

  fileprivate static func anchorMissing(
    _ link: String, on page: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "page-anchor-missing", "'\(link)' on the page '\(page)' leads to no such place",
      at: range, hint: "Name the anchor of a heading, a figure or a reference")
  }
}
