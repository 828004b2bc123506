import JournalModel

/// What Crossref's schema takes for the length of a text, counted in characters of Unicode.
///
/// A text that it does not take is left out, since a deposit is refused as a whole; `check` names
/// it.
enum CrossrefLimit {
  case number, suffix, organization, institution, department, place
  case title, abbreviation, depositor, email, registrant

  var lengths: ClosedRange<Int> {
    switch self {
    case .suffix: 1...10
    case .number: 1...32
    case .depositor: 1...130
    case .abbreviation: 1...150
    case .email: 6...200
    case .title, .registrant: 1...255
    case .place, .department: 2...255
    case .organization: 1...511
    case .institution: 1...1024
    }
  }

  /// Whether no deposit is taken without it.
  var isRequired: Bool {
    switch self {
    case .title, .depositor, .email, .registrant: true
    default: false
    }
  }
}

extension String {
  func isWithin(_ limit: CrossrefLimit) -> Bool {
    limit.lengths.contains(unicodeScalars.count)
  }

  /// The text where Crossref takes it.
  func within(_ limit: CrossrefLimit) -> String? { isWithin(limit) ? self : nil }
}

extension DOI {
  /// Whether Crossref can have registered it: its prefixes have no parts (10.5555.1/a).
  var isOfCrossref: Bool { !text.dropFirst(3).prefix { $0 != "/" }.contains(".") }
}

extension LanguageTag {
  /// The language where Crossref's schema has a code of two letters for it.
  var crossrefCode: String? { Self.crossrefCodes.contains(language) ? language : nil }

  private static let crossrefCodes = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy \
    da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu \
    hy hz ia id ie ig ii ik io is it iu ja jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb \
    lg li ln lo lt lu lv mg mi mk ml mn mr ms mt mu my na nb nd ne ng nl nn no nr nv ny oc oj om \
    or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw \
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh
    """.split(separator: " ").map(String.init))
}
