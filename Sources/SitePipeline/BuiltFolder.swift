/// What builds write beside the content, by the names of the folders.
package enum BuiltFolder: String {
  /// The site, where no other folder is named.
  case site = "Output"
  /// Metadata to be sent to registries.
  case deposits = "Deposits"
  /// What the next build can use again.
  case cache = ".fascicle"

  package func path(in source: String) -> String { source + "/" + rawValue }
}
