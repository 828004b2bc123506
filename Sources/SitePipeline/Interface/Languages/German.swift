import JournalModel

/// German.
struct German: InterfaceLanguage {
  let decimalMark = ","
  let months: [12 of String] = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember",
  ]

  func date(day: Int, month: String, year: String) -> String { "\(day). \(month) \(year)" }

  func listConjunction(before last: String, count: Int) -> String { " und " }

  func label(_ label: InterfaceText.Label) -> String {
    switch label {
    case .skip: "Zum Text springen"
    case .menu: "Menü"
    case .journal: "Zeitschrift"
    case .languages: "Sprachen"
    case .policies: "Richtlinien"
    case .home: "Startseite"
    case .currentIssue: "Aktuelles Heft"
    case .archive: "Archiv"
    case .about: "Über uns"
    case .search: "Suche"
    case .news: "Neuigkeiten"
    case .feed: "Feed"
    case .contents: "Inhalt"
    case .onThisPage: "Auf dieser Seite"
    case .abstract: "Abstract"
    case .summary: "Zusammenfassung"
    case .plainSummary: "Zusammenfassung in einfacher Sprache"
    case .keywords: "Schlagwörter"
    case .references: "Literatur"
    case .notes: "Anmerkungen"
    case .fullText: "Volltext"
    case .facts: "Angaben"
    case .aboutArticle: "Über diesen Aufsatz"
    case .history: "Verlauf"
    case .sideOfArticle: "Zitieren und Angaben"
    case .sideOfIssue: "Über das Heft"
    case .sideOfSearch: "Andere Wege zu einem Aufsatz"
    case .cite: "Zitieren"
    case .howToCite: "Zitiervorschlag"
    case .citeThisArticle: "Diesen Aufsatz zitieren"
    case .citeThisIssue: "Dieses Heft zitieren"
    case .citationStyle: "Zitierstil"
    case .allStyles: "Alle Stile auf einer Seite"
    case .backToArticle: "Zurück zum Aufsatz"
    case .referenceManager: "Für die Literaturverwaltung"
    case .download: "Herunterladen"
    case .readPDF: "PDF lesen"
    case .supplements: "Ergänzende Dateien"
    case .copy: "Kopieren"
    case .copyPlain: "Als reinen Text kopieren"
    case .copied: "Kopiert"
    case .issue: "Heft"
    case .volume: "Band"
    case .number: "Nummer"
    case .year: "Jahr"
    case .pages: "Seiten"
    case .page: "Seite"
    case .articleNumber: "Artikelnummer"
    case .section: "Rubrik"
    case .language: "Sprache"
    case .inOtherLanguages: "In anderen Sprachen"
    case .published: "Veröffentlicht"
    case .received: "Eingereicht"
    case .accepted: "Angenommen"
    case .updated: "Aktualisiert"
    case .peerReview: "Begutachtung"
    case .funding: "Förderung"
    case .licence: "Lizenz"
    case .copyright: "Urheberrecht"
    case .publisher: "Verlag"
    case .issnOnline: "ISSN (online)"
    case .issnPrint: "ISSN (Druck)"
    case .founded: "Gegründet"
    case .frequency: "Erscheinungsweise"
    case .contact: "Kontakt"
    case .notStated: "nicht angegeben"
    case .author: "Autor/in"
    case .authors: "Autorinnen und Autoren"
    case .editor: "Herausgeber/in"
    case .editors: "Herausgeberschaft"
    case .translator: "Übersetzer/in"
    case .translators: "Übersetzung"
    case .contributors: "Mitwirkende"
    case .correspondingAuthor: "Korrespondenz"
    case .editorialBoard: "Redaktionsbeirat"
    case .formerMembers: "Ehemalige Mitglieder"
    case .theJournal: "Die Zeitschrift"
    case .thisIssue: "Dieses Heft"
    case .wholeIssue: "Ganzes Heft"
    case .allIssues: "Alle Hefte"
    case .otherIssues: "Andere Hefte"
    case .specialIssue: "Themenheft"
    case .ahead: "Vor dem Heft veröffentlicht"
    case .cover: "Titelblatt"
    case .earlier: "früher"
    case .later: "später"
    case .previousArticle: "Voriger Aufsatz"
    case .nextArticle: "Nächster Aufsatz"
    case .previousIssue: "Voriges Heft"
    case .nextIssue: "Nächstes Heft"
    case .notice: "Mitteilung"
    case .readNotice: "Mitteilung lesen"
    case .isRetracted: "Dieser Aufsatz wurde zurückgezogen"
    case .isCorrected: "Dieser Aufsatz wurde berichtigt"
    case .isOfConcern: "Die Redaktion hat Bedenken zu diesem Aufsatz geäußert"
    case .isRemoved: "Dieser Aufsatz wurde entfernt"
    case .versions: "Fassungen"
    case .isOlderVersion: "Dies ist eine frühere Fassung"
    case .readCurrentVersion: "Zur aktuellen Fassung"
    case .searchPrompt: "Wörter, Namen oder eine DOI"
    case .searching: "Suche läuft"
    case .searchFailed: "Das Suchverzeichnis konnte nicht geladen werden"
    case .noResults: "Nichts gefunden"
    case .spellings:
      """
      Arabische und Urdu-Schreibungen eines Buchstabens gelten als eine; Akzente und \
      Vokalzeichen zählen nicht.
      """
    case .needsScript: "Die Suche braucht ein Skript im Browser. Diese Seiten brauchen keines."
    case .browseInstead: "Stattdessen blättern"
    case .found: "Gefunden"
    case .years: "Jahrgänge"
    case .sections: "Rubriken"
    case .everyYear: "Alle Jahre"
    case .everySection: "Alle Rubriken"
    case .moreResults: "Mehr zeigen"
    case .pageMoved: "Diese Seite ist umgezogen"
    case .pageNotFound: "Diese Seite gibt es nicht"
    case .pageNotFoundText:
      """
      Die Adresse ist falsch, oder die Seite ist umgezogen. Aufsätze behalten ihre Adresse \
      auf Dauer, der gesuchte ist also wohl nicht weit.
      """
    case .backToText: "Zurück zum Text"
    case .figure: "Abbildung"
    case .table: "Tabelle"
    case .equation: "Gleichung"
    case .listing: "Quelltext"
    }
  }

  func phrase(_ phrase: InterfaceText.Phrase) -> String {
    switch phrase {
    case .ofTitle(let title): ": „\(title)“"
    case .sectionTitled(let title): "Abschnitt „\(title)“"
    case .note(let number): "Anmerkung \(number)"
    case .backToNote(let number): "Zurück zu Anmerkung \(number) im Text"
    case .backToCitation(let number): "Zurück zu Zitat \(number) im Text"
    case .volume(let volume): "Band\u{A0}\(volume)"
    case .number(let number): "Nummer\u{A0}\(number)"
    case .volumeAndNumber(let volume, let number): "Band\u{A0}\(volume), Nummer\u{A0}\(number)"
    case .allContents(let issue): "Gesamter Inhalt: \(issue)"
    case .coverOf(let issue): "Titelblatt: \(issue)"
    case .articlesBy(let name): "Aufsätze von \(name)"
    case .articlesOn(let keyword): "Aufsätze zu „\(keyword)“"
    case .retractedOn(let date): "Zurückgezogen: \(date)."
    case .correctedOn(let date): "Berichtigt: \(date)."
    case .concernOn(let date): "Bedenken geäußert: \(date)."
    case .removedOn(let date): "Entfernt: \(date)."
    case .version(let number): "Fassung \(number)"
    case .versionDated(let number): "Fassung \(number):"
    case .replacedOn(let date): "Neuere Fassung: \(date)."
    case .aboutHome(let journal):
      "\(journal): das aktuelle Heft, das Archiv und alles zum Veröffentlichen."
    case .aboutArticle(let title, let journal):
      "Abstract, Literatur und Zitiervorschlag zu „\(title)“ in \(journal)."
    case .aboutCitation(let title): "„\(title)“ in allen Zitierstilen und Dateiformaten."
    case .aboutIssue(let issue, let journal): "Inhalt von \(issue) der Zeitschrift \(journal)."
    case .aboutArchive(let journal): "Alle Hefte von \(journal), das neueste zuerst."
    case .aboutAuthors(let journal): "Alle Autorinnen und Autoren von \(journal)."
    case .aboutAuthor(let name, let journal): "Aufsätze von \(name) in \(journal)."
    case .aboutKeywords(let journal): "Alle Schlagwörter von \(journal)."
    case .aboutKeyword(let keyword, let journal): "Aufsätze zu „\(keyword)“ in \(journal)."
    case .aboutSearch(let journal):
      "Suche in Titeln, Namen, Schlagwörtern und Texten von \(journal)."
    case .aboutNews(let journal): "Neuigkeiten von \(journal)."
    case .aboutPage(let title, let journal): "\(title): \(journal)."
    }
  }

  func noun(_ noun: InterfaceText.Noun, _ form: InterfaceText.PluralForm) -> String {
    switch noun {
    case .article: form == .one ? "# Aufsatz" : "# Aufsätze"
    case .issue: form == .one ? "# Heft" : "# Hefte"
    case .page: form == .one ? "# Seite" : "# Seiten"
    case .reference: form == .one ? "# Literaturangabe" : "# Literaturangaben"
    case .style: form == .one ? "# Stil" : "# Stile"
    case .result: form == .one ? "# Aufsatz gefunden" : "# Aufsätze gefunden"
    case .otherAuthor: form == .one ? "# weiterer" : "# weitere"
    }
  }

  func kind(_ kind: Article.Kind) -> String {
    switch kind {
    case .researchArticle: "Forschungsaufsatz"
    case .reviewArticle: "Übersichtsaufsatz"
    case .editorial: "Editorial"
    case .bookReview: "Rezension"
    case .essay: "Essay"
    case .interview: "Interview"
    case .letter: "Brief"
    case .translation: "Übersetzung"
    case .other: "Sonstiges"
    case .retraction: "Zurückziehung"
    case .correction: "Berichtigung"
    case .expressionOfConcern: "Äußerung von Bedenken"
    case .removal: "Entfernung"
    }
  }

  func subject(_ subject: Article.Statement.Subject) -> String {
    switch subject {
    case .data: "Verfügbarkeit der Daten"
    case .code: "Verfügbarkeit des Codes"
    case .interests: "Interessenkonflikte"
    case .ethics: "Ethik"
    case .funding: "Förderung"
    case .acknowledgements: "Danksagung"
    case .contributions: "Beiträge der Beteiligten"
    case .ai: "Einsatz künstlicher Intelligenz"
    }
  }

  func contribution(_ term: CreditTerm) -> String? {
    switch term {
    case .conceptualization: "Konzeptualisierung"
    case .dataCuration: "Datenpflege"
    case .formalAnalysis: "Formale Analyse"
    case .fundingAcquisition: "Akquise von Finanzmitteln"
    case .investigation: "Untersuchung"
    case .methodology: "Methodik"
    case .projectAdministration: "Projektverwaltung"
    case .resources: "Ressourcen"
    case .software: "Software"
    case .supervision: "Supervision"
    case .validation: "Validierung"
    case .visualization: "Visualisierung"
    case .originalDraft: "Schreiben – Originalentwurf"
    case .reviewAndEditing: "Schreiben – Überprüfung und Überarbeitung"
    }
  }

  func name(ofLanguage code: String) -> String? {
    switch code {
    case "ar": "Arabisch"
    case "de": "Deutsch"
    case "en": "Englisch"
    case "es": "Spanisch"
    case "fa": "Persisch"
    case "fr": "Französisch"
    case "hi": "Hindi"
    case "it": "Italienisch"
    case "pa": "Panjabi"
    case "ps": "Paschtu"
    case "pt": "Portugiesisch"
    case "ru": "Russisch"
    case "sd": "Sindhi"
    case "tr": "Türkisch"
    case "ur": "Urdu"
    case "zh": "Chinesisch"
    default: nil
    }
  }
}
