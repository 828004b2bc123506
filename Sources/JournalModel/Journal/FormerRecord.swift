/// What an article or issue was called on a site of Open Journal Systems that it has left; its old
/// addresses are made from this.
package struct FormerRecord: Sendable, Hashable, Codable {
  /// A file of the article, or of the issue.
  package struct Galley: Sendable, Hashable, Codable {
    package var id: String
    /// The name that stood in its address instead of the id.
    package var urlPath: String?
    /// The id of the file, the last part of download addresses.
    package var fileID: String?
    /// Its file beside the page now; nil when the page itself takes its place.
    package var fileName: String?

    package init(
      id: String, urlPath: String? = nil, fileID: String? = nil, fileName: String? = nil
    ) {
      self.id = id
      self.urlPath = urlPath
      self.fileID = fileID
      self.fileName = fileName
    }
  }

  package var id: String
  /// The name that stood in its address instead of the id.
  package var urlPath: String?
  /// The ids of its versions.
  package var versions: [String]
  package var galleys: [Galley]

  package init(
    id: String, urlPath: String? = nil, versions: [String] = [], galleys: [Galley] = []
  ) {
    self.id = id
    self.urlPath = urlPath
    self.versions = versions
    self.galleys = galleys
  }
}
