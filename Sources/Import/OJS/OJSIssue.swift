import Reporting

/// A text of an export in its languages, in file order; tags are as the export writes them.
struct OJSText: Sendable {
  struct Entry: Sendable {
    /// A locale of OJS, such as `en_US` or `fr_CA`; empty where the export names none.
    var locale: String
    var text: String
  }

  var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  /// The text in a locale, else in the same language, else the first.
  func text(for locale: String) -> String? {
    let language = locale.prefix(2)
    return
      (entries.first { $0.locale == locale } ?? entries.first { $0.locale.hasPrefix(language) }
      ?? entries.first)?.text
  }
}

/// An issue as one of the releases of OJS exports it.
struct OJSIssue: Sendable {
  var id: String?
  var urlPath: String?
  var isPublished = true
  var doi: String?
  var volume: String?
  var number: String?
  var year: String?
  var title = OJSText()
  var description = OJSText()
  var datePublished: String?
  var sections: [OJSSection] = []
  var covers: [OJSFile] = []
  var galleys: [OJSGalley] = []
  var articles: [OJSArticle] = []
  var range: SourceRange
}

struct OJSSection: Sendable {
  var reference: String
  var title = OJSText()
  var place: Int
}

/// An article in the version that is current.
struct OJSArticle: Sendable {
  var id: String?
  var urlPath: String?
  /// The ids of all its versions, for their old addresses.
  var versions: [String] = []
  var isPublished = true
  var locale = ""
  var doi: String?
  var section: String?
  var place: Int?
  var title = OJSText()
  var subtitle = OJSText()
  var abstract = OJSText()
  var keywords: [(locale: String, words: [String])] = []
  var authors: [OJSAuthor] = []
  var pages: String?
  var dateSubmitted: String?
  var datePublished: String?
  var licence: String?
  var copyrightHolder = OJSText()
  var copyrightYear: String?
  /// As text, one each.
  var references: [String] = []
  var galleys: [OJSGalley] = []
  /// Of versions that are not current: only their addresses live on.
  var formerGalleys: [OJSGalley] = []
  var supplements: [OJSGalley] = []
  var range: SourceRange
}

struct OJSAuthor: Sendable {
  struct Affiliation: Sendable {
    var name: OJSText
    var ror: String?
  }

  var given = OJSText()
  var family = OJSText()
  var affiliations: [Affiliation] = []
  var country: String?
  var orcid: String?
  /// The group of the author in OJS: "Author", "Translator".
  var group: String?
  var isPrimaryContact = false
}

/// A file in which an article or an issue can be read.
struct OJSGalley: Sendable {
  var id: String?
  var urlPath: String?
  var label: String
  var locale: String
  var title = OJSText()
  var file: OJSFile?
  /// The address of a galley that lies elsewhere.
  var remote: String?
  /// The id of the file, the last part of old download addresses.
  var fileID: String?
}

struct OJSFile: Sendable {
  var name: String
  var mediaType: String?
  /// Absent when the export only names the file.
  var bytes: [UInt8]?
  var alternative: String?
  var range: SourceRange
}
