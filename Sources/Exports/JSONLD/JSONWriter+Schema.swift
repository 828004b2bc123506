import Bibliography
import JournalModel

/// The values of schema.org that several pages share.
extension JSONWriter {
  /// A text in one or several languages: plain when there is one.
  mutating func names(_ name: String, _ texts: [(LanguageTag, String)]) {
    guard texts.count > 1 else {
      member(name, texts.first?.1)
      return
    }
    member(name, texts) { json, text in
      json.object { json in
        json.member("@language", text.0.text)
        json.member("@value", text.1)
      }
    }
  }

  mutating func contributor(_ contributor: Contributor, in language: LanguageTag) {
    object { json in
      json.member("@type", contributor.isOrganization ? "Organization" : "Person")
      json.member("name", contributor.name.spoken)
      if !contributor.isOrganization, contributor.name.literal.isEmpty {
        json.member("givenName", contributor.name.forename)
        json.member("familyName", contributor.name.surname)
      }
      json.member(
        "alternateName", contributor.alternateNames.map { $0.value.spoken })
      json.member("identifier", contributor.orcid?.url)
      // Of bodies schema.org knows no `affiliation`, but the more general property.
      json.member(
        contributor.isOrganization ? "memberOf" : "affiliation", contributor.affiliations
      ) { $0.affiliation($1, in: language) }
    }
  }

  mutating func affiliation(_ affiliation: Affiliation, in language: LanguageTag) {
    object { json in
      json.member("@type", "Organization")
      json.member("name", affiliation.line(in: language))
      json.member("identifier", affiliation.ror?.url)
    }
  }

  mutating func grant(_ funding: Article.Funding) {
    object { json in
      json.member("@type", "Grant")
      json.member("identifier", funding.awards)
      json.object("funder") { json in
        json.member("@type", "Organization")
        json.member("name", funding.funder)
        json.member("identifier", funding.funderROR?.url ?? funding.funderDOI?.url)
      }
    }
  }

  mutating func publisher(_ publisher: Journal.Publisher, in language: LanguageTag) {
    member("@type", "Organization")
    member("name", publisher.name[language])
    member("url", publisher.url)
    member("identifier", publisher.ror?.url)
  }

  /// The issue within its volume within the journal; what is unknown is left out of the chain.
  mutating func container(_ issue: Issue?, of journal: Journal, in language: LanguageTag) {
    guard let issue else {
      object { $0.periodical(journal, in: language) }
      return
    }
    object { json in
      json.issue(issue, of: journal, in: language)
      json.object("isPartOf") { $0.volume(of: issue, of: journal, in: language) }
    }
  }

  /// The volume of an issue within the journal; the journal itself where there is none.
  mutating func volume(of issue: Issue, of journal: Journal, in language: LanguageTag) {
    guard let volume = issue.volume else {
      periodical(journal, in: language)
      return
    }
    member("@type", "PublicationVolume")
    member("volumeNumber", volume)
    object("isPartOf") { $0.periodical(journal, in: language) }
  }

  mutating func issue(_ issue: Issue, of journal: Journal, in language: LanguageTag) {
    let url = SiteAddresses(journal)[.issue(issue.folder)]
    member("@type", "PublicationIssue")
    member("@id", url.map { $0 + "#issue" })
    member("url", url)
    member("name", issue.title?[language].plain)
    member("issueNumber", issue.number)
    member("datePublished", issue.date.text)
    member("sameAs", issue.doi?.url)
  }

  mutating func periodical(_ journal: Journal, in language: LanguageTag) {
    let url = SiteAddresses(journal)[.home]
    member("@type", "Periodical")
    member("@id", url.map { $0 + "#journal" })
    member("name", journal.title[language])
    member("alternateName", journal.abbreviation)
    member("issn", [journal.issn.online, journal.issn.print].compactMap { $0?.text })
    member("url", url)
  }
}
