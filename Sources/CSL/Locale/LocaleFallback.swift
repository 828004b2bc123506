extension Locale {
  /// The locales a language falls back to, best first, `en-US` last (CSL 1.0.2, "Locale Fallback").
  ///
  /// Give the processor those that there are.
  public static func fallbacks(for language: String) -> [String] {
    var result = [language]
    let parts = language.split(separator: "-")
    if let first = parts.first {
      let primary = primaryDialect(of: String(first))
      if let primary { result.append(primary) }
      if parts.count > 1 { result.append(String(first)) }
    }
    result.append("en-US")
    var seen: Set<String> = []
    return result.filter { seen.insert($0).inserted }
  }

  /// The dialect that stands for a language without a country.
  static func primaryDialect(of language: String) -> String? {
    switch language {
    case "af": "af-ZA"
    case "bg": "bg-BG"
    case "ca": "ca-AD"
    case "cs": "cs-CZ"
    case "cy": "cy-GB"
    case "da": "da-DK"
    case "de": "de-DE"
    case "el": "el-GR"
    case "en": "en-US"
    case "es": "es-ES"
    case "et": "et-EE"
    case "fa": "fa-IR"
    case "fi": "fi-FI"
    case "fr": "fr-FR"
    case "gl": "gl-ES"
    case "he": "he-IL"
    case "hi": "hi-IN"
    case "hr": "hr-HR"
    case "hu": "hu-HU"
    case "hy": "hy-AM"
    case "id": "id-ID"
    case "is": "is-IS"
    case "it": "it-IT"
    case "ja": "ja-JP"
    case "km": "km-KH"
    case "ko": "ko-KR"
    case "lt": "lt-LT"
    case "lv": "lv-LV"
    case "mn": "mn-MN"
    case "ms": "ms-MY"
    case "nb": "nb-NO"
    case "nl": "nl-NL"
    case "nn": "nn-NO"
    case "pl": "pl-PL"
    case "pt": "pt-PT"
    case "ro": "ro-RO"
    case "ru": "ru-RU"
    case "sk": "sk-SK"
    case "sl": "sl-SI"
    case "sr": "sr-RS"
    case "sv": "sv-SE"
    case "th": "th-TH"
    case "tr": "tr-TR"
    case "uk": "uk-UA"
    case "vi": "vi-VN"
    case "zh": "zh-CN"
    default: nil
    }
  }
}
