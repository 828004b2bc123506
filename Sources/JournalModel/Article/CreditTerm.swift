/// A contribution of the vocabulary CRediT (ANSI/NISO Z39.104-2022), spelled as JATS4R checks it.
package enum CreditTerm: String, Sendable, CaseIterable {
  case conceptualization = "Conceptualization"
  case dataCuration = "Data curation"
  case formalAnalysis = "Formal Analysis"
  case fundingAcquisition = "Funding acquisition"
  case investigation = "Investigation"
  case methodology = "Methodology"
  case projectAdministration = "Project administration"
  case resources = "Resources"
  case software = "Software"
  case supervision = "Supervision"
  case validation = "Validation"
  case visualization = "Visualization"
  case originalDraft = "Writing – original draft"
  case reviewAndEditing = "Writing – review & editing"

  /// Takes the term in any case, with hyphens or dashes; nil when it is none of the fourteen.
  package init?(written text: String) {
    let wanted = Self.letters(of: text)
    guard let term = Self.allCases.first(where: { Self.letters(of: $0.rawValue) == wanted })
    else { return nil }
    self = term
  }

  package var url: String {
    let words = rawValue.lowercased().split { !("a"..."z").contains($0) }
    return "https://credit.niso.org/contributor-roles/\(words.joined(separator: "-"))/"
  }

  private static func letters(of text: String) -> String {
    text.lowercased().replacing("and", with: "&").filter { ("a"..."z").contains($0) }
  }
}
