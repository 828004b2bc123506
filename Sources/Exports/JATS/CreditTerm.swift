/// A contribution of the vocabulary CRediT (ANSI/NISO Z39.104-2022).
struct CreditTerm {
  let name: String

  /// Takes the term in any case, with hyphens or dashes; nil when it is none of the fourteen.
  init?(_ text: String) {
    let wanted = Self.letters(of: text)
    guard let name = Self.names.first(where: { Self.letters(of: $0) == wanted }) else {
      return nil
    }
    self.name = name
  }

  var url: String {
    let words = name.lowercased().split { !("a"..."z").contains($0) }
    return "https://credit.niso.org/contributor-roles/\(words.joined(separator: "-"))/"
  }

  /// Spelled as JATS4R checks them.
  private static let names = [
    "Conceptualization", "Data curation", "Formal Analysis", "Funding acquisition",
    "Investigation", "Methodology", "Project administration", "Resources", "Software",
    "Supervision", "Validation", "Visualization", "Writing – original draft",
    "Writing – review & editing",
  ]

  private static func letters(of text: String) -> String {
    text.lowercased().replacing("and", with: "&").filter { ("a"..."z").contains($0) }
  }
}
