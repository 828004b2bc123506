import Bibliography
package import CSL
import JournalModel
package import Reporting

/// The citation processors of a site: each style in each language, compiled once.
struct CitationStyles: Sendable {
  /// What a style is wanted for: articles of the journal, all of one type, or whatever they cite.
  enum Use: Hashable { case articles, references }

  private struct Key: Hashable {
    var style: String
    var language: String
    var use: Use
  }

  fileprivate struct Loaded {
    var style: Style
    /// The title of the style that was asked for, and the language it asks for itself.
    var title: String
    var language: String?
    /// The names of its files.
    var fileNames: [String]
  }

  private var processors: [Key: Processor] = [:]
  private var titles: [String: String] = [:]
  private var noteStyles: Set<String> = []
  /// The names of the files that were looked for, sorted.
  private(set) var fileNames: [String] = []

  /// None.
  init() {}

  /// Loads the styles that a journal asks for; one that cannot be found or read is an error, at the
  /// place that names it.
  init(
    for resolved: ResolvedJournal, namedIn names: CitationNames = CitationNames(),
    files: StyleFiles, report: inout Report
  ) async {
    let journal = resolved.journal
    let start = SourceRange(startOf: files.prefix + "journal.yml")
    var wanted: [(name: String, use: Use, range: SourceRange)] = []
    wanted += ([journal.citation.style] + journal.citation.styles).map { ($0, .articles, start) }
    wanted.append((journal.citation.references ?? journal.citation.style, .references, start))
    for article in resolved.allArticles {
      if let style = article.citationStyle { wanted.append((style, .articles, article.range)) }
      if let style = article.referenceStyle { wanted.append((style, .references, article.range)) }
    }
    let places = Dictionary(
      names.styles.map { ($0.value, $0.range) }, uniquingKeysWith: { first, _ in first })
    var uses: [String: Set<Use>] = [:]
    for (name, use, _) in wanted { uses[name, default: []].insert(use) }
    var seen: Set<String> = []
    let asked = wanted.filter { seen.insert($0.name).inserted }
      .map { (name: $0.name, range: places[$0.name] ?? $0.range) }
    let styles = await asked.concurrentMap(into: &report) { style, report in
      Self.style(style.name, at: style.range, files, &report)
    }
    let languages = Self.languages(of: resolved)
    let isOJS = journal.citation.compatibility == .ojs
    let overrides = languages.map { isOJS ? Self.formOfOJS(language: $0.text, &report) : [] }
    var locales = LocaleShelf(files: files)
    var jobs: [(key: Key, style: Style, locales: [Locale], overrides: [Locale])] = []
    for (name, loaded) in zip(asked.map(\.name), styles) {
      guard let loaded else { continue }
      if loaded.style.isNoteStyle { noteStyles.insert(name) }
      titles[name] = Self.shortTitles[name] ?? loaded.title
      fileNames += loaded.fileNames
      for (language, overrides) in zip(languages, overrides) {
        let language = loaded.language ?? language.text
        let locales = locales.locales(
          for: language, isNamed: journal.citation.locale != nil, at: names.locale ?? start,
          &report)
        for use in uses[name] ?? [] {
          let key = Key(style: name, language: language, use: use)
          jobs.append((key, loaded.style, locales, overrides))
        }
      }
    }
    let made = await jobs.concurrentMap(into: &report) { job, _ in
      Processor(
        style: job.style, locales: job.locales, language: job.key.language,
        overrides: job.overrides, type: job.key.use == .articles ? Article.itemType : nil)
    }
    for (job, processor) in zip(jobs, made) { processors[job.key] = processor }
    fileNames = Set(fileNames + locales.fileNames).sorted()
  }

  /// The processor of a style that was found.
  func processor(style: String, language: LanguageTag, for use: Use) -> Processor? {
    processors[Key(style: style, language: language.text, use: use)]
      ?? processors.first { $0.key.style == style && $0.key.use == use }?.value
  }

  /// As readers know the style: "APA".
  func title(of style: String) -> String { titles[style] ?? style }

  /// Whether the style cites in notes.
  func isNoteStyle(_ style: String) -> Bool { noteStyles.contains(style) }

  private static func languages(of resolved: ResolvedJournal) -> [LanguageTag] {
    if let locale = resolved.journal.citation.locale { return [locale] }
    var languages = Set(resolved.journal.languages)
    for article in resolved.allArticles {
      languages.insert(article.language)
      for body in article.bodies { languages.insert(body.language) }
    }
    if languages.contains(where: { $0.direction == .rightToLeft }) {
      languages.insert(resolved.journal.leftToRightLanguage)
    }
    return languages.sorted()
  }

  fileprivate static func style(
    _ name: String, at range: SourceRange, _ files: StyleFiles, _ report: inout Report
  ) -> Loaded? {
    guard let file = files.style(name) else {
      report.add(.styleUnknown(name, among: files.styleNames, range))
      return nil
    }
    guard let style = Style(xml: file.bytes, path: file.path, report: &report) else { return nil }
    guard let parent = style.parent else {
      return Loaded(
        style: style, title: style.title, language: nil,
        fileNames: [StyleFiles.fileName(ofStyle: name)])
    }
    let parentName = parent.split(separator: "/").last.map(String.init) ?? parent
    guard let parentFile = files.style(parentName) else {
      report.add(.styleWithoutParent(name, parent: parentName, range))
      return nil
    }
    guard
      let independent = Style(xml: parentFile.bytes, path: parentFile.path, report: &report)
    else { return nil }
    guard independent.parent == nil else {
      report.add(.styleWithDependentParent(name, parent: parentName, range))
      return nil
    }
    return Loaded(
      style: independent, title: style.title, language: style.defaultLocale,
      fileNames: [name, parentName].map(StyleFiles.fileName(ofStyle:)))
  }

  /// What Open Journal Systems prints differs from every style in two places: full stops and
  /// commas stand after closing quotes, and ranges of pages have a hyphen.
  private static func formOfOJS(language: String, _ report: inout Report) -> [Locale] {
    let xml = """
      <locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="\(language)">
      <style-options punctuation-in-quote="false"/>
      <terms><term name="page-range-delimiter">-</term></terms>
      </locale>
      """
    return [Locale(xml: Array(xml.utf8), path: "ojs.xml", report: &report)].compactMap(\.self)
  }

  /// The names that Open Journal Systems gives its styles.
  private static let shortTitles = [
    "associacao-brasileira-de-normas-tecnicas": "ABNT", "acm-sig-proceedings": "ACM",
    "acs-nano": "ACS Nano", "american-medical-association": "AMA", "apa": "APA",
    "chicago-author-date": "Chicago", "harvard-cite-them-right": "Harvard", "ieee": "IEEE",
    "modern-language-association": "MLA", "turabian-fullnote-bibliography": "Turabian",
    "vancouver": "Vancouver",
  ]
}

/// The names of the citation styles in the folders and of those that the system has.
package func citationStyleNames(in folders: [String]) -> [String] {
  Set(StyleFiles(tree: SourceTree([:]), prefix: "", folders: folders).styleNames).sorted()
}

/// The processor of a style for a language, or nil after a report.
package func citationProcessor(
  style name: String, language: String?, folders: [String], at range: SourceRange,
  report: inout Report
) -> Processor? {
  let files = StyleFiles(tree: SourceTree([:]), prefix: "", folders: folders)
  guard let loaded = CitationStyles.style(name, at: range, files, &report) else { return nil }
  let chosen = language ?? loaded.language ?? loaded.style.defaultLocale ?? "en-US"
  var shelf = LocaleShelf(files: files)
  let locales = shelf.locales(for: chosen, isNamed: language != nil, at: range, &report)
  guard !locales.isEmpty else { return nil }
  return Processor(style: loaded.style, locales: locales, language: chosen)
}

/// The locales read so far.
struct LocaleShelf {
  let files: StyleFiles
  private var locales: [String: Locale?] = [:]
  private var isReported = false
  private var unknown: Set<String> = []

  init(files: StyleFiles) { self.files = files }

  /// The names of the files that were looked for.
  var fileNames: [String] { locales.keys.map(StyleFiles.fileName(ofLocale:)) }

  /// The locales that there are for a language; one that somebody has named must have its own.
  mutating func locales(
    for language: String, isNamed: Bool = false, at range: SourceRange, _ report: inout Report
  ) -> [Locale] {
    let found = Locale.fallbacks(for: language).compactMap { name -> Locale? in
      if let known = locales[name] { return known }
      let locale = files.locale(name).flatMap {
        Locale(xml: $0.bytes, path: $0.path, report: &report)
      }
      locales[name] = .some(locale)
      return locale
    }
    // One that is there and cannot be read has been reported.
    if found.isEmpty, !isReported,
      Locale.fallbacks(for: language).allSatisfy({ files.locale($0) == nil })
    {
      isReported = true
      report.add(.localesMissing(range))
    }
    if isNamed, let best = found.first?.language, !isSame(best, language),
      unknown.insert(language).inserted
    {
      report.add(.localeUnknown(language, used: best, range))
    }
    return found
  }
}

/// Whether two languages differ by the country at most.
private func isSame(_ a: String, _ b: String) -> Bool {
  a.prefix { $0 != "-" } == b.prefix { $0 != "-" }
}

extension Diagnostic {
  fileprivate static func styleUnknown(
    _ name: String, among known: [String], _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "citation-style-unknown",
      "No citation style has the name '\(name)'" + didYouMean(closest(to: name, among: known)),
      at: range,
      hint: known.isEmpty
        ? "Install the package 'citation-style-language-styles'"
        : "Name one that 'fascicle cite --list-styles' prints, or put '\(name).csl' into the folder "
          + "'styles' beside journal.yml")
  }

  fileprivate static func styleWithoutParent(
    _ name: String, parent: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "citation-style-without-parent",
      "Citation style '\(name)' stands for '\(parent)', which cannot be found", at: range,
      hint: "Put '\(parent).csl' beside it")
  }

  fileprivate static func styleWithDependentParent(
    _ name: String, parent: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "citation-style-with-dependent-parent",
      "Citation style '\(name)' stands for '\(parent)', which stands for another itself", at: range,
      hint: "Name an independent style as its parent")
  }

  fileprivate static func localeUnknown(
    _ language: String, used: String, _ range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "citation-locale-unknown",
      "No locale has the language '\(language)'; words and dates are those of '\(used)'", at: range,
      hint: "Name a language such as en-GB, or add a file 'locales-\(language).xml'")
  }

  fileprivate static func localesMissing(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "citation-locales-missing", "No locale of citation styles can be found", at: range,
      hint: "Install the package 'citation-style-language-locales'")
  }
}
