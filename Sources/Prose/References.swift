/// A reference that the author wrote out in the text, without a bibliography.
package struct WrittenReference: Sendable, Equatable {
  package var inlines: [Inline]
  package var plainText: String
  package var range: Range<Int>

  package init(inlines: [Inline], range: Range<Int>) {
    self.inlines = inlines
    self.range = range
    plainText = inlines.plainText
  }
}

/// The section of references that an author wrote.
package struct ReferenceSection: Sendable, Equatable {
  package var heading: Heading
  package var references: [WrittenReference]
  /// From the heading to the last reference.
  package var range: Range<Int>
}

extension Document {
  /// Takes the section of references out of the text; nil if there is none.
  ///
  /// Its references are the items of its lists and its paragraphs. A section that is empty is taken
  /// out as well: authors who cite from a bibliography leave the heading for the list to come.
  package mutating func removeReferenceSection() -> ReferenceSection? {
    guard
      let start = blocks.lastIndex(where: { block in
        if case .heading(let heading) = block.kind {
          ReferenceSection.isTitle(heading.inlines.plainText)
        } else {
          false
        }
      }), case .heading(let heading) = blocks[start].kind
    else { return nil }
    let end =
      blocks[(start + 1)...].firstIndex { block in
        if case .heading(let next) = block.kind { next.level <= heading.level } else { false }
      } ?? blocks.endIndex
    guard let references = Self.references(in: blocks[(start + 1)..<end]) else { return nil }
    let range = blocks[start].range.through(blocks[end - 1].range)
    blocks.removeSubrange(start..<end)
    return ReferenceSection(heading: heading, references: references, range: range)
  }

  /// The references that some blocks list; nil if they hold anything else.
  private static func references(in blocks: ArraySlice<Block>) -> [WrittenReference]? {
    var references: [WrittenReference] = []
    for block in blocks {
      switch block.kind {
      case .paragraph(let inlines):
        references.append(WrittenReference(inlines: inlines, range: block.range))
      case .list(let list):
        for item in list.items {
          guard let inlines = item.inlines else { return nil }
          references.append(WrittenReference(inlines: inlines, range: item.range))
        }
      // pandoc marks the place of the list with an empty div.
      case .div(let attributes, let blocks) where attributes.id == "refs" && blocks.isEmpty: break
      default: return nil
      }
    }
    return references
  }
}

extension List.Item {
  /// The text of an item that holds nothing but paragraphs.
  fileprivate var inlines: [Inline]? {
    var inlines: [Inline] = []
    for block in blocks {
      guard case .paragraph(let text) = block.kind else { return nil }
      if !inlines.isEmpty { inlines.append(Inline(.text("\n"), at: block.range)) }
      inlines += text
    }
    return inlines
  }
}

extension ReferenceSection {
  /// Whether a heading names references in one of the languages that journals are written in.
  package static func isTitle(_ title: String) -> Bool {
    var words: [UInt8] = []
    var isAfterWord = false
    for scalar in title.lowercased().unicodeScalars {
      if scalar.isBetweenWords {
        isAfterWord = !words.isEmpty
      } else {
        if isAfterWord { words.append(UInt8(ascii: " ")) }
        isAfterWord = false
        if scalar.isASCII {
          words.append(UInt8(scalar.value))
        } else {
          words += String(scalar).utf8
        }
      }
    }
    return titles.contains(String(decoding: words, as: UTF8.self))
  }

  private static let titles: Set<String> = [
    "references", "reference", "reference list", "list of references", "references cited",
    "works cited", "literature cited", "literature", "bibliography", "sources", "cited works",
    "notes and references",
    "literaturverzeichnis", "literatur", "quellenverzeichnis", "quellen", "referenzen",
    "bibliographie", "références", "références bibliographiques", "ouvrages cités",
    "sources citées",
    "referencias", "referencias bibliográficas", "bibliografía", "obras citadas", "fuentes",
    "bibliografia", "riferimenti bibliografici", "riferimenti", "opere citate", "referências",
    "referências bibliográficas", "literatuur", "literatuurlijst", "referenties",
    "kaynakça", "kaynaklar", "referenslista", "referenser", "referanser", "litteratur",
    "literatura", "bibliografie", "литература", "список литературы", "библиография",
    "література", "список літератури",
    "المراجع", "المصادر", "المصادر والمراجع", "قائمة المراجع", "ثبت المراجع", "مراجع",
    "حوالہ جات", "حواله جات", "مصادر و مراجع", "مصادر ومراجع", "کتابیات", "مراجع و مصادر",
    "منابع", "فهرست منابع", "منابع و مآخذ", "کتابنامه",
    "参考文献", "参考资料", "參考文獻", "참고문헌", "संदर्भ", "संदर्भ सूची", "daftar pustaka",
    "rujukan", "ביבליוגרפיה", "מקורות",
  ]
}

extension Unicode.Scalar {
  /// White space, punctuation or a number.
  fileprivate var isBetweenWords: Bool {
    if value < 0x80 {
      return isBlank(UInt8(value)) || isASCIIDigit(UInt8(value))
        || isASCIIPunctuation(UInt8(value)) && !"$+<=>^`|~".unicodeScalars.contains(self)
    }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return properties.isWhitespace || properties.numericType != nil
    }
  }
}
