import Mustache
import Reporting
import Theme

/// The templates of a site: those of the theme, some replaced by the site's own.
///
/// The only place that knows which program prints them.
struct TemplateLibrary: Sendable {
  private let library: MustacheLibrary

  /// Reads and checks all templates: each page's against the records it is printed with.
  ///
  /// Of the site's own, one with the name of a theme's replaces it. Nil when one has an error,
  /// which has been reported.
  init?(own: [(path: String, bytes: [UInt8])], report: inout Report) {
    var sources: [String: (path: String, bytes: [UInt8])] = [:]
    for (name, bytes) in Theme.templates {
      sources[name] = ("(theme)/\(name).mustache", bytes)
    }
    let themeNames = Set(sources.keys)
    for (path, bytes) in own { sources[Self.name(ofPath: path)] = (path, bytes) }
    var found = Report()
    var syntax: [String: TemplateSyntax] = [:]
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      syntax[name] = TemplateSyntax(source.bytes, path: source.path, report: &found)
    }
    var check = TemplateCheck(syntax: syntax, paths: sources.mapValues(\.path))
    for kind in PageKind.allCases {
      check.check(kind.rawValue, records: [PageRecord.self, kind.record], &found)
    }
    for (path, _) in own where !check.used.contains(Self.name(ofPath: path)) {
      found.add(.unused(path, among: themeNames.sorted()))
    }
    report.merge(found)
    guard !found.hasErrors else { return nil }
    MustacheContentTypes.register(EscapedHTML(), named: "PAGE")
    var templates: [String: MustacheTemplate] = [:]
    for (name, source) in sources {
      do {
        templates[name] = try MustacheTemplate(
          string: "{{% CONTENT_TYPE:PAGE}}\n" + String(decoding: source.bytes, as: UTF8.self))
      } catch {
        report.add(.unreadable(source.path, reason: "\(error)"))
        return nil
      }
    }
    library = MustacheLibrary(templates: templates)
  }

  /// The finished page.
  func render(_ page: PageRecord, _ content: some TemplateRecord, as kind: PageKind) -> [UInt8] {
    let page = PrintedPage(page: PrintedRecord(page), content: PrintedRecord(content))
    guard let text = library.render(page, withTemplate: kind.rawValue) else {
      preconditionFailure("template '\(kind.rawValue)' was checked and is gone")
    }
    return Array(text.utf8)
  }

  private static func name(ofPath path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.prefix { $0 != "." })
  }
}

/// The context of a whole page: what its content does not know, the page knows.
private struct PrintedPage: MustacheParent {
  let page: PrintedRecord
  let content: PrintedRecord

  func child(named name: String) -> Any? {
    content.child(named: name) ?? page.child(named: name)
  }
}

/// A record as the library asks for it.
private struct PrintedRecord: MustacheParent {
  let record: any TemplateRecord

  init(_ record: any TemplateRecord) { self.record = record }

  func child(named name: String) -> Any? {
    switch record.value(of: name) {
    case nil: nil
    case .text(let text), .html(let text): PrintedText(renderText: text)
    case .flag(let flag): flag
    case .record(let record): PrintedRecord(record)
    case .list(let records): records.map { PrintedRecord($0) }
    case .nothing: PrintedNothing()
    }
  }
}

/// Text, which has no names in it.
private struct PrintedText: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  var isNull: Bool { false }

  func child(named: String) -> Any? { nil }
}

/// Stands for a name without a value, so that the same name is not looked up further out.
private struct PrintedNothing: MustacheCustomRenderable, MustacheParent {
  var renderText: String { "" }
  var isNull: Bool { true }

  func child(named: String) -> Any? { nil }
}

/// Text escaped for HTML by its bytes.
private struct EscapedHTML: MustacheContentType {
  func escapeText(_ text: String) -> String { HTML.escaped(text) }
}

extension Diagnostic {
  fileprivate static func unused(_ path: String, among known: [String]) -> Diagnostic {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let guess = closest(to: String(name.prefix { $0 != "." }), among: known)
    return Diagnostic(
      .warning, "template-unused",
      "No page takes in '\(name)'" + (guess.map { "; did you mean '\($0).mustache'" } ?? ""),
      at: SourceRange(startOf: path),
      hint: "Give it the name of the template that it replaces")
  }

  fileprivate static func unreadable(_ path: String, reason: String) -> Diagnostic {
    Diagnostic(
      .error, "template-unreadable", "Template cannot be read: \(reason)",
      at: SourceRange(startOf: path))
  }
}
