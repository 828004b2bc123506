import JournalModel
import Reporting

extension SitePlan {
  /// Reports redirects that no host could follow as they are meant: away from a page that stands
  /// there, for an address that another has already moved, or round in a ring.
  ///
  /// Where they lead to nothing the links of their pages are found dead.
  func check(_ redirects: [Located<Journal.Redirect>], _ report: inout Report) {
    let root = PageLinks.root(of: journal.journal)
    var first: [String: Located<Journal.Redirect>] = [:]
    for redirect in redirects {
      let from = root + redirect.value.from.drop { $0 == "/" }
      guard let place = MovedAddress.place(of: from, root: root) else {
        report.add(.redirectHidesPage(redirect.map(\.from)))
        continue
      }
      if isPage(place) {
        report.add(.redirectHidesPage(redirect.map(\.from)))
      } else if let earlier = first[place.file] {
        report.add(.redirectGivenTwice(redirect.map(\.from), first: earlier.range))
      } else {
        first[place.file] = redirect
      }
    }
    checkRings(first, redirects, &report)
    for article in journal.allArticles where !article.formerPaths.isEmpty {
      check(article.formerPaths, at: article.range, root: root, &report)
    }
    for issue in journal.issues where !issue.formerPaths.isEmpty {
      check(issue.formerPaths, at: issue.range, root: root, &report)
    }
  }

  private func check(
    _ paths: [String], at range: SourceRange, root: String, _ report: inout Report
  ) {
    for path in paths {
      if let place = MovedAddress.place(of: path, root: root), isPage(place) {
        report.add(.redirectHidesPage(Located(path, at: range)))
      }
    }
  }

  private func isPage(_ place: SitePath) -> Bool {
    guard let file = file(at: place) else { return false }
    if case .moved = file.content { return false }
    return true
  }

  /// Follows each redirect until it leaves the others behind or comes where it has been.
  private func checkRings(
    _ redirects: [String: Located<Journal.Redirect>], _ inOrder: [Located<Journal.Redirect>],
    _ report: inout Report
  ) {
    var settled: Set<String> = []
    for start in inOrder {
      var walked: Set<String> = []
      var next = place(of: start.value.from)
      while let place = next, let redirect = redirects[place], settled.insert(place).inserted {
        walked.insert(place)
        next = self.place(of: redirect.value.to)
      }
      if let next, walked.contains(next), let redirect = redirects[next] {
        report.add(.redirectRing(redirect.map(\.from)))
      }
    }
  }

  /// The file for an address of this site, as a path or with its host; nil for one of another.
  private func place(of address: String) -> String? {
    var path = address[...]
    if let url = journal.journal.url, path.hasPrefix(url) { path = path.dropFirst(url.count - 1) }
    guard path.hasPrefix("/") else { return nil }
    return MovedAddress.place(of: String(path), root: "/")?.file
  }
}

extension Diagnostic {
  fileprivate static func redirectHidesPage(_ from: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "redirect-hides-page", "A page of the site stands at '\(from.value)'", at: from.range,
      hint: "Write the address that is gone, or take the redirect away")
  }

  fileprivate static func redirectGivenTwice(
    _ from: Located<String>, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "redirect-given-twice", "'\(from.value)' is redirected a second time",
      at: from.range, notes: [.init("First redirected here", at: first)],
      hint: "Remove one of the two")
  }

  fileprivate static func redirectRing(_ from: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "redirect-ring", "Redirects lead from '\(from.value)' back to it", at: from.range,
      hint: "Let one of them lead to a page")
  }
}
