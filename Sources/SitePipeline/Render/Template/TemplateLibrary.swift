import Reporting
import Theme

/// The templates of a site: those of the theme, some replaced by the site's own.
struct TemplateLibrary: Sendable {
  private let templates: [PageKind: Template]

  /// Reads and checks all templates: each page's against the records it is printed with.
  ///
  /// Of the site's own, one with the name of a theme's replaces it. When one has an error, which is
  /// reported, those of the theme stand in, so that the texts are looked at all the same.
  init(own: [(path: String, bytes: [UInt8])], report: inout Report) {
    var found = Report()
    var templates = Self.compile(own, &found)
    if found.hasErrors {
      var ofTheme = Report()
      templates = Self.compile([], &ofTheme)
    }
    report.merge(found)
    self.templates = templates
  }

  private static func compile(
    _ own: [(path: String, bytes: [UInt8])], _ found: inout Report
  ) -> [PageKind: Template] {
    var sources: [String: (path: String, bytes: [UInt8])] = [:]
    for (name, bytes) in Theme.templates {
      sources[name] = ("(theme)/\(name).mustache", bytes)
    }
    let themeNames = Set(sources.keys)
    var ownPaths: [String: String] = [:]
    for (path, bytes) in own {
      let name = name(ofPath: path)
      if let other = ownPaths[name] {
        found.add(.repeated(name, path, other: other))
        continue
      }
      ownPaths[name] = path
      sources[name] = (path, bytes)
    }
    var syntax: [String: TemplateSyntax] = [:]
    for (name, source) in sources.sorted(by: { $0.key < $1.key })
    where TextFile.isValid(source.bytes, path: source.path, report: &found) {
      syntax[name] = TemplateSyntax(source.bytes, path: source.path, report: &found)
    }
    var compiler = TemplateCompiler(syntax: syntax, names: Set(sources.keys))
    var templates: [PageKind: Template] = [:]
    for kind in PageKind.allCases {
      templates[kind] = compiler.template(
        kind.rawValue, PageRecord.scopes + [.init(record: kind.record)], &found)
    }
    for (path, _) in own where !compiler.used.contains(name(ofPath: path)) {
      found.add(.unused(path, among: themeNames.sorted()))
    }
    return templates
  }

  /// The finished page.
  func render(_ page: PageRecord, _ content: some TemplateRecord, as kind: PageKind) -> [UInt8] {
    guard let template = templates[kind] else {
      preconditionFailure("template '\(kind.rawValue)' was checked and is gone")
    }
    return TemplateWriter(template, [page.page, page.words], content).output
  }

  private static func name(ofPath path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.prefix { $0 != "." })
  }
}

extension Diagnostic {
  fileprivate static func repeated(_ name: String, _ path: String, other: String) -> Diagnostic {
    Diagnostic(
      .error, "template-repeated", "'\(other)' is the template '\(name)' too",
      at: SourceRange(startOf: path), hint: "Keep one of them")
  }

  fileprivate static func unused(_ path: String, among known: [String]) -> Diagnostic {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let guess = closest(to: String(name.prefix { $0 != "." }), among: known)
    return Diagnostic(
      .warning, "template-unused",
      "No page takes in '\(name)'" + didYouMean(guess.map { $0 + ".mustache" }),
      at: SourceRange(startOf: path),
      hint: "Give it the name of the template that it replaces")
  }
}
