/// What a locator counts (CSL 1.0.2, appendix "Locators").
public enum LocatorLabel: String, Sendable, Hashable, CaseIterable {
  case act
  case appendix
  case article = "article-locator"
  case book
  case canon
  case chapter
  case column
  case elocation
  case equation
  case figure
  case folio
  case issue
  case line
  case note
  case opus
  case page
  case paragraph
  case part
  case rule
  case scene
  case section
  case subVerbo = "sub-verbo"
  case supplement
  case table
  case timestamp
  case title = "title-locator"
  case verse
  case version
  case volume

  /// The name in CSL; `sub verbo`, `article` and `title` of older data are known too.
  public init?(name: some StringProtocol) {
    switch String(name) {
    case "sub verbo": self = .subVerbo
    case "article": self = .article
    case "title": self = .title
    case let name: self.init(rawValue: name)
    }
  }
}
