import JournalModel
import Reporting

/// A static page or an announcement: `pages/aims.md`, `announcements/2024-06-30-call.md`.
func readPage(
  _ file: ContentLayout.PageFile, _ tree: SourceTree, language: LanguageTag,
  _ report: inout Report
) -> LoadedPage? {
  guard let bytes = tree.bytes(of: file.path, report: &report) else { return nil }
  let matter = FrontMatter(bytes, path: file.path, report: &report)
  guard matter.isReadable else { return nil }
  var fields = FieldReader(matter.entries, at: matter.range, language: language)
  let given = fields.languageTag("language", "lang", report: &report)?.value
  fields.language = file.suffix ?? given ?? language
  let isUntitled = fields.lacks("title", reporting: Diagnostic.pageTitleMissing)
  let title = isUntitled ? nil : fields.richText("title", report: &report)
  let date = fields.date("date", "published", report: &report)?.value
  let menuOrder = fields.number("menu", "order", report: &report)?.value
  fields.finish(unknown: .warning, in: "a page", report: &report)
  guard let title else { return nil }
  var kind = StaticPage.Kind.page
  if file.isAnnouncement {
    guard let date = date ?? CalendarDate(written: String(file.slug.prefix(10))) else {
      report.add(.announcementDateMissing(at: matter.range))
      return nil
    }
    kind = .announcement(date: date)
  }
  return LoadedPage(
    kind: kind, slug: file.slug, suffix: file.suffix, language: fields.language, title: title,
    body: Article.Body(path: file.path, offset: matter.bodyOffset), menuOrder: menuOrder,
    range: matter.range)
}

extension Diagnostic {
  fileprivate static func pageTitleMissing(at range: SourceRange) -> Self {
    Self(
      .error, "page-title-missing", "Page has no title", at: range,
      hint: "Write 'title: …' between the lines '---'")
  }

  fileprivate static func announcementDateMissing(at range: SourceRange) -> Self {
    Self(
      .error, "announcement-date-missing", "Announcement has no date", at: range,
      hint: "Add a line 'date: 2024-06-30', or begin the file's name with the date")
  }
}
