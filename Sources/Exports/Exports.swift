// Exports turns the finished journal into what machines read.
//
// In come `ResolvedJournal` and, for one article, an `ArticleRecord`: the article with its issue
// and journal and what rendering its page found out (plain abstracts, references as text). Out
// come bytes, or typed tags that a page's head prints. Every export is a pure function in a file
// of its own: `HeadTags` and `JSONLD` stand in pages, `Downloads`, `JATS` and `Site` beside them,
// `Crossref` and `DOAJ` outside the site, since deposits hold addresses of persons. `Check` asks
// of a journal what the readers of these formats ask. Text is escaped in `Writers` alone.

/// A format that `formats:` in `journal.yml` and `--formats` can ask for.
package enum ExportFormat: String, Sendable, Hashable, CaseIterable, Codable {
  case html, bib, ris, enw
  case cslJSON = "csl-json"
  case jats, crossref, doaj, linkset, sitemap, feeds, oai, lockss, opensearch, manifest
}
