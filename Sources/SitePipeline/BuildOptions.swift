import Exports
package import Foundation

/// What a command asks for.
package struct BuildOptions: Sendable, Hashable {
  /// The folder that holds `journal.yml`, or `Content/journal.yml` and perhaps `Templates`.
  package var source: String
  package var output: String
  package var links: LinkForm
  /// The machine formats to write; nil for those that `journal.yml` names, or all.
  package var formats: Set<String>?
  /// What may stand there.
  package static let formatNames = ExportFormat.allCases.map(\.rawValue)
  /// Folders with citation styles and locales, searched before those of the system.
  package var cslPaths: [String]
  /// Whether warnings count as errors.
  package var isStrict: Bool
  /// Off, everything is made and checked and nothing written.
  package var writes: Bool
  /// Whether the ledger of published addresses is brought up to date.
  package var records: Bool
  /// The folder of the parts to join; nil to make everything here.
  package var parts: String?
  /// The files of whole texts to make; only a build that writes makes them.
  package var galleys: GalleyOptions

  /// The time, to find dates that lie in the future; nil to look for none.
  package var now: Date?

  package init(
    source: String, output: String, links: LinkForm = .folders, formats: Set<String>? = nil,
    cslPaths: [String] = [], isStrict: Bool = false, writes: Bool = true, records: Bool = false,
    parts: String? = nil, galleys: GalleyOptions = GalleyOptions(), now: Date? = nil
  ) {
    self.source = source
    self.output = output
    self.links = links
    self.formats = formats
    self.cslPaths = cslPaths
    self.isStrict = isStrict
    self.writes = writes
    self.records = records
    self.parts = parts
    self.galleys = galleys
    self.now = now
  }
}
