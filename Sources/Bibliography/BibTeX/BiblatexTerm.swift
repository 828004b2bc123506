/// The English text of biblatex's localization keys (manual, "Localization keys") that stand in
/// bibliographies: in `type`, `pubstate`, `series` and `\bibstring`.
enum BiblatexTerm {
  /// Nil if `key` is none of them.
  static func text(for key: String) -> String? {
    texts[key]
  }

  private static let texts: [String: String] = [
    "mathesis": "Master’s thesis", "phdthesis": "PhD thesis", "candthesis": "Candidate thesis",
    "bathesis": "Bachelor’s thesis", "techreport": "technical report",
    "resreport": "research report", "software": "computer software", "datacd": "data CD",
    "audiocd": "audio CD", "manual": "manual",
    "inpreparation": "in preparation", "submitted": "submitted", "forthcoming": "forthcoming",
    "inpress": "in press", "prepublished": "pre-published",
    "newseries": "new series", "oldseries": "old series", "jourser": "series", "bookser": "series",
    "patent": "patent", "patentde": "German patent", "patenteu": "European patent",
    "patentfr": "French patent", "patentuk": "British patent", "patentus": "U.S. patent",
    "patreq": "patent request", "patreqde": "German patent request",
    "patreqeu": "European patent request", "patreqfr": "French patent request",
    "patrequk": "British patent request", "patrequs": "U.S. patent request",
    "countryde": "Germany", "countryeu": "European Union", "countryep": "European Union",
    "countryfr": "France", "countryuk": "United Kingdom", "countryus": "United States of America",
    "page": "page", "pages": "pages", "volume": "volume", "volumes": "volumes",
    "chapter": "chapter", "section": "section", "number": "number", "version": "version",
    "edition": "edition", "and": "and", "andothers": "et al.", "in": "in", "inseries": "in",
    "editor": "editor", "editors": "editors", "translator": "translator", "url": "address",
    "reviewof": "review of", "reprint": "reprint", "reprintas": "reprinted as",
    "reprintfrom": "reprinted from", "supplement": "supplement", "abstract": "abstract",
    "annotation": "annotation", "nodate": "n.d.", "circa": "circa", "visited": "visited",
    "seenote": "see note", "quotedin": "quoted in", "introduction": "introduction",
    "foreword": "foreword", "afterword": "afterword", "preface": "preface",
    "langenglish": "English", "langgerman": "German", "langfrench": "French",
    "langspanish": "Spanish", "langitalian": "Italian", "langlatin": "Latin", "langgreek": "Greek",
    "langrussian": "Russian", "langdutch": "Dutch", "langportuguese": "Portuguese",
    "fromenglish": "from the English", "fromgerman": "from the German",
    "fromfrench": "from the French", "fromspanish": "from the Spanish",
    "fromitalian": "from the Italian", "fromlatin": "from the Latin",
    "fromgreek": "from the Greek", "fromrussian": "from the Russian",
    "january": "January", "february": "February", "march": "March", "april": "April",
    "may": "May", "june": "June", "july": "July", "august": "August", "september": "September",
    "october": "October", "november": "November", "december": "December",
    "spring": "spring", "summer": "summer", "autumn": "autumn", "winter": "winter",
  ]
}
