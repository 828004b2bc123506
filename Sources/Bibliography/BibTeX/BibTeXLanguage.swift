/// The language tag of a language as babel and people name it.
enum BibTeXLanguage {
  /// Nil for a name that is neither known nor a tag.
  static func tag(for name: String, options: String = "") -> String? {
    let name = name.lowercased().filter { $0 != " " }
    if name == "english", let variant = englishVariant(options) { return variant }
    if let tag = tags[name] { return tag }
    let subtags = name.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let primary = subtags.first, (2...3).contains(primary.utf8.count),
      subtags.allSatisfy({ $0.utf8.count <= 8 && $0.utf8.allSatisfy { $0 < 0x80 } })
    else { return nil }
    let rest = subtags.dropFirst().map { subtag in
      switch subtag.utf8.count {
      case 2: subtag.uppercased()
      case 4: subtag.prefix(1).uppercased() + subtag.dropFirst()
      default: String(subtag)
      }
    }
    return ([threeLetterCodes[String(primary)] ?? String(primary)] + rest).joined(separator: "-")
  }

  private static func englishVariant(_ options: String) -> String? {
    switch options.lowercased().filter({ $0 != " " }) {
    case "variant=british", "variant=uk": "en-GB"
    case "variant=american", "variant=us", "variant=usmax": "en-US"
    case "variant=australian": "en-AU"
    case "variant=newzealand": "en-NZ"
    default: nil
    }
  }

  private static let threeLetterCodes: [String: String] = [
    "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "ita": "it",
    "por": "pt", "rus": "ru", "ara": "ar", "urd": "ur", "per": "fa", "fas": "fa", "chi": "zh",
    "zho": "zh", "jpn": "ja", "kor": "ko", "dut": "nl", "nld": "nl", "lat": "la", "gre": "el",
    "ell": "el", "heb": "he", "hin": "hi", "tur": "tr", "pol": "pl", "swe": "sv",
  ]

  private static let tags: [String: String] = [
    "english": "en-US", "usenglish": "en-US", "american": "en-US", "british": "en-GB",
    "ukenglish": "en-GB", "canadian": "en-CA", "australian": "en-AU", "newzealand": "en-NZ",
    "german": "de-DE", "germanb": "de-DE", "ngerman": "de-DE", "austrian": "de-AT",
    "naustrian": "de-AT", "swissgerman": "de-CH", "nswissgerman": "de-CH", "deutsch": "de-DE",
    "french": "fr-FR", "francais": "fr-FR", "français": "fr-FR", "canadien": "fr-CA",
    "acadian": "fr-CA", "spanish": "es-ES", "español": "es-ES", "mexican": "es-MX",
    "italian": "it-IT", "portuguese": "pt-PT", "portuges": "pt-PT", "brazil": "pt-BR",
    "brazilian": "pt-BR", "russian": "ru-RU", "ukrainian": "uk-UA", "polish": "pl-PL",
    "czech": "cs-CZ", "slovak": "sk-SK", "slovene": "sl-SI", "slovenian": "sl-SI",
    "croatian": "hr-HR", "serbian": "sr-RS", "serbianc": "sr-RS", "bulgarian": "bg-BG",
    "dutch": "nl-NL", "swedish": "sv-SE", "danish": "da-DK", "norsk": "nb-NO",
    "norwegian": "nb-NO", "nynorsk": "nn-NO", "finnish": "fi-FI", "estonian": "et-EE",
    "latvian": "lv-LV", "lithuanian": "lt-LT", "hungarian": "hu-HU", "magyar": "hu-HU",
    "romanian": "ro-RO", "greek": "el-GR", "polutonikogreek": "el-polyton",
    "ancientgreek": "grc", "latin": "la", "turkish": "tr-TR", "arabic": "ar", "persian": "fa-IR",
    "farsi": "fa-IR", "urdu": "ur", "hebrew": "he-IL", "hindi": "hi-IN", "bengali": "bn-BD",
    "chinese": "zh-CN", "japanese": "ja-JP", "korean": "ko-KR", "vietnamese": "vi-VN",
    "indonesian": "id-ID", "catalan": "ca-AD", "galician": "gl-ES", "basque": "eu-ES",
    "irish": "ga-IE", "welsh": "cy-GB", "scottish": "gd-GB", "breton": "br-FR",
    "icelandic": "is-IS", "afrikaans": "af-ZA", "esperanto": "eo", "thai": "th-TH",
    "sanskrit": "sa-IN", "tamil": "ta-IN",
  ]
}
