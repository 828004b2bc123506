import Bibliography
import JournalModel
import Reporting

/// Reads `journal.yml`.
func readJournal(_ path: String, _ tree: SourceTree, _ report: inout Report) -> LoadedSettings {
  var settings = LoadedSettings()
  guard var fields = tree.fields(of: path, language: .english, report: &report) else {
    return settings
  }
  var languages = fields.interfaceLanguages("languages", "language", report: &report)
  if languages.isEmpty { languages = [.english] }
  fields.language = languages[0]
  let isUntitled = fields.lacks("title", reporting: Diagnostic.journalTitleMissing)
  let title = isUntitled ? nil : fields.localizedText("title", report: &report)
  // Without a title nothing comes of it, but what else is wrong is said all the same.
  var journal = Journal.Facts(
    title: title ?? Localized("", in: languages[0]), languages: languages)
  fields.readIdentity(into: &journal, &report)
  fields.readTerms(into: &journal, &report)
  settings.citation = fields.readCitation(into: &journal, &report)
  fields.readTheme(into: &journal, beside: path, tree, &report)
  fields.readTechnical(into: &journal, &report)
  settings.redirects = fields.redirects(&report)
  journal.redirects = settings.redirects.map(\.value)
  settings.formats = fields.texts("formats", report: &report)
  journal.formats = settings.formats.isEmpty ? nil : Set(settings.formats.map(\.value))
  settings.references = fields.sharedReferences(beside: path, tree, &report)
  fields.finish(unknown: .error, in: "journal.yml", report: &report)
  settings.journal = title == nil ? nil : Journal(journal)
  return settings
}

extension FieldReader {
  fileprivate mutating func readIdentity(into journal: inout Journal.Facts, _ report: inout Report)
  {
    journal.subtitle = localizedText("subtitle", report: &report)
    journal.abbreviation = text("abbrev", "abbreviation", report: &report)?.value
    journal.description = localizedText("description", report: &report)
    if let url = url("url", report: &report)?.value {
      journal.url = url.hasSuffix("/") ? url : url + "/"
    }
    if var issn = fields("issn", form: "{online: …, print: …}", report: &report) {
      journal.issn.online = issn.issn("online", "electronic", report: &report)
      journal.issn.print = issn.issn("print", report: &report)
      issn.finish(unknown: .error, in: "'issn'", report: &report)
    }
    journal.publisher = publisher(&report)
    if var contact = fields("contact", form: "{name: …, email: …}", report: &report) {
      journal.contact = Journal.Contact(
        name: contact.text("name", report: &report)?.value,
        email: contact.email("email", report: &report))
      contact.finish(unknown: .error, in: "'contact'", report: &report)
    }
    journal.frequency = localizedText("frequency", report: &report)
    journal.founded = number("founded", report: &report)?.value
  }

  private mutating func publisher(_ report: inout Report) -> Journal.Publisher? {
    guard let node = node("publisher", report: &report) else { return nil }
    guard case .mapping = node.content else {
      return node.text(named: "publisher", &report).map {
        Journal.Publisher(name: Localized($0.value, in: language))
      }
    }
    guard var fields = FieldReader(node, named: "publisher", language: language, report: &report)
    else { return nil }
    let name = fields.localizedText("name", report: &report)
    let address = fields.text("address", "place", report: &report)?.value
    let country = fields.country(&report)
    let url = fields.url("url", report: &report)?.value
    let ror = fields.ror("ror", report: &report)
    if name == nil { fields.misses("name", reporting: .publisherNameMissing(at: node.range)) }
    fields.finish(unknown: .error, in: "'publisher'", report: &report)
    return name.map {
      Journal.Publisher(name: $0, address: address, country: country, url: url, ror: ror)
    }
  }

  /// Two letters of ISO 3166-1.
  private mutating func country(_ report: inout Report) -> String? {
    guard let text = text("country", report: &report) else { return nil }
    let code = text.value.uppercased()
    guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      report.add(.countryForm(text))
      return nil
    }
    return code
  }

  fileprivate mutating func readTerms(into journal: inout Journal.Facts, _ report: inout Report) {
    journal.licence = licence(report: &report)
    if let node = node("copyright", report: &report) {
      if case .mapping = node.content,
        var fields = FieldReader(node, named: "copyright", language: language, report: &report)
      {
        journal.copyrightHolder = fields.text("holder", report: &report)?.value
        fields.ignore("year-from")
        fields.finish(unknown: .error, in: "'copyright'", report: &report)
      } else {
        journal.copyrightHolder = node.text(named: "copyright", &report)?.value
      }
    }
    if var identifiers = fields("identifiers", form: "{doi-prefix: …}", report: &report) {
      if let prefix = identifiers.text("doi-prefix", report: &report) {
        // A prefix is right when something could stand behind it.
        if !prefix.value.contains("/"), DOI(prefix.value + "/x") != nil {
          journal.doiPrefix = prefix.value
        } else {
          report.add(.doiPrefixForm(prefix))
        }
      }
      identifiers.finish(unknown: .error, in: "'identifiers'", report: &report)
    }
    journal.archives = texts("archives", report: &report).map(\.value)
  }

  /// Gives what it names.
  fileprivate mutating func readCitation(
    into journal: inout Journal.Facts, _ report: inout Report
  ) -> CitationNames {
    guard
      var fields = fields(
        "citation", ofText: "style", form: "{style: …, styles: […], locale: …}", report: &report)
    else { return CitationNames() }
    let style = fields.text("style", report: &report)
    let styles = fields.texts("styles", report: &report)
    let references = fields.text("references", report: &report)
    if let style { journal.citation.style = style.value }
    if !styles.isEmpty { journal.citation.styles = styles.map(\.value) }
    journal.citation.references = references?.value
    let locale = fields.languageTag("locale", report: &report)
    journal.citation.locale = locale?.value
    journal.citation.compatibility = fields.choice(
      "compat", among: ["ojs": .ojs], report: &report)
    fields.finish(unknown: .error, in: "'citation'", report: &report)
    return CitationNames(
      styles: [style, references].compactMap(\.self) + styles, locale: locale?.range)
  }

  fileprivate mutating func readTheme(
    into journal: inout Journal.Facts, beside path: String, _ tree: SourceTree,
    _ report: inout Report
  ) {
    guard
      var theme = fields(
        "theme", ofText: "preset", form: "{preset: …, hue: …, logo: …}", report: &report)
    else { return }
    let presets = Dictionary(
      uniqueKeysWithValues: Journal.Theme.Preset.allCases.map { ($0.rawValue, $0) })
    if let preset = theme.choice("preset", among: presets, report: &report) {
      journal.theme.preset = preset
    }
    journal.theme.hue = theme.number("hue", "accent", report: &report)?.value
    if let logo = theme.text("logo", report: &report) {
      if let place = resolvePath(logo.value, in: path.folder), tree.file(place) != nil {
        journal.theme.logo = place
      } else {
        report.add(.logoMissing(logo))
      }
    }
    theme.finish(unknown: .error, in: "'theme'", report: &report)
  }

  fileprivate mutating func readTechnical(into journal: inout Journal.Facts, _ report: inout Report)
  {
    journal.trustsHTML = flag("trust-html", "html", report: &report) ?? false
    if var legacy = fields("legacy", form: "{ojs-url: …}", report: &report) {
      journal.formerURL = legacy.url("ojs-url", report: &report)?.value
      journal.formerLocales = legacy.texts("ojs-locales", report: &report).map(\.value)
      legacy.finish(unknown: .error, in: "'legacy'", report: &report)
    }
    readDeposits(into: &journal, &report)
  }

  private mutating func readDeposits(into journal: inout Journal.Facts, _ report: inout Report) {
    guard var deposits = fields("deposits", form: "{crossref: …}", report: &report) else { return }
    let form = "{depositor: …, email: …, registrant: …}"
    if var crossref = deposits.fields("crossref", form: form, report: &report) {
      let depositor = crossref.text("depositor", report: &report)?.value
      let email = crossref.email("email", report: &report)
      let registrant = crossref.text("registrant", report: &report)?.value
      let schema = crossref.choice(
        "schema", among: ["5.3.1": Journal.Deposits.CrossrefSchema.v531, "5.4.0": .v540],
        report: &report)
      let policy = crossref.doi("crossmark-policy", report: &report)
      if let depositor, let email, let registrant {
        journal.deposits = Journal.Deposits(
          depositor: depositor, email: email, registrant: registrant,
          crossrefSchema: schema ?? .v531, crossmarkPolicy: policy?.value)
      } else {
        report.add(.depositorIncomplete(at: crossref.range))
      }
      crossref.finish(unknown: .error, in: "'crossref'", report: &report)
    }
    deposits.finish(unknown: .error, in: "'deposits'", report: &report)
  }

  /// `redirects: {/old/: /new/}`, or a list of `{from: /old/, to: /new/}`.
  fileprivate mutating func redirects(_ report: inout Report) -> [Located<Journal.Redirect>] {
    guard let node = node("redirects", report: &report) else { return [] }
    switch node.content {
    case .mapping(let entries):
      return entries.compactMap { entry in
        guard let to = entry.value.text(named: entry.key, &report) else { return nil }
        return redirect(Located(entry.key, at: entry.keyRange), to, &report)
      }
    case .sequence(let items):
      return items.compactMap { item in
        guard
          var fields = FieldReader(item, named: "redirects", language: language, report: &report)
        else { return nil }
        let from = fields.text("from", report: &report)
        let to = fields.text("to", report: &report)
        fields.finish(unknown: .error, in: "'redirects'", report: &report)
        guard let from, let to else {
          report.add(.redirectIncomplete(at: item.range))
          return nil
        }
        return redirect(from, to, &report)
      }
    case .scalar:
      report.add(.fieldWrongKind("redirects", takes: "a set of fields", node))
      return []
    }
  }

  private func redirect(
    _ from: Located<String>, _ to: Located<String>, _ report: inout Report
  ) -> Located<Journal.Redirect>? {
    guard from.isPath(&report), to.value.isWebAddress || to.isPath(&report) else { return nil }
    return Located(Journal.Redirect(from: from.value, to: to.value), at: from.range)
  }

  /// A list of language tags, or one.
  mutating func interfaceLanguages(_ names: String..., report: inout Report) -> [LanguageTag] {
    guard let node = node(named: names, &report) else { return [] }
    let items = if case .sequence(let items) = node.content { items } else { [node] }
    return items.compactMap { item in
      guard let text = item.typedText(named: names[0], &report) else { return nil }
      guard let tag = LanguageTag(text.value) else {
        report.add(.languageInList(text))
        return nil
      }
      if InterfaceText(language: tag).isFallback {
        report.add(.interfaceLanguageMissing(text))
      }
      return tag
    }
  }
}

extension Diagnostic {
  fileprivate static func journalTitleMissing(at range: SourceRange) -> Self {
    Self(
      .error, "journal-title-missing", "Journal has no title", at: range,
      hint: "Write 'title: …' into journal.yml")
  }

  fileprivate static func publisherNameMissing(at range: SourceRange) -> Self {
    Self(
      .error, "publisher-name-missing", "Publisher has no name", at: range,
      hint: "Add 'name: …' to the publisher")
  }

  fileprivate static func depositorIncomplete(at range: SourceRange) -> Self {
    Self(
      .error, "deposits-incomplete",
      "Deposits need a depositor, an e-mail address and a registrant",
      at: range, hint: "Add the fields 'depositor', 'email' and 'registrant'")
  }

  fileprivate static func redirectIncomplete(at range: SourceRange) -> Self {
    Self(
      .error, "redirect-incomplete", "Redirect needs 'from' and 'to'", at: range,
      hint: "Write the old path in 'from' and the new one in 'to'")
  }

  fileprivate static func logoMissing(_ name: Located<String>) -> Self {
    Self(
      .warning, "logo-missing", "Logo '\(name.value)' is not in the journal's folder",
      at: name.range, hint: "Put the picture beside journal.yml, or correct the name")
  }

  fileprivate static func countryForm(_ text: Located<String>) -> Self {
    Self(
      .error, "country-form", "'\(text.value)' is no code of a country", at: text.range,
      hint: "Write the two letters of ISO 3166, such as 'PK'")
  }

  fileprivate static func doiPrefixForm(_ text: Located<String>) -> Self {
    Self(
      .error, "doi-prefix-form", "'\(text.value)' is no prefix of DOIs", at: text.range,
      hint: "Write it as '10.1234'")
  }

  fileprivate static func interfaceLanguageMissing(_ tag: Located<String>) -> Self {
    Self(
      .warning, "interface-language-missing",
      "The interface does not speak '\(tag.value)'; its words are English on these pages",
      at: tag.range,
      hint: "It speaks \(InterfaceText.available.joined(separator: ", ")); "
        + "CONTRIBUTING.md says how to add a language")
  }

  fileprivate static func languageInList(_ text: Located<String>) -> Self {
    Self(
      .error, "language-tag", "'\(text.value)' is no language tag", at: text.range,
      hint: "Write the code of the language, such as 'en', 'ur' or 'pt-BR'")
  }
}
