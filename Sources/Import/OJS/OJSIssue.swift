import JournalModel
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

/// How an issue is named: volume, number, year and title.
struct OJSIdentification: Sendable, Hashable {
  var volume: String?
  var number: String?
  var year: String?

  var isEmpty: Bool { volume == nil && number == nil && year == nil }
}

/// An issue as one of the releases of OJS exports it.
struct OJSIssue: Sendable {
  var id: String?
  var urlPath: String?
  var isPublished = true
  /// Whether readers had to pay for it.
  var isClosed = false
  var doi: String?
  var identification = OJSIdentification()
  var title = OJSText()
  var description = OJSText()
  var datePublished: String?
  var sections: [OJSSection] = []
  var covers: [OJSFile] = []
  var galleys: [OJSGalley] = []
  var articles: [OJSArticle] = []
  var unplaced: [OJSUnplacedField] = []
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
  /// Of its issue, where the export holds articles without their issues.
  var identification = OJSIdentification()
  var locale = ""
  var doi: String?
  var section: String?
  var place: Int?
  var title = OJSText()
  var subtitle = OJSText()
  var abstract = OJSText()
  var keywords: [(locale: String, words: [String])] = []
  /// The supporting agencies, by name.
  var agencies: [String] = []
  var authors: [OJSAuthor] = []
  var pages: String?
  var dateSubmitted: String?
  var datePublished: String?
  var licence: String?
  var copyrightHolder = OJSText()
  var copyrightYear: String?
  /// As text, one each.
  var references: [String] = []
  var covers: [OJSFile] = []
  var galleys: [OJSGalley] = []
  /// The versions that were published before this one, the oldest first, each as an article whose
  /// `versions` hold its own id.
  var olderVersions: [OJSArticle] = []
  /// What this version is called among the others; nil where the export does not number them.
  var versionNumber: Int?
  /// Of versions that were never published: only their addresses live on.
  var formerGalleys: [OJSGalley] = []
  var supplements: [OJSGalley] = []
  var unplaced: [OJSUnplacedField] = []
  var range: SourceRange
}

struct OJSAuthor: Sendable {
  struct Affiliation: Sendable {
    var name: OJSText
    var ror: String?
  }

  var given = OJSText()
  var family = OJSText()
  /// A name as the author wants it shown, where it is not given and family name.
  var preferred = OJSText()
  var affiliations: [Affiliation] = []
  var country: String?
  var orcid: String?
  var biography = OJSText()
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
  var place: Int?
  var file: OJSFile?
  /// The address of a galley that lies elsewhere.
  var remote: String?
  /// The id of the file, the last part of old download addresses.
  var fileID: String?
  /// The files that an HTML galley shows, such as its pictures.
  var dependents: [OJSFile] = []
}

struct OJSFile: Sendable {
  var name: String
  /// As the export gives it beside the name, which may lack one.
  var fileExtension: String?
  var mediaType: String?
  /// As embedded, in base64; absent when the export only names the file.
  var base64: ArraySlice<UInt8>?
  var alternative = OJSText()
  /// Whether it is data or an appendix and no form of the article.
  var isSupplementary = false
  var range: SourceRange

  /// The ending of its name with the stop, in lower case; by media type where the name has none.
  var ending: String {
    for candidate in [name.split(separator: ".").dropFirst().last.map(String.init), fileExtension] {
      guard let ending = candidate?.lowercased(), (1...5).contains(ending.count),
        ending.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
      else { continue }
      return "." + (ending == "htm" ? "html" : ending == "jpeg" ? "jpg" : ending)
    }
    return switch mediaType {
    case "application/pdf": ".pdf"
    case "text/html": ".html"
    case "application/epub+zip": ".epub"
    case "application/xml", "text/xml": ".xml"
    case "image/jpeg": ".jpg"
    case "image/png": ".png"
    default: ".bin"
    }
  }
}

extension OJSText {
  /// A plain text where there is one language, else one for each; `transform` makes the text.
  func value(_ transform: (String) -> String = { $0 }) -> YAMLValue? {
    let known = entries.map { (LanguageTag(ojsLocale: $0.locale)?.text ?? "", transform($0.text)) }
      .filter { !$0.1.isEmpty }
    switch known.count {
    case 0: return nil
    case 1: return .text(known[0].1)
    default:
      var pairs: [YAMLValue.Pair] = []
      for (language, text) in known where !pairs.contains(where: { $0.key == language }) {
        pairs.append(.init(language.nilWhenEmpty ?? "en", .text(text)))
      }
      return pairs.count == 1 ? pairs[0].value : .map(pairs)
    }
  }
}
