import Programs

/// The files of whole texts that a build makes beside the pages.
package struct GalleyOptions: Sendable, Hashable {
  /// A PDF of each article that has none of its own.
  package var pdf: Bool
  /// An EPUB of each issue.
  package var epub: Bool
  /// Where programs are looked for: the folders of `PATH`.
  package var searchPath: [String]
  /// How long the typesetter may work on one article.
  package var patience = ProgramRun.usualPatience

  package init(pdf: Bool = false, epub: Bool = false, searchPath: [String] = []) {
    self.pdf = pdf
    self.epub = epub
    self.searchPath = searchPath
  }

  var isEmpty: Bool { !pdf && !epub }
}
