/// The terms under which a work may be used.
package struct Licence: Sendable, Hashable, Codable {
  /// The canonical address, such as `https://creativecommons.org/licenses/by/4.0/`.
  package let url: String
  /// The name that readers know: "CC BY 4.0".
  package let name: String
  /// The SPDX identifier, if it has one: "CC-BY-4.0".
  package let spdx: String?

  package init(url: String, name: String, spdx: String? = nil) {
    self.url = url
    self.name = name
    self.spdx = spdx
  }
}
