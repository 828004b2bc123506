/// What kind of data a file holds, by the ending of its name (RFC 6838).
enum MediaType {
  static func named(_ fileExtension: String) -> String {
    GalleyFormat.all[fileExtension]?.mediaType ?? others[fileExtension]
      ?? "application/octet-stream"
  }

  private static let others: [String: String] = [
    "avif": "image/avif", "bib": "application/x-bibtex", "csv": "text/csv", "gif": "image/gif",
    "gz": "application/gzip", "htm": "text/html", "html": "text/html",
    "ipynb": "application/x-ipynb+json", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "json": "application/json", "md": "text/markdown",
    "ods": "application/vnd.oasis.opendocument.spreadsheet", "png": "image/png",
    "svg": "image/svg+xml", "tar": "application/x-tar", "tex": "application/x-tex",
    "tsv": "text/tab-separated-values", "txt": "text/plain", "wav": "audio/wav",
    "webp": "image/webp",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml", "yaml": "application/yaml", "yml": "application/yaml",
    "zip": "application/zip",
  ]
}
