import Bibliography

/// The terms that the processor asks for by itself; their ids are their positions.
enum FixedTerm: Int32, CaseIterable {
  case and, etAl, andOthers, openQuote, closeQuote, openInnerQuote, closeInnerQuote
  case pageRangeDelimiter, yearRangeDelimiter, citationRangeDelimiter, colon, comma
  case ad, bc, circa, noDate, ordinal, editorTranslator, ibid
  case month1, month2, month3, month4, month5, month6
  case month7, month8, month9, month10, month11, month12
  case season1, season2, season3, season4

  var name: String {
    switch self {
    case .and: "and"
    case .etAl: "et-al"
    case .andOthers: "and others"
    case .openQuote: "open-quote"
    case .closeQuote: "close-quote"
    case .openInnerQuote: "open-inner-quote"
    case .closeInnerQuote: "close-inner-quote"
    case .pageRangeDelimiter: "page-range-delimiter"
    case .yearRangeDelimiter: "year-range-delimiter"
    case .citationRangeDelimiter: "citation-range-delimiter"
    case .colon: "colon"
    case .comma: "comma"
    case .ad: "ad"
    case .bc: "bc"
    case .circa: "circa"
    case .noDate: "no date"
    case .ordinal: "ordinal"
    case .editorTranslator: "editortranslator"
    case .ibid: "ibid"
    default:
      rawValue < FixedTerm.season1.rawValue
        ? (rawValue - FixedTerm.month1.rawValue < 9 ? "month-0" : "month-")
          + String(rawValue - FixedTerm.month1.rawValue + 1)
        : "season-0" + String(rawValue - FixedTerm.season1.rawValue + 1)
    }
  }
}

/// The terms of a style in its language, those of all locales merged.
struct TermTable: Sendable {
  private struct Entry: Sendable {
    var single = Slice.empty
    var multiple = Slice.empty
    var isDefined = false
  }

  /// Five forms for each id.
  private var entries: [Entry] = []
  private var genders: [Gender] = []
  private var ids: [String: Int32] = [:]
  /// Ids of the terms by which labels are looked up.
  private(set) var ofTextVariable: [Int32] = []
  private(set) var ofNameVariable: [Int32] = []
  private(set) var ofLocator: [Int32] = []
  /// For each gender the suffixes of 0…99, whole numbers first.
  private(set) var ordinals = OrdinalTable()

  init() { self = Self.withoutLocale }

  private static let withoutLocale = TermTable(capacity: 400)

  private init(capacity: Int) {
    ids.reserveCapacity(capacity)
    for term in FixedTerm.allCases { _ = intern(term.name) }
    ofTextVariable = TextVariable.allCases.map { intern($0.name) }
    ofNameVariable = NameVariable.allCases.map { intern($0.name) }
    ofLocator = LocatorLabel.allCases.map { intern($0.rawValue) }
  }

  private mutating func intern(_ name: String) -> Int32 {
    if let id = ids[name] { return id }
    let id = Int32(ids.count)
    ids[name] = id
    entries.append(contentsOf: repeatElement(Entry(), count: 5))
    genders.append(.neuter)
    return id
  }

  /// Adds the terms of a locale; a later locale beats an earlier one.
  ///
  /// Where it has a term of another language, it has it in all forms: an Arabic "editor" without a
  /// short form is better than the English "ed.". What a style says of a term is about one form.
  mutating func merge(_ terms: [LocaleTerm], isOfStyle: Bool, pool: inout [UInt8]) {
    if !isOfStyle {
      for term in terms { forgetFormsThatFallBack(on: term) }
    }
    if terms.contains(where: { $0.name.hasPrefix("ordinal") }) { ordinals = OrdinalTable() }
    for term in terms {
      if term.name == "ordinal" || term.name.hasPrefix("ordinal-") {
        ordinals.add(term, suffix: pool.add(term.single))
      }
      if term.name.hasPrefix("long-ordinal"), term.genderForm != .neuter {
        ordinals.addLong(term, text: pool.add(term.single))
        continue
      }
      // Months and labels have one gender; a variant for another one is only for ordinals.
      guard term.genderForm == .neuter || !term.name.hasPrefix("ordinal") else { continue }
      let id = Int(intern(TermTable.currentName(of: term.name)))
      let single = pool.add(TermTable.typographic(term.single, term))
      let multiple =
        term.multiple == term.single
        ? single : pool.add(TermTable.typographic(term.multiple, term))
      entries[id * 5 + Int(term.form.rawValue)] =
        Entry(single: single, multiple: multiple, isDefined: true)
      if term.gender != .neuter { genders[id] = term.gender }
    }
  }

  private mutating func forgetFormsThatFallBack(on term: LocaleTerm) {
    guard let id = ids[TermTable.currentName(of: term.name)] else { return }
    for form in TermForm.allCases where form.fallsBack(on: term.form) {
      entries[Int(id) * 5 + Int(form.rawValue)].isDefined = false
    }
  }

  /// "l’adresse" for "l'adresse"; the terms for quotation marks stand as they are.
  private static func typographic(_ text: [UInt8], _ term: LocaleTerm) -> [UInt8] {
    guard text.contains(UInt8(ascii: "'")), !term.name.hasSuffix("quote") else { return text }
    return text.flatMap { $0 == UInt8(ascii: "'") ? Array("’".utf8) : [$0] }
  }

  /// Terms whose names older locales write otherwise.
  private static func currentName(of name: String) -> String {
    name == "sub verbo" ? "sub-verbo" : name
  }

  func id(_ name: String) -> Int32? { ids[TermTable.currentName(of: name)] }

  func gender(of id: Int32) -> Gender { genders[Int(id)] }

  /// The text of a term, or nil if no locale defines it in this form or one it falls back to.
  func text(_ id: Int32, _ form: TermForm, isPlural: Bool = false) -> Slice? {
    var form = form
    while true {
      let entry = entries[Int(id) * 5 + Int(form.rawValue)]
      if entry.isDefined { return isPlural ? entry.multiple : entry.single }
      guard let next = form.fallback else { return nil }
      form = next
    }
  }

  func text(_ term: FixedTerm, _ form: TermForm = .long) -> Slice {
    text(term.rawValue, form) ?? .empty
  }
}
