import Reporting

/// A field that holds something and has no place in the content: it is named, never dropped in
/// silence.
struct OJSUnplacedField: Sendable, Hashable {
  var name: String
  /// Whose it is, such as "galley 'PDF'"; nil for the article or issue itself.
  var owner: String?
}

extension MarkupElement {
  /// Fields of an article, in all releases, that are read or say nothing to readers.
  private static let placedInArticle: Set<String> = [
    "id", "prefix", "title", "subtitle", "abstract", "keywords", "subjects", "subject", "agencies",
    "sponsor", "indexing", "languages", "authors", "author", "pages", "covers", "cover",
    "permissions", "licenseUrl", "license_url", "copyrightHolder", "copyright_holder",
    "copyrightYear", "copyright_year", "citations", "date_published", "issue_identification",
    "publication", "article_galley", "galley", "htmlgalley", "supplemental_file",
    "submission_file", "artwork_file", "supplementary_file", "open_access",
  ]

  private static let placedInAuthor: Set<String> = [
    "id", "givenname", "firstname", "middlename", "familyname", "lastname", "affiliation",
    "rorAffiliation", "country", "email", "orcid", "biography",
  ]

  private static let placedInGalley: Set<String> = [
    "id", "name", "label", "title", "seq", "submission_file_ref", "remote", "file", "image",
    "issue_file",
  ]

  private static let placedInIssue: Set<String> = [
    "id", "title", "description", "volume", "number", "year", "issue_identification",
    "date_published", "date_notified", "last_modified", "access_date", "open_access", "sections",
    "section", "covers", "cover", "issue_galleys", "articles",
  ]

  private static let placedInSection: Set<String> = ["id", "abbrev", "title", "article"]

  /// Of an article or one of its versions.
  var fieldsWithoutPlaceInArticle: [OJSUnplacedField] {
    var fields = filled(besides: Self.placedInArticle) + identifiers(besides: ["doi"])
    for name in ["indexing", "permissions"] {
      fields += first(name)?.filled(besides: Self.placedInArticle) ?? []
    }
    if isInSeveralWords("copyrightHolder") || isInSeveralWords("copyright_holder")
      || first("permissions")?.isInSeveralWords("copyright_holder") ?? false
    {
      fields.append(OJSUnplacedField(name: "copyright holder in other languages"))
    }
    // Issues have a cover, articles none.
    let covers = elements(named: "cover") + (first("covers")?.elements ?? [])
    if covers.contains(where: { !$0.elements.isEmpty }) {
      fields.append(OJSUnplacedField(name: "cover"))
    }
    let authors = first("authors")?.elements(named: "author") ?? elements(named: "author")
    for author in authors { fields += author.fieldsWithoutPlaceInAuthor }
    for galley in elements {
      switch galley.name {
      case "article_galley", "galley", "htmlgalley":
        fields += galley.fieldsWithoutPlaceInGalley("galley")
      case "supplemental_file": fields += galley.fieldsWithoutPlaceInGalley("supplement")
      default: break
      }
    }
    return fields
  }

  /// Of an issue, its sections and its galleys.
  var fieldsWithoutPlaceInIssue: [OJSUnplacedField] {
    var fields = filled(besides: Self.placedInIssue) + identifiers(besides: ["doi"])
    for section in first("sections")?.elements ?? elements(named: "section") {
      let name = section.first("title")?.content ?? section.attribute("ref") ?? ""
      fields += section.filled(besides: Self.placedInSection, of: "section '\(name)'")
    }
    for galley in first("issue_galleys")?.elements ?? [] {
      fields += galley.fieldsWithoutPlaceInGalley("galley")
    }
    return fields
  }

  private var fieldsWithoutPlaceInAuthor: [OJSUnplacedField] {
    var fields = filled(besides: Self.placedInAuthor, of: "an author")
    // It stands for a name that is not there.
    if ["givenname", "firstname", "familyname", "lastname"].allSatisfy({ texts($0).isEmpty }) {
      fields.removeAll { $0.name == "preferredPublicName" }
    }
    return fields
  }

  private func fieldsWithoutPlaceInGalley(_ kind: String) -> [OJSUnplacedField] {
    let label = (first("name") ?? first("label") ?? first("title"))?.content ?? ""
    let owner = "\(kind) '\(label)'"
    return filled(besides: Self.placedInGalley, of: owner) + identifiers(besides: [], of: owner)
  }

  /// Elements that hold something and have none of these names, each once.
  private func filled(besides names: Set<String>, of owner: String? = nil) -> [OJSUnplacedField] {
    var known = names
    return elements.filter { $0.content != nil && known.insert($0.name).inserted }
      .map { OJSUnplacedField(name: $0.name, owner: owner) }
  }

  /// The types of its identifiers (`urn`, and what other plugins have given), besides those of OJS.
  private func identifiers(besides types: Set<String>, of owner: String? = nil)
    -> [OJSUnplacedField]
  {
    let placed = types.union(["internal", "public", "publisher-id"])
    return elements(named: "id").filter { $0.content != nil }.compactMap { $0.attribute("type") }
      .filter { !placed.contains($0) }
      .map { OJSUnplacedField(name: $0.replacing("other::", with: ""), owner: owner) }
  }

  /// Whether a field has several texts that differ.
  private func isInSeveralWords(_ name: String) -> Bool {
    Set(texts(name).entries.map(\.text)).count > 1
  }
}

extension Report {
  /// Names each of them, where several are alike once.
  mutating func add(leftOut fields: [OJSUnplacedField], at range: SourceRange) {
    var named: Set<OJSUnplacedField> = []
    for field in fields where named.insert(field).inserted {
      add(.ojsFieldLeftOut(field, at: range))
    }
  }
}

extension Diagnostic {
  fileprivate static func ojsFieldLeftOut(
    _ field: OJSUnplacedField, at range: SourceRange
  ) -> Diagnostic {
    let owner = field.owner.map { " of \($0)" } ?? ""
    return Diagnostic(
      .warning, "ojs-field-left-out", "Field '\(field.name)'\(owner) has no place in the content",
      at: range, hint: "Write what it says into the text, if readers should have it")
  }
}
