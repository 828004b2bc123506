extension Licence {
  /// A licence by its SPDX identifier, the name of a Creative Commons licence as people write it
  /// (`CC BY-NC 4.0`, `cc-by`), or an address; nil when no licence is known by that name.
  package init?(named text: some StringProtocol) {
    let lower = text.lowercased()
    if lower.hasPrefix("https://") || lower.hasPrefix("http://") {
      self = Self(address: String(text))
      return
    }
    let words = lower.split { "- _/".contains($0) }.map(String.init)
    if let licence = Self.creativeCommons(words) {
      self = licence
    } else if let known = Self.others.first(where: { $0.key == words.joined(separator: "-") }) {
      self.init(url: known.url, name: known.name, spdx: known.spdx)
    } else {
      return nil
    }
  }

  private init(address: String) {
    let path = address.drop { $0 != "/" }.drop { $0 == "/" }.split(separator: "/")
    if path.count >= 3, path[0].hasSuffix("creativecommons.org") {
      let words = ["cc"] + path[2].split(separator: "-").map(String.init)
      let version = path.count > 3 ? [String(path[3])] : []
      if let licence = Self.creativeCommons(
        path[1] == "publicdomain" ? ["cc0"] + version : words + version)
      {
        self = licence
        return
      }
    }
    self.init(url: address, name: address)
  }

  private static func creativeCommons(_ words: [String]) -> Licence? {
    guard let first = words.first, first.hasPrefix("cc") else { return nil }
    if first == "cc0" || words.prefix(2) == ["cc", "zero"] {
      return Licence(
        url: "https://creativecommons.org/publicdomain/zero/1.0/", name: "CC0 1.0",
        spdx: "CC0-1.0")
    }
    guard first == "cc" else { return nil }
    // Without its version a licence is not named: nobody may guess it.
    guard let version = words.last, isVersion(version) else { return nil }
    let terms = words.dropFirst().prefix { !isVersion($0) }
    let allowed = [
      ["by"], ["by", "sa"], ["by", "nd"], ["by", "nc"], ["by", "nc", "sa"], ["by", "nc", "nd"],
    ]
    guard allowed.contains(Array(terms)),
      words.count == terms.count + 2, ["1.0", "2.0", "2.5", "3.0", "4.0"].contains(version)
    else { return nil }
    let code = terms.joined(separator: "-")
    return Licence(
      url: "https://creativecommons.org/licenses/\(code)/\(version)/",
      name: "CC \(code.uppercased()) \(version)", spdx: "CC-\(code.uppercased())-\(version)")
  }

  private static func isVersion(_ word: String) -> Bool {
    word.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  private static let others: [(key: String, url: String, name: String, spdx: String)] = [
    ("mit", "https://opensource.org/license/mit", "MIT License", "MIT"),
    (
      "apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0", "Apache License 2.0",
      "Apache-2.0"
    ),
    ("gfdl-1.3", "https://www.gnu.org/licenses/fdl-1.3.html", "GNU FDL 1.3", "GFDL-1.3-only"),
    ("ogl-3.0", ogl, "Open Government Licence 3.0", "OGL-UK-3.0"),
    ("ogl-uk-3.0", ogl, "Open Government Licence 3.0", "OGL-UK-3.0"),
  ]

  private static let ogl =
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
}
