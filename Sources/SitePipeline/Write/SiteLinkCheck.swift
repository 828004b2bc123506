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

  /// Where the source of a page, or else a template of the journal, first has the link; the start of
  /// the source where neither does.
  private func range(of link: String, on page: PageAnchors) -> SourceRange {
    let source = plan.file(at: SitePath(page.file))?.range.path
    // One from the root of the site is printed as it leads from the page, one to another text as it
    // leads to its page: there the fragment is as it was written.
    let fragment = link.firstIndex(of: "#").map { String(link[$0...]) } ?? ""
    let words = [link, String(link.trimmingPrefix(/(\.\.?\/)+/)), fragment]
    for path in [source].compactMap(\.self) + tree.files(under: "Templates/").map(\.path) {
      guard let bytes = try? tree.bytes(of: path) else { continue }
      for word in words where !word.isEmpty {
        if let place = bytes.firstRange(of: Array(word.utf8)) {
          return SourceRange(path: path, bytes: place)
        }
      }
    }
    return SourceRange(startOf: source ?? page.file)
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
