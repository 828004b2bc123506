public import Reporting

/// A CSL style as it stands in its file: what it is called, and its elements.
///
/// A dependent style has no layout of its own: load the style whose id is `parent`, and give the
/// processor this one's `defaultLocale` as language.
public struct Style: Sendable {
  /// The URI by which other styles refer to it.
  public let id: String
  public let title: String
  /// The id of the independent style that a dependent style stands for.
  public let parent: String?
  public let defaultLocale: String?
  /// Whether its citations are notes.
  public let isNoteStyle: Bool
  public let hasBibliography: Bool
  let document: XMLDocument
  /// Its `cs:locale` elements.
  let locales: [Locale]

  /// Reads a style; nil with a reported error if it is none.
  public init?(xml: [UInt8], path: String, report: inout Report) {
    guard let document = XMLReader.read(xml, path: path, report: &report) else { return nil }
    guard document.elements[0].name == .style else {
      report.add(.styleRoot(document))
      return nil
    }
    self.document = document
    defaultLocale = document.value(.defaultLocale, of: 0)
    isNoteStyle = document.value(.class, of: 0) == "note"
    var (id, title, parent) = ("", "", String?.none)
    var (hasCitation, hasBibliography) = (false, false)
    var locales: [Locale] = []
    for child in document.children(of: 0) {
      switch document.elements[child].name {
      case .info:
        for entry in document.children(of: child) {
          switch document.elements[entry].name {
          case .id: id = document.text(of: entry)
          case .title: title = document.text(of: entry)
          case .link where document.value(.rel, of: entry) == "independent-parent":
            parent = document.value(.href, of: entry)
          default: break
          }
        }
      case .citation: hasCitation = true
      case .locale: locales.append(Locale(document, element: child, report: &report))
      case .bibliography: hasBibliography = true
      default: break
      }
    }
    (self.id, self.title, self.parent) = (id, title, parent)
    self.hasBibliography = hasBibliography
    self.locales = locales
    guard hasCitation || parent != nil else {
      report.add(.styleCitation(document))
      return nil
    }
    guard StyleChecker.check(document, report: &report) else { return nil }
  }
}

extension Diagnostic {
  fileprivate static func styleRoot(_ document: XMLDocument) -> Self {
    .init(
      .error, "style-root", "File is not a CSL style: its root is not 'style'",
      at: document.range(of: 0), hint: "Take a file that ends in '.csl' of the CSL styles")
  }

  fileprivate static func styleCitation(_ document: XMLDocument) -> Self {
    .init(
      .error, "style-citation", "Style has neither a 'citation' nor an independent parent",
      at: document.range(of: 0), hint: "Add a 'citation' element with a layout")
  }
}

extension XMLDocument {
  /// The start tag of an element.
  func range(of element: Int) -> SourceRange {
    let tag = elements[element].tag
    return SourceRange(path: path, bytes: Int(tag.lowerBound)..<Int(tag.upperBound))
  }

  /// The value of an attribute.
  func range(of text: Text) -> SourceRange { SourceRange(path: path, bytes: text.range) }
}
