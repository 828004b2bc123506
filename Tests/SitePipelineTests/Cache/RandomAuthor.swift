import Foundation
import SitePipeline

/// Somebody who changes a journal at random, in the same way from the same seed.
struct RandomAuthor {
  private var state: UInt64
  private var count = 0

  init(seed: UInt64) { state = seed }

  /// Articles of every kind in two issues and outside, with what they can show of each other.
  static let journal: [String: String] = {
    var files = [
      "Content/journal.yml": """
      title: Acta Exempli
      languages: [en, de]
      url: https://example.org/acta/
      license: CC-BY-4.0
      issn: {online: 2999-0020}
      publisher: Exempla
      contact: {email: editors@example.org}
      citation: {style: apa, styles: [ieee]}
      bibliography: shared.bib

      """,
      "Content/shared.bib": "@book{shared, title={Shared}, author={Doe, Jo}, year=1999}\n",
      "Content/issues/one/issue.yml": "number: 1\ndate: 2024-06\n",
      "Content/issues/two/issue.yml": "number: 2\ndate: 2024-12\n",
      "Content/pages/about.md": "---\ntitle: About\nmenu: 1\n---\nWe are.\n",
      "Content/announcements/news.md": "---\ntitle: News\ndate: 2024-01-02\n---\nNew.\n",
    ]
    for (index, issue) in ["one", "two", "two", "one", "one"].enumerated() {
      files["Content/issues/\(issue)/a\(index).md"] = article(index, "")
      files["Content/issues/\(issue)/a\(index).bib"] =
        "@book{own\(index), title={Book \(index)}, author={Roe, Al}, year=20\(10 + index)}\n"
    }
    return files
  }()

  private static func article(_ index: Int, _ fields: String) -> String {
    """
    ---
    title: Article \(index)
    authors: [{family: Name\(index % 3), given: Ada}]
    keywords: [word\(index % 2), other]
    abstract: About \(index).
    \(fields)---
    ## Part

    Text [@own\(index)].

    """
  }

  /// A number below another.
  private mutating func number(below end: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((value ^ (value >> 31)) % UInt64(end))
  }

  private mutating func one<Element>(of elements: [Element]) -> Element {
    elements[number(below: elements.count)]
  }

  var isUnlikely: Bool {
    mutating get { number(below: 12) == 0 }
  }

  /// All formats, or those of which each article has a part of its own.
  static func ask(_ options: inout BuildOptions, _ links: LinkForm, all: Bool) {
    options.formats =
      all ? nil : ["html", "bib", "ris", "enw", "csl-json", "sitemap", "manifest"]
    options.links = links
  }

  /// Changes one thing, and says what.
  mutating func edit(_ site: TestSite) throws -> String {
    count += 1
    let files = try contents(of: site)
    let articles = files.filter { $0.contains("/issues/") && $0.hasSuffix(".md") }
    guard let article = articles.isEmpty ? nil : one(of: articles) else {
      try site.write(["Content/issues/one/back.md": Self.article(8, "")])
      return "add back.md"
    }
    let stem = String(article.dropLast(3))
    switch number(below: 26) {
    case 0, 1, 2:
      let line = one(of: [
        "More \(count).", "See [this](\(one(of: articles).split(separator: "/").last ?? "")).",
        "![A mill](mill.png)", "Shared [@shared].", "## Heading \(count)", "Sum $x_\(count)$.",
        "[Up](/issues/)", "[there](#part)", "[Part](a1.md#part)", "<b>Odd",
        "A note.[^1]\n\n[^1]: Note \(count).",
      ])
      try append("\n\(line)\n", to: article, site)
      return "\(article): \(line)"
    case 3, 4: return try replace("title: ", "title: T\(count) ", in: article, site)
    case 5: return try replace("given: Ada", "given: Ada\(count % 3)", in: article, site)
    case 6: return try replace("keywords: [", "keywords: [w\(count % 4), ", in: article, site)
    case 7: return try write("%PDF-1.7 \(count)", to: stem + ".pdf", site)
    case 8: return try write("PNG\(count % 3)", to: folder(of: article) + "mill.png", site)
    case 9:
      return try write(
        Self.article(count, "type: essay\n"), to: folder(of: article) + "n\(count).md", site)
    case 10:
      let slug = stem.split(separator: "/").last ?? ""
      let kind = one(of: ["retraction", "correction", "expression-of-concern"])
      return try write(
        "---\ntitle: Notice\ntype: \(kind)\nabout: \(slug)\ndate: 2025-01-0\(1 + count % 9)\n---\n",
        to: "Content/notices/v\(count).md", site)
    case 11:
      return try write(
        "---\ntitle: Artikel\nlang: de\nabstract: Kurz \(count).\n---\nText auf Deutsch.\n",
        to: stem + ".de.md", site)
    case 12, 13:
      let victim = one(of: files)
      guard !victim.hasSuffix("journal.yml") else { return "nothing" }
      try FileManager.default.removeItem(at: site.folder.appending(path: victim))
      return "remove \(victim)"
    case 14:
      let name = folder(of: article) + "r\(count).md"
      try FileManager.default.moveItem(
        at: site.folder.appending(path: article), to: site.folder.appending(path: name))
      return "rename \(article) to \(name)"
    case 15:
      return try replace(
        "title: ", "title: \(one(of: ["New ", "Old "]))", in: "Content/journal.yml", site)
    case 16:
      let issue = one(of: ["one", "two"])
      return try write(
        "number: \(issue.count)\(count)\ndate: 2024-0\(1 + count % 9)\ntitle: Special \(count)\n",
        to: "Content/issues/\(issue)/issue.yml", site)
    case 17:
      return try write(
        "---\ntitle: Page \(count % 5)\n---\n[Article](../\(article.dropFirst(8)))\n",
        to: "Content/pages/p\(count % 5).md", site)
    case 18:
      return try write(
        "---\ntitle: Said \(count)\ndate: 2024-02-1\(count % 9)\n---\nIt is.\n",
        to: "Content/announcements/s\(count % 3).md", site)
    case 19:
      return try write(
        "<p>Foot \(count)</p>\n", to: "Templates/partials/own\(count % 2).mustache", site)
    case 20: return try damage(site)
    case 21: return try append("% \(count)\n", to: "Content/shared.bib", site)
    case 22: return try replace("Text ", "Text \(count) ", in: article, site)
    case 23: return try replace("## Part", "## Part \(count % 2)", in: article, site)
    case 24:
      return try append(
        "@book{own\(count), title={T}, author={Poe, E.}, year=2000}\n", to: stem + ".bib", site)
    default:
      // Without the last line of its text.
      let lines = try site.text(article).split(separator: "\n", omittingEmptySubsequences: false)
      return try write(lines.dropLast(2).joined(separator: "\n") + "\n", to: article, site)
    }
  }

  /// What happens to a site outside of the program.
  private mutating func damage(_ site: TestSite) throws -> String {
    // By its first page a site without a ledger is known as ours.
    let output = try site.output().keys.filter { $0 != "index.html" }.sorted()
    guard !output.isEmpty else { return "nothing" }
    let path = "Output/" + one(of: output)
    if isUnlikely {
      try? FileManager.default.removeItem(at: site.folder.appending(path: ".fascicle"))
      return "forget"
    }
    if number(below: 2) == 0 {
      try FileManager.default.removeItem(at: site.folder.appending(path: path))
      return "remove \(path)"
    }
    return try write("spoilt \(count)", to: path, site)
  }

  private func contents(of site: TestSite) throws -> [String] {
    let folder = site.folder.appending(path: "Content")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.contains(".") }.map { "Content/" + $0 }.sorted()
  }

  private func folder(of path: String) -> String {
    String(path[...(path.lastIndex(of: "/") ?? path.startIndex)])
  }

  private func write(_ text: String, to path: String, _ site: TestSite) throws -> String {
    try site.write([path: text])
    return "write \(path)"
  }

  @discardableResult
  private func append(_ text: String, to path: String, _ site: TestSite) throws -> String {
    let old = (try? site.text(path)) ?? ""
    return try write(old + text, to: path, site)
  }

  private func replace(
    _ old: String, _ new: String, in path: String, _ site: TestSite
  ) throws -> String {
    try site.write([path: site.text(path).replacingOccurrences(of: old, with: new)])
    return "\(path): \(new)"
  }
}
