import JournalModel
import Reporting

/// Follows the links of finished pages to files and anchors of the same site.
struct SiteLinkCheck {
  let plan: SitePlan
  /// All files of the site, those that rendering brought to light among them.
  let files: Set<String>

  /// Reports links that lead nowhere, at the source of the page that has them.
  func check(_ pages: [PageAnchors], _ report: inout Report) {
    let anchors = Dictionary(
      pages.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    for page in pages {
      for fragment in page.missing {
        report.add(.anchorMissing("#" + fragment, on: page.file, range(of: page)))
      }
      for link in page.links {
        if !files.contains(link.file) {
          report.add(.pageLinkDead(link.text, on: page.file, range(of: page)))
        } else if let fragment = link.fragment, let target = anchors[link.file],
          !target.has(fragment)
        {
          report.add(.anchorMissing(link.text, on: page.file, range(of: page)))
        }
      }
    }
  }

  /// The source of a page, as far as it has one.
  private func range(of page: PageAnchors) -> SourceRange {
    let file = plan.file(at: SitePath(page.file))
    return SourceRange(startOf: file?.range.path ?? page.file)
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
