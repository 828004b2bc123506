@testable import SitePipeline

/// A search index with the articles that it shows.
struct SampleIndex {
  var terms = SearchIndex()
  private var documents: [SearchDocument] = []

  mutating func add(_ document: SearchDocument, terms found: SearchTerms) {
    documents.append(document)
    terms.add(found)
  }

  var outline: SearchIndex.Outline { made.outline }

  func files() -> [SearchIndex.File] {
    let files = terms.files(outline)
    return Array(files.dropLast()) + made.details + files.suffix(1)
  }

  private var made: (outline: SearchIndex.Outline, details: [SearchIndex.File]) {
    var outline = SearchIndex.Outline()
    var details: [SearchIndex.File] = []
    for start in stride(from: 0, to: documents.count, by: SearchIndex.documentsPerPart) {
      let part = Array(documents[start...].prefix(SearchIndex.documentsPerPart))
      details.append(SearchIndex.part(details.count, showing: part))
      outline.add(part, shownIn: details[details.count - 1])
    }
    return (outline, details)
  }
}

extension SearchIndex {
  /// All that `makeFiles` makes.
  func files(_ outline: Outline) -> [File] {
    var files: [File] = []
    makeFiles(outline) { files.append($0) }
    return files
  }
}
