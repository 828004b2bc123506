import Foundation
import JournalModel
import Reporting

/// The front matter and body of an article, and its files.
struct OJSArticleRecord {
  private let article: OJSArticle
  /// What its files are called; that of an older version ends in its number: `signal.v1`.
  private let slug: String
  private let isOlder: Bool
  private var galleys: [YAMLValue] = []
  private var supplements: [YAMLValue] = []
  /// The text of an HTML galley in the article's language.
  private var text = ""
  /// The languages of its texts; that of the article is empty.
  private var texts: Set<String> = []
  private var imageNames = Slugs()
  /// The names of images by their endings and contents: translations show the same ones.
  private var imagesByContent: [String: [ArraySlice<UInt8>: String]] = [:]

  init(_ article: OJSArticle, slug: String, isOlder: Bool = false) {
    self.article = article
    self.slug = slug
    self.isOlder = isOlder
  }

  /// The text, and the references as a list, as they were.
  func body(report: inout Report) -> String {
    let (text, hasAddress) = withoutMailAddresses(text)
    if hasAddress { report.add(.ojsMailAddress(in: "text", at: article.range)) }
    let body = text.isEmpty ? "" : "\n" + text + "\n"
    guard !article.references.isEmpty, !text.contains("## References") else { return body }
    let items = Self.unnumbered(article.references).enumerated().map { index, reference in
      "\(index + 1). " + MarkdownText.reference(reference)
    }
    return body + "\n## References\n\n" + items.joined(separator: "\n") + "\n"
  }

  /// References without the number that each of them begins with: the list has its own.
  private static func unnumbered(_ references: [String]) -> [String] {
    let stripped = references.enumerated().compactMap { index, text -> String? in
      for label in ["\(index + 1). ", "[\(index + 1)] ", "\(index + 1)) "]
      where text.hasPrefix(label) {
        return String(text.dropFirst(label.count))
      }
      return nil
    }
    return references.count > 1 && stripped.count == references.count ? stripped : references
  }

  func pairs(report: inout Report) -> [YAMLValue.Pair] {
    var pairs: [YAMLValue.Pair] = []
    func add(_ key: String, _ value: YAMLValue?) {
      if let value { pairs.append(.init(key, value)) }
    }
    add("title", article.title.value(MarkdownText.title))
    add("subtitle", article.subtitle.value(MarkdownText.title))
    add("language", LanguageTag(ojsLocale: article.locale).map { .text($0.text) })
    if !article.authors.isEmpty {
      add("authors", .list(article.authors.map { author($0, report: &report) }))
    }
    add("abstract", markdownValue(article.abstract, "abstract", report: &report))
    add("keywords", keywords)
    add("section", article.section.map(YAMLValue.text))
    if let pages = checkedPages(article.pages, at: article.range, report: &report) {
      pairs.append(pages)
    }
    add("doi", checkedDOI(article.doi, at: article.range, report: &report))
    add("date", checkedDate(article.datePublished, at: article.range, report: &report))
    if let submitted = checkedDate(article.dateSubmitted, at: article.range, report: &report) {
      add("dates", .map([.init("submitted", submitted)]))
    }
    add("license", checkedLicence(article.licence, at: article.range, report: &report))
    add("copyright", copyright)
    if !article.agencies.isEmpty {
      add("funding", .list(article.agencies.map { .map([.init("funder", .text($0))]) }))
    }
    // The number of an older version stands in the name of its file.
    if !article.olderVersions.isEmpty {
      add("version", article.versionNumber.map { .text(String($0)) })
    }
    if !supplements.isEmpty { add("supplements", .list(supplements)) }
    add("legacy", legacy)
    var unplaced = article.unplaced
    if article.authors.contains(where: { $0.country != nil && $0.affiliations.isEmpty }) {
      unplaced.append(OJSUnplacedField(name: "country", owner: "an author"))
    }
    report.add(leftOut: unplaced, at: article.range)
    return pairs
  }

  private func markdownValue(
    _ text: OJSText, _ name: String, report: inout Report
  ) -> YAMLValue? {
    var found = false
    let value = text.value { html in
      let (text, hasAddress) = withoutMailAddresses(markdown(fromHTML: html))
      found = found || hasAddress
      return text
    }
    if found { report.add(.ojsMailAddress(in: name, at: article.range)) }
    return value
  }

  private var copyright: YAMLValue? {
    guard let holder = article.copyrightHolder.text(for: article.locale) else { return nil }
    let year = article.copyrightYear.flatMap { Int($0) == nil ? nil : $0 }
    return .map(
      [.init("holder", .text(holder))] + (year.map { [.init("year", .text($0))] } ?? []))
  }

  private var keywords: YAMLValue? {
    let lists = article.keywords.map { (LanguageTag(ojsLocale: $0.locale)?.text, $0.words) }
    guard lists.count > 1 else {
      return lists.first.map { .list($0.1.map(YAMLValue.text)) }
    }
    var pairs: [YAMLValue.Pair] = []
    for (language, words) in lists {
      let key = language ?? "en"
      if !pairs.contains(where: { $0.key == key }) {
        pairs.append(.init(key, .list(words.map(YAMLValue.text))))
      }
    }
    return .map(pairs)
  }

  private var legacy: YAMLValue? {
    guard let id = article.id ?? article.urlPath else { return nil }
    var pairs: [YAMLValue.Pair] = [.init("ojs-id", .text(id))]
    if let path = article.urlPath, path != id { pairs.append(.init("url-path", .text(path))) }
    if !article.versions.isEmpty {
      pairs.append(.init("versions", .list(article.versions.map(YAMLValue.text))))
    }
    if !galleys.isEmpty { pairs.append(.init("galleys", .list(galleys))) }
    return .map(pairs)
  }

  // MARK: Authors

  private func author(_ author: OJSAuthor, report: inout Report) -> YAMLValue {
    var pairs: [YAMLValue.Pair] = name(of: author, in: article.locale) ?? []
    if pairs.isEmpty {
      report.add(.ojsAuthorUnnamed(at: article.range))
      pairs.append(.init("literal", .text("Unnamed author")))
    }
    var others: [YAMLValue.Pair] = []
    let own = LanguageTag(ojsLocale: article.locale)
    for locale in (author.given.entries + author.family.entries).map(\.locale) {
      guard let language = LanguageTag(ojsLocale: locale), language != own,
        !others.contains(where: { $0.key == language.text }),
        let name = name(of: author, in: locale), name != pairs
      else { continue }
      others.append(.init(language.text, .map(name)))
    }
    if !others.isEmpty { pairs.append(.init("alternate-names", .map(others))) }
    if let orcid = checkedORCID(author.orcid, at: article.range, report: &report) {
      pairs.append(.init("orcid", orcid))
    }
    let affiliations = author.affiliations.compactMap { affiliation -> YAMLValue? in
      guard let name = affiliation.name.value({ markdown(fromHTML: $0) }) else { return nil }
      var pairs: [YAMLValue.Pair] = [.init("name", name)]
      if let country = author.country { pairs.append(.init("country", .text(country))) }
      if let ror = checkedROR(affiliation.ror, at: article.range, report: &report) {
        pairs.append(.init("ror", ror))
      }
      return .map(pairs)
    }
    if !affiliations.isEmpty { pairs.append(.init("affiliations", .list(affiliations))) }
    if let group = author.group?.lowercased(), ["translator", "editor"].contains(group) {
      pairs.append(.init("roles", .list([.text(group)])))
    }
    if let biography = markdownValue(author.biography, "biography", report: &report) {
      pairs.append(.init("biography", biography))
    }
    if author.isPrimaryContact { pairs.append(.init("corresponding", .text("yes"))) }
    return .map(pairs)
  }

  private func name(of author: OJSAuthor, in locale: String) -> [YAMLValue.Pair]? {
    let family = author.family.text(for: locale)
    let given = author.given.text(for: locale)
    switch (given, family) {
    case (let given?, let family?):
      return [.init("given", .text(given)), .init("family", .text(family))]
    case (let name?, nil), (nil, let name?):
      // OJS allows a given name alone; such a name is never inverted.
      return [.init("literal", .text(name))]
    case (nil, nil): return author.preferred.text(for: locale).map { [.init("literal", .text($0))] }
    }
  }

  // MARK: Files

  /// The files of galleys and supplements, named after the article.
  mutating func takeFiles(folder: String, report: inout Report) -> [ContentFile] {
    var files: [ContentFile] = []
    var names: Set<String> = []
    for galley in article.galleys {
      var address = oldAddress(of: galley)
      if let file = galley.file, let base64 = file.base64 {
        if file.ending == ".html" {
          take(html: base64, galley, into: &files, folder: folder, report: &report)
        } else {
          let isWhole = Self.wholeTexts.contains(file.ending) && !file.isSupplementary
          let name = name(of: galley, file)
          if isWhole, names.insert(name).inserted {
            files.append(ContentFile(path: folder + name, .base64(base64)))
            address.append(.init("file", .text(nameBesidePage(name))))
          } else {
            let name = takeSupplement(galley, file, base64, into: &files, folder: folder)
            address.append(.init("file", .text(name)))
          }
        }
      } else if let remote = galley.remote {
        let title: YAMLValue = .text(galley.label.nilWhenEmpty ?? remote)
        supplements.append(.map([.init("title", title), .init("url", .text(remote))]))
      } else {
        report.add(.ojsFileMissing(galley.label, at: galley.file?.range ?? article.range))
      }
      if galley.id != nil { galleys.append(.map(address)) }
    }
    galleys += article.formerGalleys.filter { $0.id != nil }.map { .map(oldAddress(of: $0)) }
    for galley in article.supplements {
      guard let file = galley.file, let base64 = file.base64 else {
        report.add(.ojsFileMissing(galley.label, at: galley.file?.range ?? article.range))
        continue
      }
      let name = takeSupplement(galley, file, base64, into: &files, folder: folder)
      if galley.id != nil {
        galleys.append(.map(oldAddress(of: galley) + [.init("file", .text(name))]))
      }
    }
    return files
  }

  /// The forms in which a whole article is offered; what is in another is a supplement.
  private static let wholeTexts: Set<String> = [
    ".pdf", ".epub", ".docx", ".odt", ".mp3", ".m4a", ".ogg", ".mp4", ".webm",
  ]

  /// `slug.pdf`; with its language where that differs from the article's.
  private func name(of galley: OJSGalley, _ file: OJSFile) -> String {
    let language = LanguageTag(ojsLocale: galley.locale)?.text
    let own = LanguageTag(ojsLocale: article.locale)?.text
    let suffix = language == own || language == nil ? "" : ".\(language ?? "")"
    return slug + suffix + file.ending
  }

  /// The files of an older version stand beside its page with the number after a hyphen.
  private func nameBesidePage(_ name: String) -> String {
    guard isOlder, let point = slug.lastIndex(of: ".") else { return name }
    return slug[..<point] + "-" + slug[point...].dropFirst() + name.dropFirst(slug.count)
  }

  private mutating func takeSupplement(
    _ galley: OJSGalley, _ file: OJSFile, _ base64: ArraySlice<UInt8>,
    into files: inout [ContentFile], folder: String
  ) -> String {
    let title = galley.title.value() ?? .text(galley.label.nilWhenEmpty ?? "Supplement")
    let name = "\(slug)-supplement-\(supplements.count + 1)\(file.ending)"
    files.append(ContentFile(path: folder + name, .base64(base64)))
    supplements.append(.map([.init("title", title), .init("file", .text(name))]))
    return name
  }

  /// An HTML galley becomes the text of the article, or that of a translation; its scripts and
  /// styles stay behind.
  private mutating func take(
    html base64: ArraySlice<UInt8>, _ galley: OJSGalley, into files: inout [ContentFile],
    folder: String, report: inout Report
  ) {
    let images = takeImages(of: galley, into: &files, folder: folder)
    let html = String(decoding: decodedBase64(base64), as: UTF8.self)
    var missing: Set<String> = []
    let markdown = markdown(fromHTML: html) { source in
      let name = source.split(separator: "/").last.map(String.init) ?? ""
      let image = images[name] ?? name.removingPercentEncoding.flatMap { images[$0] }
      if image == nil, missing.insert(source).inserted {
        report.add(.ojsImageMissing(source, at: galley.file?.range ?? article.range))
      }
      return image
    }
    let language = LanguageTag(ojsLocale: galley.locale)
    let isOwn = language == nil || language == LanguageTag(ojsLocale: article.locale)
    guard texts.insert(isOwn ? "" : language?.text ?? "").inserted else {
      report.add(.ojsTextDoubled(galley.label, at: galley.file?.range ?? article.range))
      return
    }
    if isOwn {
      text = markdown
    } else if let language {
      let (text, hasAddress) = withoutMailAddresses(markdown)
      if hasAddress { report.add(.ojsMailAddress(in: "text", at: article.range)) }
      files.append(
        ContentFile(
          path: "\(folder)\(slug).\(language.text).md",
          text: "---\nlanguage: \(language.text)\n---\n\n\(text)\n"))
    }
  }

  /// The files that an HTML galley shows, and their new names by the old ones.
  private mutating func takeImages(
    of galley: OJSGalley, into files: inout [ContentFile], folder: String
  ) -> [String: String] {
    var images: [String: String] = [:]
    for file in galley.dependents where images[file.name] == nil {
      guard let base64 = file.base64, file.ending != ".css", file.ending != ".js" else { continue }
      if let known = imagesByContent[file.ending]?[base64] {
        images[file.name] = known
        continue
      }
      let stem = file.name.split(separator: ".").dropLast().joined(separator: "-")
      let name = imageNames.slug(for: stem.nilWhenEmpty ?? file.name, otherwise: "image")
      images[file.name] = "\(slug)-\(name)\(file.ending)"
      imagesByContent[file.ending, default: [:]][base64] = "\(slug)-\(name)\(file.ending)"
      files.append(ContentFile(path: "\(folder)\(slug)-\(name)\(file.ending)", .base64(base64)))
    }
    return images
  }
}

extension Diagnostic {
  fileprivate static func ojsAuthorUnnamed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-author-unnamed", "Author of this article has no name in the export",
      at: range, hint: "Write the name into the article's front matter")
  }

  fileprivate static func ojsFileMissing(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-file-missing", "File of '\(label)' is not in the export", at: range,
      hint: "Download it from the old site and put it beside the article")
  }

  fileprivate static func ojsImageMissing(_ source: String, at range: SourceRange) -> Diagnostic {
    // An image may stand in the address itself.
    let name = source.count > 80 ? source.prefix(80) + "…" : source[...]
    return Diagnostic(
      .warning, "ojs-image-missing", "Image '\(name)' of the HTML text is not in the export",
      at: range, hint: "Download it from the old site and put it into the text")
  }

  fileprivate static func ojsTextDoubled(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-text-doubled", "'\(label)' is another HTML text in its language, and left out",
      at: range, hint: "Put it beside the article as a supplement, if it says something else")
  }

  fileprivate static func ojsMailAddress(in field: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "ojs-mail-address", "E-mail address in the \(field) is left out", at: range,
      hint: "Write it into the text, if readers should have it")
  }
}
