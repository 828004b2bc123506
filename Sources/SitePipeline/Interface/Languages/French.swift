import JournalModel

/// French, with no-break spaces before its double signs.
struct French: InterfaceLanguage {
  let decimalMark = ","
  let listSemicolon = "\u{202F}; "
  let byteUnits: [3 of String] = ["Ko", "Mo", "Go"]
  let months: [12 of String] = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]

  func date(day: Int, month: String, year: String) -> String {
    "\(day == 1 ? "1er" : String(day)) \(month) \(year)"
  }

  func listConjunction(before last: String, count: Int) -> String { " et " }

  func pluralForm(of count: Int) -> InterfaceText.PluralForm { count < 2 ? .one : .other }

  func label(_ label: InterfaceText.Label) -> String {
    switch label {
    case .skip: "Aller au texte"
    case .menu: "Menu"
    case .journal: "Revue"
    case .languages: "Langues"
    case .policies: "Règles"
    case .home: "Accueil"
    case .currentIssue: "Numéro courant"
    case .archive: "Archives"
    case .about: "À propos"
    case .search: "Recherche"
    case .news: "Actualités"
    case .feed: "Flux"
    case .contents: "Sommaire"
    case .onThisPage: "Sur cette page"
    case .abstract: "Résumé"
    case .summary: "Synthèse"
    case .plainSummary: "Résumé en langage clair"
    case .keywords: "Mots-clés"
    case .references: "Références"
    case .notes: "Notes"
    case .fullText: "Texte intégral"
    case .facts: "Renseignements"
    case .aboutArticle: "À propos de cet article"
    case .history: "Historique"
    case .sideOfArticle: "Citation et renseignements"
    case .sideOfIssue: "À propos du numéro"
    case .sideOfSearch: "Autres manières de trouver un article"
    case .cite: "Citer"
    case .howToCite: "Comment citer"
    case .citeThisArticle: "Citer cet article"
    case .citeThisIssue: "Citer ce numéro"
    case .citationStyle: "Style de citation"
    case .allStyles: "Tous les styles sur une page"
    case .backToArticle: "Retour à l’article"
    case .referenceManager: "Pour un logiciel de références"
    case .download: "Télécharger"
    case .readPDF: "Lire le PDF"
    case .supplements: "Fichiers complémentaires"
    case .copy: "Copier"
    case .copyPlain: "Copier en texte brut"
    case .copied: "Copié"
    case .issue: "Numéro"
    case .volume: "Volume"
    case .number: "Numéro"
    case .year: "Année"
    case .pages: "Pages"
    case .page: "Page"
    case .articleNumber: "Numéro d’article"
    case .section: "Rubrique"
    case .language: "Langue"
    case .inOtherLanguages: "Dans d’autres langues"
    case .published: "Publié"
    case .received: "Reçu"
    case .accepted: "Accepté"
    case .updated: "Mis à jour"
    case .peerReview: "Évaluation par les pairs"
    case .funding: "Financement"
    case .licence: "Licence"
    case .copyright: "Droits d’auteur"
    case .publisher: "Éditeur"
    case .issnOnline: "ISSN (en ligne)"
    case .issnPrint: "ISSN (imprimé)"
    case .founded: "Fondée en"
    case .frequency: "Périodicité"
    case .contact: "Contact"
    case .notStated: "non précisé"
    case .author: "Auteur ou autrice"
    case .authors: "Auteurs et autrices"
    case .editor: "Responsable éditorial"
    case .editors: "Direction"
    case .translator: "Traducteur ou traductrice"
    case .translators: "Traduction"
    case .contributors: "Contributions"
    case .correspondingAuthor: "Correspondance"
    case .editorialBoard: "Comité de rédaction"
    case .formerMembers: "Anciens membres"
    case .theJournal: "La revue"
    case .thisIssue: "Ce numéro"
    case .wholeIssue: "Numéro entier"
    case .allIssues: "Tous les numéros"
    case .otherIssues: "Autres numéros"
    case .specialIssue: "Numéro spécial"
    case .ahead: "Publié avant son numéro"
    case .cover: "Couverture"
    case .earlier: "précédent"
    case .later: "suivant"
    case .previousArticle: "Article précédent"
    case .nextArticle: "Article suivant"
    case .previousIssue: "Numéro précédent"
    case .nextIssue: "Numéro suivant"
    case .notice: "Avis"
    case .readNotice: "Lire l’avis"
    case .isRetracted: "Cet article a été rétracté"
    case .isCorrected: "Cet article a été corrigé"
    case .isOfConcern: "La rédaction a exprimé des réserves sur cet article"
    case .isRemoved: "Cet article a été retiré"
    case .versions: "Versions"
    case .isOlderVersion: "Ceci est une version antérieure"
    case .readCurrentVersion: "Lire la version actuelle"
    case .searchPrompt: "Mots, noms ou DOI"
    case .searching: "Recherche en cours"
    case .searchFailed: "L’index de recherche n’a pas pu être chargé"
    case .noResults: "Aucun résultat"
    case .spellings:
      """
      Les graphies arabes et ourdoues d’une lettre comptent pour une ; les accents et les \
      voyelles brèves sont ignorés.
      """
    case .needsScript: "La recherche demande un script dans le navigateur. Ces pages, non."
    case .browseInstead: "Parcourir"
    case .found: "Résultats"
    case .years: "Années"
    case .sections: "Rubriques"
    case .everyYear: "Toutes les années"
    case .everySection: "Toutes les rubriques"
    case .moreResults: "Afficher la suite"
    case .pageMoved: "Cette page a changé d’adresse"
    case .pageNotFound: "Page introuvable"
    case .pageNotFoundText:
      """
      L’adresse est fausse, ou la page a changé de place. Les articles gardent leur \
      adresse pour toujours : celui que vous cherchez n’est sans doute pas loin.
      """
    case .backToText: "Retour au texte"
    case .figure: "Figure"
    case .table: "Tableau"
    case .equation: "Équation"
    case .listing: "Extrait de code"
    }
  }

  func phrase(_ phrase: InterfaceText.Phrase) -> String {
    switch phrase {
    case .ofTitle(let title): " : « \(title) »"
    case .sectionTitled(let title): "Section « \(title) »"
    case .note(let number): "Note \(number)"
    case .backToNote(let number): "Retour à l’appel de note \(number)"
    case .backToCitation(let number): "Retour à la citation \(number) dans le texte"
    case .volume(let volume): "Volume\u{A0}\(volume)"
    case .number(let number): "Numéro\u{A0}\(number)"
    case .volumeAndNumber(let volume, let number): "Volume\u{A0}\(volume), numéro\u{A0}\(number)"
    case .allContents(let issue): "Sommaire complet : \(issue)"
    case .coverOf(let issue): "Couverture : \(issue)"
    case .articlesBy(let name): "Articles de \(name)"
    case .articlesOn(let keyword): "Articles sur « \(keyword) »"
    case .retractedOn(let date): "Rétracté : \(date)."
    case .correctedOn(let date): "Corrigé : \(date)."
    case .concernOn(let date): "Réserves exprimées : \(date)."
    case .removedOn(let date): "Retiré : \(date)."
    case .version(let number): "Version \(number)"
    case .versionDated(let number): "Version \(number)\u{A0}:"
    case .replacedOn(let date): "Nouvelle version : \(date)."
    case .aboutHome(let journal):
      "\(journal) : le numéro courant, les archives et la manière de publier."
    case .aboutArticle(let title, let journal):
      "Résumé, références et citation de « \(title) » dans \(journal)."
    case .aboutCitation(let title):
      "« \(title) » dans tous les styles de citation et formats de fichier."
    case .aboutIssue(let issue, let journal): "Sommaire de \(issue), \(journal)."
    case .aboutArchive(let journal):
      "Tous les numéros de \(journal), du plus récent au plus ancien."
    case .aboutAuthors(let journal): "Tous les auteurs et autrices de \(journal)."
    case .aboutAuthor(let name, let journal): "Articles de \(name) dans \(journal)."
    case .aboutKeywords(let journal): "Tous les mots-clés de \(journal)."
    case .aboutKeyword(let keyword, let journal): "Articles sur « \(keyword) » dans \(journal)."
    case .aboutSearch(let journal):
      "Recherche dans les titres, noms, mots-clés et textes de \(journal)."
    case .aboutNews(let journal): "Actualités de \(journal)."
    case .aboutPage(let title, let journal): "\(title) : \(journal)."
    }
  }

  func noun(_ noun: InterfaceText.Noun, _ form: InterfaceText.PluralForm) -> String {
    switch noun {
    case .article: form == .one ? "# article" : "# articles"
    case .issue: form == .one ? "# numéro" : "# numéros"
    case .page: form == .one ? "# page" : "# pages"
    case .reference: form == .one ? "# référence" : "# références"
    case .style: form == .one ? "# style" : "# styles"
    case .result: form == .one ? "# article trouvé" : "# articles trouvés"
    case .otherAuthor: form == .one ? "# autre" : "# autres"
    }
  }

  func kind(_ kind: Article.Kind) -> String {
    switch kind {
    case .researchArticle: "Article de recherche"
    case .reviewArticle: "Article de synthèse"
    case .editorial: "Éditorial"
    case .bookReview: "Compte rendu"
    case .essay: "Essai"
    case .interview: "Entretien"
    case .letter: "Lettre"
    case .translation: "Traduction"
    case .other: "Autre"
    case .retraction: "Rétractation"
    case .correction: "Correction"
    case .expressionOfConcern: "Expression de réserves"
    case .removal: "Retrait"
    }
  }

  func subject(_ subject: Article.Statement.Subject) -> String {
    switch subject {
    case .data: "Disponibilité des données"
    case .code: "Disponibilité du code"
    case .interests: "Liens d’intérêts"
    case .ethics: "Éthique"
    case .funding: "Financement"
    case .acknowledgements: "Remerciements"
    case .contributions: "Rôle des contributeurs"
    case .ai: "Recours à l’intelligence artificielle"
    }
  }

  func contribution(_ term: CreditTerm) -> String? {
    switch term {
    case .conceptualization: "Conceptualisation"
    case .dataCuration: "Préparation des données"
    case .formalAnalysis: "Analyse formelle"
    case .fundingAcquisition: "Acquisition de financements"
    case .investigation: "Investigation"
    case .methodology: "Méthodologie"
    case .projectAdministration: "Administration du projet"
    case .resources: "Ressources"
    case .software: "Logiciels"
    case .supervision: "Supervision"
    case .validation: "Validation"
    case .visualization: "Présentation visuelle"
    case .originalDraft: "Rédaction – ébauche du manuscrit initial"
    case .reviewAndEditing: "Rédaction – relectures et corrections"
    }
  }

  func name(ofLanguage code: String) -> String? {
    switch code {
    case "ar": "arabe"
    case "de": "allemand"
    case "en": "anglais"
    case "es": "espagnol"
    case "fa": "persan"
    case "fr": "français"
    case "hi": "hindi"
    case "it": "italien"
    case "pa": "pendjabi"
    case "ps": "pachto"
    case "pt": "portugais"
    case "ru": "russe"
    case "sd": "sindhi"
    case "tr": "turc"
    case "ur": "ourdou"
    case "zh": "chinois"
    default: nil
    }
  }
}
