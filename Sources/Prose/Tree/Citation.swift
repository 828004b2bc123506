/// One place in the text that cites, as `[see @a, pp. 3–5; -@b]` does.
package struct Citation: Sendable, Equatable {
  /// One cited reference within a citation.
  package struct Cite: Sendable, Equatable {
    /// How much of the reference the citation prints.
    package enum Mode: Sendable, Equatable {
      case normal
      /// `-@key`: the author is in the sentence already.
      case suppressAuthor
      /// `@key` outside brackets: the author is part of the sentence.
      case authorInText
      /// `\citeauthor{key}`: the author and nothing else.
      case authorOnly
    }

    package struct Locator: Sendable, Equatable {
      /// The locator term of CSL, such as `page` or `chapter`.
      package var label: String
      package var value: String

      package init(label: String, value: String) {
        self.label = label
        self.value = value
      }
    }

    package var key: String
    /// The key with its `@`, for diagnostics about it.
    package var range: Range<Int>
    package var mode: Mode
    package var locator: Locator?
    /// Rich text as in CSL-JSON: `<i> <b> <sup> <sub>`.
    package var prefix: String
    package var suffix: String

    package init(
      key: String, range: Range<Int>, mode: Mode = .normal, locator: Locator? = nil,
      prefix: String = "", suffix: String = ""
    ) {
      self.key = key
      self.range = range
      self.mode = mode
      self.locator = locator
      self.prefix = prefix
      self.suffix = suffix
    }
  }

  /// What it stands in, which may keep it from leading to its reference and back.
  package enum Place: Sendable, Equatable {
    case text
    /// The words of a link.
    case link
    /// The words for those who do not see an image.
    case alternative
  }

  package var cites: [Cite]
  package var range: Range<Int>
  package var place = Place.text
  /// The author's note it stands in, as an index of the document's footnotes.
  package var footnote: Int?

  package init(cites: [Cite], range: Range<Int>, footnote: Int? = nil) {
    self.cites = cites
    self.range = range
    self.footnote = footnote
  }

  /// Its keys, as the text names them.
  package var keys: String {
    if cites.count == 1, cites[0].mode == .authorInText { return "@" + cites[0].key }
    return "(\(cites.map(\.key).joined(separator: "; ")))"
  }
}
