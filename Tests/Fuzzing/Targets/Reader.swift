import Bibliography
import CSL
import Import
import JournalModel
import Prose
import Reporting
import Theme

@testable import SitePipeline

/// A reader of something that comes from outside; it also makes something of what it read.
enum Reader: String, CaseIterable {
  case bibtex, ris, endnote, items, style, locale, fields, title, markdown, template, ojs, jats

  func read(_ bytes: [UInt8], _ report: inout Report) {
    switch self {
    case .bibtex: Self.bibTeX(bytes, &report)
    case .ris: Self.ris(bytes, &report)
    case .endnote: Self.endNote(bytes, &report)
    case .items: Self.items(bytes, &report)
    case .style: Self.style(bytes, &report)
    case .locale: Self.locale(bytes, &report)
    case .fields: Self.fields(bytes, &report)
    case .title: Self.title(bytes, &report)
    case .markdown: Self.markdown(bytes, &report)
    case .template: Self.template(bytes, &report)
    case .ojs: Self.ojs(bytes, &report)
    case .jats: Self.jats(bytes, &report)
    }
  }
}

extension Reader {
  private static func bibTeX(_ bytes: [UInt8], _ report: inout Report) {
    write(Item.readBibTeX(bytes, path: "a.bib", report: &report))
  }

  private static func ris(_ bytes: [UInt8], _ report: inout Report) {
    write(Item.readRIS(bytes, path: "a.ris", report: &report))
  }

  private static func endNote(_ bytes: [UInt8], _ report: inout Report) {
    write(Item.readEndNoteXML(bytes, path: "a.xml", report: &report))
  }

  /// CSL-JSON, formatted in a style that uses most of the specification.
  private static func items(_ bytes: [UInt8], _ report: inout Report) {
    let items = Item.readCSLJSON(bytes, path: "a.json", report: &report)
    write(items)
    format(items, in: SampleStyle.processor)
  }

  private static func style(_ bytes: [UInt8], _ report: inout Report) {
    guard let style = Style(xml: bytes, path: "a.csl", report: &report) else { return }
    format(
      SampleStyle.items, in: Processor(style: style, locales: SampleStyle.locales, language: nil))
  }

  private static func locale(_ bytes: [UInt8], _ report: inout Report) {
    guard let locale = Locale(xml: bytes, path: "a.xml", report: &report),
      let style = SampleStyle.style
    else { return }
    format(
      SampleStyle.items, in: Processor(style: style, locales: [locale], language: locale.language))
  }

  /// YAML as journal, as issue and as front matter of an article.
  private static func fields(_ bytes: [UInt8], _ report: inout Report) {
    let tree = SourceTree(bytes: ["journal.yml": bytes, "issues/1/issue.yml": bytes, "a.md": bytes])
    _ = readJournal("journal.yml", tree, &report)
    _ = readIssue(
      .init(folder: "1", path: "issues/1/issue.yml"), tree, language: .english, &report)
    _ = readArticle(
      .init(slug: "a", issueFolder: nil, path: "a.md", suffix: nil, stem: "a", ownFolder: nil),
      tree, language: .english, &report)
  }

  /// A short text with markup of its own, as titles, keywords and names of institutions are.
  private static func title(_ bytes: [UInt8], _ report: inout Report) {
    let text = Located(
      String(decoding: bytes, as: UTF8.self), at: SourceRange(path: "a.md", bytes: bytes.indices))
    let title = RichText(markdown: text, &report)
    precondition(title.runs.allSatisfy { !$0.text.isEmpty } || bytes.isEmpty, "an empty run")
    _ = (title.html, title.plain)
  }

  private static func markdown(_ bytes: [UInt8], _ report: inout Report) {
    let document = Document(reading: bytes, path: "a.md", report: &report)
    _ = document.html()
    _ = document.outline
  }

  /// In place of the template of a page, whose names and partials it may use; the others are not
  /// compiled anew for each input.
  private static func template(_ bytes: [UInt8], _ report: inout Report) {
    var syntax = themeTemplates
    syntax["article"] = TemplateSyntax(bytes, path: "Templates/article.mustache", report: &report)
    var compiler = TemplateCompiler(syntax: syntax, names: Set(themeTemplates.keys))
    _ = compiler.template(
      "article", PageRecord.scopes + [.init(record: PageKind.article.record)], &report)
  }

  private static let themeTemplates: [String: TemplateSyntax] = {
    var report = Report()
    var syntax: [String: TemplateSyntax] = [:]
    for (name, bytes) in Theme.templates {
      syntax[name] = TemplateSyntax(bytes, path: "(theme)/\(name).mustache", report: &report)
    }
    return syntax
  }()

  private static func ojs(_ bytes: [UInt8], _ report: inout Report) {
    _ = contentFiles(
      fromOJS: bytes, path: "a.xml", options: OJSImportOptions(oldURL: "https://a.example/j"),
      report: &report)
  }

  private static func jats(_ bytes: [UInt8], _ report: inout Report) {
    _ = contentFiles(
      fromJATS: bytes, path: "a.xml", folder: "issues/1/", resource: { _ in nil }, report: &report)
  }

  private static func write(_ items: [Item]) {
    precondition(Set(items.map(\.id)).count == items.count, "a key stands twice")
    _ = Item.writeBibTeX(items)
    _ = Item.writeRIS(items)
    _ = Item.writeEndNote(items)
    _ = Item.writeCSLJSON(items)
  }

  private static func format(_ items: [Item], in processor: Processor?) {
    guard let processor else { return }
    let citations = [
      Citation(cites: items.map { Cite(id: $0.id, locator: Locator(.page, "1-2")) }),
      Citation(cites: items.prefix(1).map { Cite(id: $0.id, form: .composite) }, noteNumber: 2),
    ]
    let formatted = processor.format(
      CitedDocument(items: items, citations: citations, includesUncited: true))
    for citation in formatted.citations { _ = (citation.html, citation.plain) }
    for entry in formatted.bibliography { _ = (entry.text.html, entry.text.plain) }
  }
}
